#include "engine/match.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// Nearly all lists are short.
inline bool has(const std::vector<Name>& sorted, Name name) {
    if (sorted.size() > 8) return std::binary_search(sorted.begin(), sorted.end(), name);
    for (const Name one : sorted)
        if (one == name) return true;
    return false;
}

/// The three-valued answer for a field that holds a set: `shows(list)` says whether any of the list is in it.
template <typename Shows>
Match judge(const BoundField& field, bool says_all, Shows shows) {
    const Match otherwise = says_all ? Match::no : Match::maybe;
    if (!field.all) {
        if (shows(field.accepted.front())) return Match::yes;
        return field.open ? Match::maybe : otherwise;
    }
    Match worst = field.open ? Match::maybe : Match::yes;
    for (const std::vector<Name>& list : field.accepted)
        if (!shows(list)) worst = std::min(worst, otherwise);
    return worst;
}

}  // namespace

Matcher::Matcher(const Log& log, const Timeline& timeline, const Names& names)
    : log_(log), timeline_(timeline), considered_(names.find("considered")), yes_(names.find("true")), no_(names.find("false")) {}

Match Matcher::fields(const Bound& pattern, RecordIndex record, SharedList* shared) const {
    Match worst = Match::yes;
    for (const BoundField& one : pattern.fields) {
        worst = std::min(worst, field(one, record, pattern.delegates, shared));
        if (worst == Match::no) break;
    }
    return worst;
}

Match Matcher::field(const BoundField& field, RecordIndex at, const std::vector<Name>& delegates, SharedList* shared) const {
    const Record& record = log_.at(at);
    const auto one = [&](Name shown) {
        if (!field.all) {
            if (shown != Name::none && has(field.accepted.front(), shown)) return Match::yes;
            return field.open ? Match::maybe : Match::no;
        }
        return judge(field, true, [&](const std::vector<Name>& list) { return shown != Name::none && has(list, shown); });
    };
    switch (field.field) {
        case Field::act: return one(record.act);
        case Field::of: return one(log_.name(record, Part::of));
        case Field::document: return one(log_.name(record, Part::document));
        case Field::subject: return one(log_.name(record, Part::subject));
        case Field::re: return one(log_.name(record, Part::re));
        case Field::role: return one(log_.name(record, Part::role));
        case Field::rule: return one(log_.name(record, Part::rule));
        case Field::id: return one(record.id);
        case Field::by: return parties(field, log_.list(record, Part::by), record.partial, delegates, shared);
        case Field::to: return parties(field, log_.list(record, Part::to), record.partial, delegates, shared);
        case Field::with: return parties(field, log_.list(record, Part::with), record.partial, delegates, shared);
        case Field::present: return parties(field, log_.list(record, Part::present), record.partial_present, delegates, shared);
        case Field::contains: return contains(field, at);
        case Field::about:
            return judge(field, true, [&](const std::vector<Name>& list) {
                const auto words = log_.words(record, Part::about);
                return std::any_of(words.begin(), words.end(), [&](Name word) { return has(list, word); });
            });
        case Field::in_writing:
            if (record.in_writing == Stated::not_stated) return Match::maybe;
            return one(record.in_writing == Stated::yes ? yes_ : no_);
        case Field::covering: break;
    }
    return Match::yes;
}

Match Matcher::parties(const BoundField& field, List entries, bool partial, const std::vector<Name>& delegates,
                       SharedList* shared) const {
    if (shared && shared->field == &field && shared->list == entries && shared->partial == partial) return shared->answer;
    const auto listed = log_.parties_of(entries);
    const auto does = [&](const Party& party, const std::vector<Name>& list) {
        return has(list, party.who) && (party.delegate == Name::none || has(delegates, party.who));
    };
    if (listed.size() == 1 && !field.all && does(listed.front(), field.accepted.front())) return Match::yes;
    const bool says_all = !listed.empty() && !partial;
    const Match answer = judge(field, says_all, [&](const std::vector<Name>& list) {
        return std::any_of(listed.begin(), listed.end(), [&](const Party& party) { return does(party, list); });
    });
    if (shared && listed.size() > 8) *shared = {&field, entries, partial, answer};
    return answer;
}

Match Matcher::contains(const BoundField& field, RecordIndex at) const {
    const Record& record = log_.at(at);
    const auto own = log_.words(record, Part::contains);
    const bool says_all = !own.empty() && !record.partial;
    const auto among = [&](std::span<const Name> words, const std::vector<Name>& list) {
        return std::any_of(words.begin(), words.end(), [&](Name word) { return has(list, word); });
    };
    return judge(field, says_all, [&](const std::vector<Name>& list) {
        if (among(own, list)) return true;
        // A meeting shows what its items are about, contain or consider.
        for (auto next = static_cast<std::uint32_t>(at) + 1; next < log_.records.size(); ++next) {
            const Record& item = log_.records[next];
            if (log_.meeting(item) != at) break;
            if (!timeline_.counts(RecordIndex{next})) continue;
            if (among(log_.words(item, Part::about), list) || among(log_.words(item, Part::contains), list)) return true;
            const Name document = log_.name(item, Part::document);
            if (item.act == considered_ && document != Name::none && has(list, document)) return true;
        }
        return false;
    });
}

Match Matcher::editions(const Editions& editions, RecordIndex record) const {
    if (!editions.named) return Match::yes;
    const auto stated = log_.words(log_.at(record), Part::covering);
    if (stated.empty()) return Match::maybe;
    const auto shown = [&](Name edition) { return std::find(stated.begin(), stated.end(), edition) != stated.end(); };
    const bool agrees = editions.all ? std::all_of(editions.wanted.begin(), editions.wanted.end(), shown)
                                     : std::any_of(editions.wanted.begin(), editions.wanted.end(), shown);
    if (editions.open) return editions.all && !agrees ? Match::no : (!editions.all && agrees ? Match::yes : Match::maybe);
    return agrees ? Match::yes : Match::no;
}

Match Matcher::whole(const Bound& pattern, RecordIndex record) const {
    const Match most = fields(pattern, record);
    return most == Match::no ? most : std::min(most, editions(pattern.editions, record));
}

Match Matcher::whole(const std::vector<Bound>& alternatives, RecordIndex record) const {
    Match best = Match::no;
    for (const Bound& pattern : alternatives) {
        best = std::max(best, whole(pattern, record));
        if (best == Match::yes) break;
    }
    return best;
}

}  // namespace concordat
