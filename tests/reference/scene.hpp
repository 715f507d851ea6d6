#pragma once
// What the audit looks at: the records that count on the day on which it stands, and what each of them shows.

#include <string>
#include <vector>

#include "engine/audit.hpp"

namespace concordat::reference {

struct Scene {
    const Protocol& protocol;
    const Log& log;
    const Names& names;
    Standpoint standpoint;
    std::vector<const Record*> records;  // that count, by date (of a month: behind its first day), then id
};

Scene look(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint);

/// One value that a record shows in a field. A role that acted or came through a delegate shows that too.
struct Shown {
    std::string text;
    Name name = Name::none;
    bool by_delegate = false;
};

std::vector<Shown> shown(const Scene& scene, const Record& record, Field field);

/// Whether what the record shows there is all that there was: anything else was not so.
bool claims_all(const Scene& scene, const Record& record, Field field);

/// The name under which all names of one office (`same-as`) meet; anything else's is its own.
Name office(const Scene& scene, Name role);

std::string id_of(const Scene& scene, const Record& record);

}  // namespace concordat::reference
