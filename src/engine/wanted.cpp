#include "engine/wanted.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// Whether it hangs on the trigger who acts in the pattern, and how: all that coverage asks of it.
bool uses_fields_for_parties(const Pattern& pattern) {
    for (const Alternative& alternative : pattern.alternatives)
        for (Field field : {Field::of, Field::by, Field::to, Field::act})
            if (const Values* values = alternative.find(field))
                for (const Value& value : values->values)
                    if (value.kind == Value::Kind::field) return true;
    return false;
}

bool asks_for_some_editions(const Pattern& pattern) {
    const auto asks = [](const Alternative& alternative) { return alternative.find(Field::covering) != nullptr; };
    const auto& all = pattern.alternatives;
    return std::any_of(all.begin(), all.end(), asks) && !std::all_of(all.begin(), all.end(), asks);
}

}  // namespace

Wanted::Wanted(const Pattern& pattern, RuleJob& job)
    : pattern_(pattern),
      job_(job),
      binder_(pattern, job.job.log, job.job.names, job.job.offices, job.delegates),
      expectation_(pattern.alternatives.size()),
      mixed_(asks_for_some_editions(pattern)),
      parties_of_record_(uses_fields_for_parties(pattern)) {}

const Expectation& Wanted::at(const Binding& binding) {
    const std::vector<Bound>& bound = binder_.at(binding);
    if (!binder_.changed()) return expectation_;
    contested_ = mixed_;
    used_ = 0;
    for (std::size_t i = 0; i < bound.size(); ++i) {
        Query& query = expectation_[i];
        query.stated.clear();
        query.unstated = query.open = nullptr;
        look(bound[i], query);
    }
    return expectation_;
}

Expectation Wanted::to_keep(const Binding& binding) {
    if (!binder_.of_record()) {
        at(binding);
        if (used_ == 0) return expectation_;
    }
    return job_.search.expectation(binder_.at(binding));
}

const DaySet& Wanted::covered(const Binding& binding) {
    if (!covered_ || parties_of_record_ || covered_for_ != binding.member) {
        covered_ = &job_.coverage.of(pattern_, binding, job_.job.names);
        covered_for_ = binding.member;
    }
    return *covered_;
}

void Wanted::look(const Bound& pattern, Query& query) {
    Search& search = job_.search;
    if (binder_.of_record() && search.locate(pattern) <= few_candidates) return look_at(search.candidates(made_), pattern, query);
    const Hits& found = search.ask(pattern, query);
    contested_ = contested_ || !found.unstated.empty();
}

/// As Search::hits and Search::ask do it, but only for the editions that are wanted.
void Wanted::look_at(std::span<const RecordIndex> candidates, const Bound& pattern, Query& query) {
    const Log& log = job_.job.log;
    const Editions& editions = pattern.editions;
    HitSet& all = fresh_set();
    HitSet& unstated = fresh_set();
    const std::size_t by_edition = used_;
    if (!editions.named || (editions.all && !editions.open))
        query.stated.push_back({&all, editions.named ? editions.wanted.front() : Name::none});
    else if (!editions.all)
        for (Name edition : editions.wanted) query.stated.push_back({&fresh_set(), edition});
    if (editions.named) (editions.open ? query.open : query.unstated) = editions.open ? &all : &unstated;

    for (RecordIndex record : candidates) {
        const Match match = job_.search.match(pattern, record);
        if (match == Match::no) continue;
        const auto add = [&](HitSet& set) { (match == Match::yes ? set.sure : set.maybe).add(log, record); };
        if (editions.open || !editions.all || job_.job.matcher.editions(editions, record) == Match::yes) add(all);
        if (!editions.named) continue;
        const auto stated = log.words(log.at(record), Part::covering);
        if (stated.empty()) {
            contested_ = true;
            add(unstated);
        }
        if (editions.all) continue;
        for (std::size_t i = 0; i < editions.wanted.size(); ++i)
            if (std::find(stated.begin(), stated.end(), editions.wanted[i]) != stated.end()) add(sets_[by_edition + i]);
    }
}

HitSet& Wanted::fresh_set() {
    if (used_ == sets_.size()) sets_.emplace_back();
    HitSet& set = sets_[used_++];
    set.clear();
    return set;
}

}  // namespace concordat
