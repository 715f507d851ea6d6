#include "engine/cases.hpp"

#include <algorithm>
#include <unordered_map>

namespace concordat {

Cases::Cases(const Pattern& expect, const std::optional<Pattern>& unless, bool distinct, RuleJob& job)
    : job_(job), distinct_(distinct), expect_(expect, job), begin_(job.out.obligations.size()) {
    if (unless) unless_.emplace(*unless, job);
}

bool Cases::never_compete(const Pattern& expect, bool distinct) {
    const auto asks_for_editions = [](const Alternative& one) { return one.find(Field::covering) != nullptr; };
    return !distinct && std::none_of(expect.alternatives.begin(), expect.alternatives.end(), asks_for_editions);
}

void Cases::add(Case& one) {
    const Timeline& timeline = job_.job.timeline;
    one.claim.witnesses.swap(spare_);
    prepare(one);
    if (unless_ && applicable(one)) make_exception(one, unless_->at(one.binding), timeline);
    if (applicable(one)) {
        const Expectation* expectation = distinct_ ? nullptr : &expect_.at(one.binding);
        if (!expectation || expect_.contested()) {
            one.claim.expectation = expect_.to_keep(one.binding);
            places_.push_back(job_.out.obligations.size());
            waiting_.push_back(one);
        } else {
            assign_alone(one.claim, *expectation, timeline);
            decide(one);
        }
    }
    job_.add(one.obligation, one.claim.witnesses);
    one.claim.witnesses.swap(spare_);
    spare_.clear();
}

void Cases::decide(Case& one) {
    judge(
        one, [this](const Binding& binding) -> const DaySet& { return expect_.covered(binding); }, job_);
}

void Cases::finish() {
    settle_waiting();
    sort_by_member();
}

void Cases::settle_waiting() {
    std::unordered_map<Name, std::vector<Claim*>> by_member;
    for (Case& one : waiting_) by_member[one.obligation.member].push_back(&one.claim);
    for (const auto& [member, claims] : by_member) assign(claims, distinct_, job_.job.timeline);
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        decide(waiting_[i]);
        job_.put(places_[i], waiting_[i].obligation, waiting_[i].claim.witnesses);
    }
    waiting_.clear();
    places_.clear();
}

void Cases::sort_by_member() {
    const std::span own = std::span(job_.out.obligations).subspan(begin_);
    std::unordered_map<Name, std::size_t> place;
    for (const Obligation& obligation : own) place.try_emplace(obligation.member, place.size());
    if (place.size() < 2) return;
    std::stable_sort(own.begin(), own.end(),
                     [&](const Obligation& a, const Obligation& b) { return place.at(a.member) < place.at(b.member); });
}

}  // namespace concordat
