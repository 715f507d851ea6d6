#pragma once
// What changed from one result to the next, by obligation. One function a format.

#include <optional>
#include <string>
#include <vector>

#include "report/result.hpp"

namespace concordat {

struct Change {
    std::string id, clause, title, strength;
    std::optional<Verdict> was, is;  // not given: it did not arise then, or does not now
};

struct Changes {
    std::string protocol, old_log, old_as_of, new_log, new_as_of;
    std::vector<Change> worse;   // newly late or breached, or worse than before
    std::vector<Change> mended;  // late or breached before, and now met, waived, pending or not applicable
    std::vector<Change> other;   // all else that has another verdict, is new, is gone or can no longer be told
    std::size_t unchanged = 0;
    std::size_t violations = 0;  // of `worse`, those of a must or should
};

/// Both of one protocol. In the order of the new result; what is gone, in that of the old one.
Changes find_changes(const Result& before, const Result& after);

std::string changes_text(const Changes& changes, std::size_t width);
std::string changes_markdown(const Changes& changes);
std::string changes_json(const Changes& changes);

}  // namespace concordat
