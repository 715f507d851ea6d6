#pragma once
// Whether a record shows what a pattern asks for. There are three answers, because a log does not say everything: a record that
// lists nobody as present does not say who was; one that lists some claims to list all, unless it is `partial`. What was done, to
// which document and about what must be there to count (docs/verdicts.md).

#include "engine/bind.hpp"
#include "timeline/timeline.hpp"

namespace concordat {

enum class Match : std::uint8_t { no, maybe, yes };

/// The last answer for a list that many records share: the items of one meeting have one `present`. For one scan of one pattern.
struct SharedList {
    const BoundField* field = nullptr;
    List list{};
    bool partial = false;
    Match answer = Match::no;
};

class Matcher {
public:
    Matcher(const Log& log, const Timeline& timeline, const Names& names);

    /// All fields but `covering`.
    Match fields(const Bound& pattern, RecordIndex record, SharedList* shared = nullptr) const;
    Match field(const BoundField& field, RecordIndex record, const std::vector<Name>& delegates,
                SharedList* shared = nullptr) const;
    /// What the record says of its edition: no, yes, or nothing (maybe).
    Match editions(const Editions& editions, RecordIndex record) const;
    /// Everything, where a record that does not state its edition only may match.
    Match whole(const Bound& pattern, RecordIndex record) const;
    Match whole(const std::vector<Bound>& alternatives, RecordIndex record) const;

private:
    Match parties(const BoundField& field, List entries, bool partial, const std::vector<Name>& delegates,
                  SharedList* shared) const;
    Match contains(const BoundField& field, RecordIndex record) const;

    const Log& log_;
    const Timeline& timeline_;
    Name considered_, yes_, no_;
};

}  // namespace concordat
