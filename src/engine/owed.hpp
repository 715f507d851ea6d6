#pragma once
// Who owed it to whom: what the rule says (`owed-by`, `owed-to`), else who acts in what it wants to see (`by`, else `of`, else
// `present`), else nobody, which is said too. A list means one of them, unless the pattern wants all.

#include "engine/telling.hpp"

namespace concordat {

struct Owed {
    std::vector<Name> by;
    std::vector<Name> to;
    bool by_all = false;
    bool to_all = false;
};

Owed owed(const Telling& telling);

/// The whole sentence, in names: "HCT owed it to HSCB by 2014-09-30".
std::string owed_sentence(const Telling& telling, const Owed& owed);

}  // namespace concordat
