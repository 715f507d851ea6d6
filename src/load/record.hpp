// Reads the records of a log, one after the other, into a Draft.
//
// A meeting's items become records of their own right behind it, with what they have from their meeting. Refused: a field that
// no record has, a list where one thing is meant, a variable or a group (a log says what was, one by one), items of what is no
// meeting, a `finding` that attests nothing, a record that was written down before it happened. `person`, `evidence`
// and `note` are looked at and let go.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/draft.hpp"
#include "load/known_words.hpp"
#include "load/vocabulary.hpp"
#include "yaml/rows.hpp"

namespace concordat {

/// What a record's field holds, as kinds; none for fields that are no words.
Kinds kinds_of(RecordKey key);

class RecordReader {
public:
    /// The vocabulary is the protocol's.
    RecordReader(const Vocabulary& vocabulary, Draft& draft);

    void read(const Node& node);
    /// Finds out what cells mean, of rows whose keys are `record_keys`. In any thread, at any time.
    void look_at(Rows& rows) const;
    /// Of rows that have been looked at.
    void read(const Rows& rows, const Row& row);
    /// That some of them will be read soon.
    void expect(const Rows& rows, std::span<const Row> some);

private:
    using Fields = std::array<const Node*, record_keys.size()>;

    static const Node* get(const Fields& fields, RecordKey key) { return fields[static_cast<std::size_t>(key)]; }
    void read(const Fields& fields, Span place);

    // record_row.cpp
    bool is_plain(const Rows& rows, const Row& row) const;
    Name intern(const RowCell& cell);
    void take(const Rows& rows, const Row& row);
    void read_as_nodes(const Rows& rows, const Row& row);

    Fields split(const Node& node, bool is_item) const;
    const Node* need(const Fields& fields, RecordKey key, Span place, bool is_item) const;
    void read_when(const Fields& fields, Span place, WholeRecord& record) const;
    void read_what(const Fields& fields, Span place, bool is_item, WholeRecord& record);
    void read_finding(const Node& node, WholeRecord& record) const;
    void read_items(const Node& list, RecordIndex meeting);
    void read_item(const Node& node, RecordIndex meeting, std::size_t number);
    void skip_kept(const Fields& fields) const;
    void add(const WholeRecord& record, Span place);
    void note(Name id, std::uint32_t line, std::uint32_t column, std::uint32_t length);

    Name word(const Node& node, RecordKey key);
    Name other_word(const Node& node, RecordKey key);
    Name word(const Fields& fields, RecordKey key);
    void reference(const Fields& fields, RecordKey key, WholeRecord& record, Name& target);
    /// A record that is there already need not be looked for later.
    bool is_there(Name record) const {
        const auto number = static_cast<std::size_t>(record);
        return number < seen_.size() && seen_[number];
    }
    List words(const Fields& fields, RecordKey key);
    List parties(const Fields& fields, RecordKey key);
    Party party(const Node& node, RecordKey key);

    Diagnostics& diagnostics_;
    Names& names_;
    Draft& draft_;
    std::vector<Node> values_;  // of the row that is being read
    std::vector<Names::Expected> expected_;
    std::vector<Names::Expected>::const_iterator next_expected_ = expected_.cbegin();
    std::vector<Name> words_;                        // of the list that is being read
    std::vector<Party> parties_;                     // likewise
    std::array<Kinds, record_keys.size()> kinds_{};  // by key: what stands there
    std::vector<bool> seen_;                         // by Name: a record has that id
    KnownWords known_;
    Name meeting_act_;
    Name attested_act_;
};

}  // namespace concordat
