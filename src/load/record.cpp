#include "load/record.hpp"

#include <fmt/format.h>

#include "diagnostic/nearest.hpp"
#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/variable.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

std::string_view what(bool is_item) { return is_item ? "an item of a meeting" : "a record"; }

std::string why_not_of_an_item(RecordKey key) {
    if (key == RecordKey::items) return "an item of a meeting has no items of its own";
    if (key == RecordKey::id) return "an item's id is its meeting's, with `.1`, `.2` … behind it";
    return fmt::format("an item has its `{}` from its meeting", to_string(key));
}

}  // namespace

Kinds kinds_of(RecordKey key) {
    if (key == RecordKey::withdraws) return kinds::record;
    const auto field = parse_field(to_string(key));
    return field ? kinds_of(*field) : kinds::none;
}

RecordReader::RecordReader(const Vocabulary& vocabulary, Draft& draft)
    : diagnostics_{vocabulary.diagnostics},
      names_{vocabulary.names},
      draft_{draft},
      meeting_act_{names_.intern("meeting")},
      attested_act_{names_.intern("attested")} {
    for (std::size_t i = 0; i < kinds_.size(); ++i) kinds_[i] = kinds_of(static_cast<RecordKey>(i));
    std::vector<KnownWords::Word> words;
    for (std::uint32_t i = 0; i < names_.size(); ++i)
        if (const Kinds kinds = vocabulary.kinds_of(Name{i}); kinds != kinds::none)
            words.push_back({names_.text(Name{i}), Name{i}, kinds});
    known_ = KnownWords(words);
}

void RecordReader::read(const Node& node) {
    if (!is_mapping(node, "records", diagnostics_)) return;
    read(split(node, false), node.span);
}

void RecordReader::read(const Fields& fields, Span place) {
    WholeRecord record;
    record.line = place.line;
    record.file = static_cast<std::uint16_t>(place.file);
    const Node* id = need(fields, RecordKey::id, place, false);
    if (id) record.id = read_record_id(*id, "id", names_, diagnostics_);
    read_what(fields, place, false, record);
    read_when(fields, place, record);
    record.of = word(fields, RecordKey::of);
    record.present = parties(fields, RecordKey::present);
    record.partial_present = record.partial;
    const auto index = static_cast<RecordIndex>(draft_.log.records.size());
    add(record, id ? id->span : place);
    const Node* items = get(fields, RecordKey::items);
    if (items && record.act != meeting_act_ && record.act != Name::none)
        diagnostics_.error(items->span, "misplaced-key",
                           fmt::format("only a meeting has items, and this act is {}", quoted(names_.text(record.act))));
    if (items) read_items(*items, index);
}

RecordReader::Fields RecordReader::split(const Node& node, bool is_item) const {
    Fields fields{};
    for (const Entry& entry : node.entries()) {
        const auto key = parse_record_key(entry.key.text());
        if (!key) {
            const bool help = diagnostics_.error_count() < Diagnostics::kept_per_file;
            diagnostics_.error(entry.key.span, "unknown-key",
                               fmt::format("{} has no key {}", what(is_item), quoted(entry.key.text())),
                               help ? did_you_mean(entry.key.text(), {record_keys.begin(), record_keys.end()}) : "");
        } else if (is_item && is_of_the_meeting(*key)) {
            diagnostics_.error(entry.key.span, "misplaced-key", why_not_of_an_item(*key));
        } else {
            fields[static_cast<std::size_t>(*key)] = &entry.value;
        }
    }
    return fields;
}

const Node* RecordReader::need(const Fields& fields, RecordKey key, Span place, bool is_item) const {
    const Node* value = get(fields, key);
    if (!value) diagnostics_.error(place, "missing-key", fmt::format("{} needs the key `{}`", what(is_item), to_string(key)));
    return value;
}

