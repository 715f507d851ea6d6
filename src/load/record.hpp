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
    /// Of rows whose keys are `record_keys`.
    void read(const Rows& rows, const Row& row);
    /// That some of them will be read soon.
    void expect(const Rows& rows, std::span<const Row> some);

private:
    using Fields = std::array<const Node*, record_keys.size()>;

    static const Node* get(const Fields& fields, RecordKey key) { return fields[static_cast<std::size_t>(key)]; }
    void read(const Fields& fields, Span place);

    // record_row.cpp
    bool read_plain(const Rows& rows, const Row& row);
    bool find(const RowCell& cell, RecordKey key, Name& found);
    bool is_date(std::string_view text);
    void take(std::span<const RowCell> cells, std::uint32_t file, const Row& row);
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

    struct Recent {
        std::string_view text;  // the table's own
        Name name = Name::none;
        Kinds kinds = kinds::none;  // what the protocol says it is
    };
    Recent& recent(std::string_view text);
    Name word(const Node& node, RecordKey key);
    Name other_word(const Node& node, RecordKey key);
    Name word(const Fields& fields, RecordKey key);
    void reference(const Fields& fields, RecordKey key, WholeRecord& record, Name& target);
    void refer(const WholeRecord& from, Name target, RecordKey key, Span place);
    List words(const Fields& fields, RecordKey key);
    List parties(const Fields& fields, RecordKey key);
    Party party(const Node& node, RecordKey key);

    Diagnostics& diagnostics_;
    Names& names_;
    Draft& draft_;
    std::vector<Node> values_;  // of the row that is being read
    std::vector<std::string_view> expected_;
    std::vector<Name> found_;                        // by cell of that row
    std::vector<Name> words_;                        // of the list that is being read
    std::vector<Party> parties_;                     // likewise
    std::array<Kinds, record_keys.size()> kinds_{};  // by key: what stands there
    std::vector<Recent> recent_ = std::vector<Recent>(1024);
    std::string last_date_text_;
    DayRange last_date_{};
    std::vector<bool> seen_;    // by Name: a record has that id
    std::vector<Kinds> known_;  // by Name, of the words that the protocol has
    Name meeting_act_;
    Name attested_act_;
};

}  // namespace concordat
