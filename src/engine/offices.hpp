#pragma once
// Who may stand for whom in a record. Two roles that are `same-as` each other are one office under several names; a body is
// matched by its chair too, because a board acts through its chair. Worked out once, so that a log with a hundred thousand
// roles of its own costs no more than its size.

#include <unordered_map>
#include <vector>

#include "model/directory.hpp"

namespace concordat {

class Offices {
public:
    explicit Offices(const Directory& directory);

    /// One name for all names of an office; of anything else the name itself.
    Name office(Name name) const;
    /// All names of the office, in the directory's order; of anything else the name alone.
    std::vector<Name> names_of(Name name) const;
    /// The same, one after the other: `visit(Name)`.
    template <typename Visit>
    void for_each_name_of(Name name, Visit visit) const {
        const auto found = names_.empty() ? names_.end() : names_.find(office(name));
        if (found == names_.end()) return visit(name);
        for (Name one : found->second) visit(one);
    }
    /// The chair of a body, or none.
    Name chair(Name body) const;
    /// The body, its chair, and the roles that belong to it, by all their names.
    std::vector<Name> members_of(Name body) const;

private:
    const Directory& directory_;
    std::unordered_map<Name, Name> office_;                 // of roles that are `same-as` another
    std::unordered_map<Name, std::vector<Name>> names_;     // of offices that have several
    std::unordered_map<Name, std::vector<Name>> roles_of_;  // by body
};

}  // namespace concordat