void RecordReader::read_when(const Fields& fields, Span place, WholeRecord& record) const {
    if (const Node* status = get(fields, RecordKey::status))
        record.status = static_cast<Status>(
            read_word(*status, "status", {"held", "cancelled", "inquorate", "planned"}, diagnostics_).value_or(0));
    const Node* date = need(fields, RecordKey::date, place, false);
    const auto range = date ? read_date(*date, "date", diagnostics_) : std::nullopt;
    if (range) record.set_date(*range);
    const Node* recorded = get(fields, RecordKey::recorded);
    const auto day = recorded ? read_day(*recorded, "recorded", diagnostics_) : std::nullopt;
    if (!day) return;
    record.recorded = *day;
    record.has_recorded = true;
    if (range && *day < range->first && record.status != Status::planned)
        diagnostics_.error(recorded->span, "wrong-order",
                           fmt::format("this was written down ({}) before it happened ({})", to_string(*day), to_string(*range)),
                           "what is still to come has `status: planned`", {{date->span, "the day on which it happened"}});
}

void RecordReader::read_what(const Fields& fields, Span place, bool is_item, WholeRecord& record) {
    if (const Node* act = need(fields, RecordKey::act, place, is_item)) record.act = word(*act, RecordKey::act);
    record.by = parties(fields, RecordKey::by);
    record.to = parties(fields, RecordKey::to);
    record.with = parties(fields, RecordKey::with);
    record.document = word(fields, RecordKey::document);
    record.covering = words(fields, RecordKey::covering);
    record.about = words(fields, RecordKey::about);
    record.contains = words(fields, RecordKey::contains);
    record.subject = word(fields, RecordKey::subject);
    record.role = word(fields, RecordKey::role);
    record.rule = word(fields, RecordKey::rule);
    reference(fields, RecordKey::re, record, record.re);
    reference(fields, RecordKey::withdraws, record, record.withdraws);
    if (const Node* finding = get(fields, RecordKey::finding)) read_finding(*finding, record);
    if (const Node* in_writing = get(fields, RecordKey::in_writing))
        record.in_writing = read_truth(*in_writing, "in-writing", diagnostics_) ? Stated::yes : Stated::no;
    if (const Node* partial = get(fields, RecordKey::partial)) record.partial = read_truth(*partial, "partial", diagnostics_);
    skip_kept(fields);
}

void RecordReader::read_finding(const Node& node, WholeRecord& record) const {
    record.broken = read_word(node, "finding", {"kept", "broken"}, diagnostics_) == 1;
    if (record.act != attested_act_)
        diagnostics_.error(node.span, "misplaced-key", "`finding` belongs to the act `attested`",
                           "it says whether the rule attested was kept or broken");
}

void RecordReader::read_items(const Node& list, RecordIndex meeting) {
    if (!is_list(list, "items", diagnostics_)) return;
    for (std::size_t i = 0; i < list.items().size(); ++i) read_item(list.items()[i], meeting, i + 1);
}

void RecordReader::read_item(const Node& node, RecordIndex meeting, std::size_t number) {
    if (!is_mapping(node, "items", diagnostics_)) return;
    const Fields fields = split(node, true);
    const WholeRecord whole = draft_.log.whole(draft_.log.at(meeting));
    draft_.has_items = true;
    WholeRecord record;
    if (whole.id != Name::none) record.id = names_.intern(fmt::format("{}.{}", names_.text(whole.id), number));
    record.meeting = meeting;
    record.line = node.span.line;
    record.file = whole.file;
    record.dated = whole.dated;
    record.recorded = whole.recorded;
    record.has_recorded = whole.has_recorded;
    record.status = whole.status;
    record.of = whole.of;
    record.present = whole.present;
    read_what(fields, node.span, true, record);
    record.partial_present = whole.partial || record.partial;
    if (record.act == meeting_act_)
        diagnostics_.error(get(fields, RecordKey::act)->span, "bad-value", "an item of a meeting cannot be a meeting itself");
    add(record, node.span);
}

void RecordReader::skip_kept(const Fields& fields) const {
    for (const RecordKey key : {RecordKey::person, RecordKey::evidence, RecordKey::note}) {
        const Node* node = get(fields, key);
        if (!node) continue;
        if (!node->is_sequence()) {
            is_text(*node, to_string(key), diagnostics_);
        } else {
            for (const Node& item : node->items()) is_text(item, to_string(key), diagnostics_);
        }
    }
}

