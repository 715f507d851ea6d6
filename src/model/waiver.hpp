#pragma once
// A waiver: somebody entitled to has let an obligation pass, in writing, for a time.

#include <string>

#include "model/name.hpp"
#include "source/text.hpp"
#include "time/day.hpp"

namespace concordat {

struct Waiver {
    std::string obligation;  // rule@key/member
    std::string reason;
    Name approved_by = Name::none;
    Day granted{};
    Day expires{};  // the last day on which it holds
    Span place;     // of the obligation
};

}  // namespace concordat
