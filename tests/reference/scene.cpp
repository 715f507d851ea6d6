#include "reference/scene.hpp"

#include <algorithm>
#include <tuple>

namespace concordat::reference {

namespace {

// "the day it was written down"; a record that does not say was written down on the first day of its date.
Day written_down(const Log& log, const Record& record) { return log.recorded(record).value_or(record.date().first); }

bool in_view(const Log& log, const Record& record, const Standpoint& standpoint) {
    // "Records after it are set aside." A month is after it if its first day is.
    if (record.date().first > standpoint.as_of) return false;
    // "`--known-at DATE` sets aside what was written down after DATE."
    return !standpoint.known_at || written_down(log, record) <= *standpoint.known_at;
}

bool counts(const Log& log, const Record& record, const Standpoint& standpoint, std::vector<const Record*> asking = {});

// "another record's id, which, with its items, no longer counts from this record's `recorded` (or `date`) on"
bool withdrawn(const Log& log, const Record& record, const Standpoint& standpoint, const std::vector<const Record*>& asking) {
    for (const Record& other : log.records)
        if (log.name(other, Part::withdraws) == record.id && written_down(log, other) <= standpoint.as_of &&
            counts(log, other, standpoint, asking))
            return true;
    return record.is_item() && withdrawn(log, log.at(log.meeting(record)), standpoint, asking);
}

// `asking` ends a circle of records that withdraw each other: such a one does not help to withdraw itself.
bool counts(const Log& log, const Record& record, const Standpoint& standpoint, std::vector<const Record*> asking) {
    if (std::find(asking.begin(), asking.end(), &record) != asking.end()) return false;
    asking.push_back(&record);
    // "`held` (default); `cancelled`, `inquorate`, `planned` never count, nor do their items"
    return record.status == Status::held && in_view(log, record, standpoint) && !withdrawn(log, record, standpoint, asking);
}

void add_name(const Scene& scene, std::vector<Shown>& result, Name name) {
    if (name != Name::none) result.push_back({std::string{scene.names.text(name)}, name});
}

void add_words(const Scene& scene, std::vector<Shown>& result, List list) {
    for (const Name word : scene.log.words_of(list)) add_name(scene, result, word);
}

void add_parties(const Scene& scene, std::vector<Shown>& result, List list) {
    for (const Party& party : scene.log.parties_of(list))
        result.push_back({std::string{scene.names.text(party.who)}, party.who, party.delegate != Name::none});
}

// "A meeting shows in `contains` also what its items are about, contain or consider". An item that was withdrawn shows nothing.
void add_what_items_show(const Scene& scene, std::vector<Shown>& result, const Record& meeting) {
    for (const Record* item : scene.records) {
        const WholeRecord whole = scene.log.whole(*item);
        if (whole.meeting == RecordIndex::none || &scene.log.at(whole.meeting) != &meeting) continue;
        add_words(scene, result, whole.about);
        add_words(scene, result, whole.contains);
        if (scene.names.text(whole.act) == "considered") add_name(scene, result, whole.document);
    }
}

}  // namespace

Scene look(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint) {
    Scene scene{protocol, log, names, standpoint, {}};
    for (const Record& record : log.records)
        if (counts(log, record, standpoint)) scene.records.push_back(&record);
    std::sort(scene.records.begin(), scene.records.end(), [&](const Record* a, const Record* b) {
        return std::tuple(a->date().first, a->date().last, names.text(a->id)) <
               std::tuple(b->date().first, b->date().last, names.text(b->id));
    });
    return scene;
}

std::vector<Shown> shown(const Scene& scene, const Record& record, Field field) {
    std::vector<Shown> result;
    const WholeRecord whole = scene.log.whole(record);
    switch (field) {
        case Field::act: add_name(scene, result, record.act); break;
        case Field::by: add_parties(scene, result, whole.by); break;
        case Field::to: add_parties(scene, result, whole.to); break;
        case Field::present: add_parties(scene, result, whole.present); break;
        case Field::with: add_parties(scene, result, whole.with); break;
        case Field::of: add_name(scene, result, whole.of); break;
        case Field::document: add_name(scene, result, whole.document); break;
        case Field::covering: add_words(scene, result, whole.covering); break;
        case Field::about: add_words(scene, result, whole.about); break;
        case Field::contains:
            add_words(scene, result, whole.contains);
            add_what_items_show(scene, result, record);
            break;
        case Field::subject: add_name(scene, result, whole.subject); break;
        case Field::re: add_name(scene, result, whole.re); break;
        case Field::role: add_name(scene, result, whole.role); break;
        case Field::rule: add_name(scene, result, whole.rule); break;
        case Field::in_writing:
            if (record.in_writing != Stated::not_stated)
                result.push_back({record.in_writing == Stated::yes ? "true" : "false", Name::none});
            break;
        case Field::id: add_name(scene, result, record.id); break;
    }
    return result;
}

bool claims_all(const Scene& scene, const Record& record, Field field) {
    // "`by to present with contains in-writing` may be *not stated*"; every other field "must definitely agree".
    if (!may_be_not_stated(field)) return true;
    // "a record that lists any is complete for that field, unless `partial`; one that lists none does not say". `in-writing` is
    // no list: what it states is all there is to it.
    if (field == Field::in_writing) return record.in_writing != Stated::not_stated;
    if (record.partial) return false;
    if (field == Field::present && record.partial_present) return false;
    // "but only a stated `contains` claims to be all"
    if (field == Field::contains) return !scene.log.list(record, Part::contains).empty();
    return !shown(scene, record, field).empty();
}

Name office(const Scene& scene, Name role) {
    const Thing* thing = scene.log.directory.find(role);
    while (thing && thing->same_as != Name::none) {
        role = thing->same_as;
        thing = scene.log.directory.find(role);
    }
    return role;
}

std::string id_of(const Scene& scene, const Record& record) { return std::string{scene.names.text(record.id)}; }

}  // namespace concordat::reference