void RecordReader::add(const WholeRecord& record, Span place) {
    draft_.log.add(record);
    note(record.id, place.line, place.column, place.length);
}

/// Where the id stands of the record that was added last.
void RecordReader::note(Name id, std::uint32_t line, std::uint32_t column, std::uint32_t length) {
    IdPlace& place = draft_.places.emplace_back();
    place.line = line;
    place.column = column;
    place.length = static_cast<std::uint16_t>(length);
    const auto number = static_cast<std::size_t>(id);
    if (number >= seen_.size()) seen_.resize(std::max(number + 1, seen_.size() * 2));
    draft_.has_doubles = draft_.has_doubles || (seen_[number] && id != Name::none);
    seen_[number] = true;
}

/// Nearly always it is a word of the protocol, and where it belongs.
Name RecordReader::word(const Node& node, RecordKey key) {
    if (node.is_scalar() && !node.text().empty()) {
        const KnownWords::Word* const known = known_.find(node.text());
        if (known && (known->kinds & kinds_[static_cast<std::size_t>(key)]) != 0) return known->name;
    }
    return other_word(node, key);
}

Name RecordReader::other_word(const Node& node, RecordKey key) {
    if (!is_text(node, to_string(key), diagnostics_)) return Name::none;
    if (is_variable(node.text())) {
        diagnostics_.error(node.span, "misplaced-variable",
                           fmt::format("{} is a variable of rules, and a log says what was", quoted(node.text())),
                           "write what it stands for here");
        return Name::none;
    }
    const Kinds wanted = kinds_[static_cast<std::size_t>(key)];
    if (wanted & (kinds::label | kinds::text)) return names_.intern(view_line(node, to_string(key), diagnostics_));
    if (wanted & kinds::record) return read_record_id(node, to_string(key), names_, diagnostics_);
    const KnownWords::Word* known = known_.find(node.text());
    const Name name = known ? known->name : names_.intern(node.text());
    if (!known || (known->kinds & wanted) == 0) draft_.uses.push_back({name, key, node.span});
    return name;
}

Name RecordReader::word(const Fields& fields, RecordKey key) {
    const Node* node = get(fields, key);
    return node ? word(*node, key) : Name::none;
}

void RecordReader::reference(const Fields& fields, RecordKey key, WholeRecord& record, Name& target) {
    target = word(fields, key);
    if (target == Name::none || (key == RecordKey::re && is_there(target))) return;
    draft_.references.push_back({record.id, target, key, get(fields, key)->span});
}

List RecordReader::words(const Fields& fields, RecordKey key) {
    const Node* node = get(fields, key);
    if (!node) return {};
    words_.clear();
    if (!node->is_sequence()) {
        words_.push_back(word(*node, key));
    } else {
        for (const Node& item : node->items()) words_.push_back(word(item, key));
    }
    return draft_.log.keep(std::span<const Name>{words_});
}

List RecordReader::parties(const Fields& fields, RecordKey key) {
    const Node* node = get(fields, key);
    if (!node) return {};
    parties_.clear();
    if (!node->is_sequence()) {
        parties_.push_back(party(*node, key));
    } else {
        for (const Node& item : node->items()) parties_.push_back(party(item, key));
    }
    return draft_.log.keep(std::span<const Party>{parties_});
}

/// An id, or `{role: X, delegate: NAME}`.
Party RecordReader::party(const Node& node, RecordKey key) {
    if (!node.is_mapping()) return {.who = word(node, key)};
    Party party;
    if (key != RecordKey::by && key != RecordKey::present) {
        diagnostics_.error(node.span, "wrong-type",
                           fmt::format("`{}` takes ids; a delegate is named in `by` and `present`", to_string(key)));
        return party;
    }
    const std::string what = fmt::format("a delegate in `{}`", to_string(key));
    Mapping mapping{node, what, diagnostics_};
    if (const Node* role = mapping.need("role")) party.who = word(*role, RecordKey::role);
    if (const Node* delegate = mapping.need("delegate"))
        party.delegate = names_.intern(view_line(*delegate, "delegate", diagnostics_));
    mapping.finish();
    return party;
}

}  // namespace concordat
