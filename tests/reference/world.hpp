#pragma once
// A protocol and a log, loaded from YAML as a user's would be, for tests that want to say in text what they are about.

#include <optional>
#include <string>

#include "diagnostic/diagnostic.hpp"
#include "engine/audit.hpp"
#include "source/text.hpp"

namespace concordat::reference {

struct World {
    Names names;
    Sources sources;
    Protocol protocol;
    Log log;

    /// False if the text was refused; `refusal` then says why, as a user would read it. Working days are counted by a small
    /// holiday table `test`, of 2012 to 2019.
    bool load_protocol(const std::string& yaml);
    /// After the protocol; again for the next log.
    bool load_log(const std::string& yaml);
    std::string refusal;

    /// Where the log says that it stands, if it does.
    Standpoint standpoint() const { return {log.as_of.value_or(latest_day), std::nullopt}; }
};

}  // namespace concordat::reference
