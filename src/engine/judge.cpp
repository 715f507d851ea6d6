#include "engine/judge.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// Whether the exception came true in the obligation's time.
Match exception(RuleJob& job, const Pattern& unless, const Case& one) {
    const Claim& claim = one.claim;
    const Timeline& timeline = job.job.timeline;
    const auto touches = [&](const HitList& list) {
        return count_touching(timeline, list, claim.opens_maybe, claim.due_maybe, claim.self) > 0;
    };
    Match best = Match::no;
    for (const Query& query : job.expectation(unless, one.binding)) {
        for (const Query::Stated& stated : query.stated) {
            const HitSet& hits = *stated.hits;
            if (first_inside(timeline, hits.sure, claim.opens_sure, claim.due_sure, claim.self) != RecordIndex::none)
                return Match::yes;
            if (touches(hits.sure) || touches(hits.maybe)) best = Match::maybe;
        }
        for (const HitSet* hits : {query.unstated, query.open})
            if (hits && (touches(hits->sure) || touches(hits->maybe))) best = Match::maybe;
    }
    return best;
}

struct Judgement {
    Verdict verdict;
    Reason reason = Reason::none;
    bool maybe_excepted = false;
};

Judgement judge(RuleJob& job, const Case& one, const Pattern& expect, Match excepted) {
    const Claim& claim = one.claim;
    const Obligation& obligation = one.obligation;
    if (claim.on_time >= claim.times) return {Verdict::met};
    if (obligation.unsure) return {Verdict::undetermined, Reason::not_stated};
    if (!obligation.due || job.job.standpoint.as_of <= *obligation.due) return {Verdict::pending};
    if (claim.on_time + claim.maybe >= claim.times) return {Verdict::undetermined, Reason::not_stated};
    if (!one.window_known || !covered(job, expect, one.binding, {*obligation.opens, *obligation.due}))
        return {Verdict::undetermined, Reason::not_covered};
    if (excepted == Match::maybe) return {Verdict::undetermined, Reason::not_stated, true};
    if (claim.witnesses.size() >= claim.times) return {Verdict::late};
    return {Verdict::breached};
}

}  // namespace

bool covered(RuleJob& job, const Pattern& expect, const Binding& binding, DayRange window) {
    if (job.rule.in_force.from) window.first = std::max(window.first, *job.rule.in_force.from);
    return job.job.coverage.of(expect, binding, job.job.names).contains(window);
}

void settle(RuleJob& job, std::vector<Case> cases, const Pattern& expect, const std::optional<Pattern>& unless, bool competing) {
    std::vector<Match> excepted(cases.size(), Match::no);
    std::vector<Claim*> claims;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        Case& one = cases[i];
        Obligation& obligation = one.obligation;
        one.claim.unsure = obligation.unsure;
        one.claim.late = one.claim.late && obligation.due && !obligation.unsure;
        if (!obligation.due) one.claim.due_sure = one.claim.due_maybe = latest_day;
        if (unless && obligation.verdict != Verdict::not_applicable) {
            excepted[i] = exception(job, *unless, one);
            if (excepted[i] == Match::yes) {
                obligation.verdict = Verdict::not_applicable;
                obligation.reason = Reason::unless;
            }
        }
        if (obligation.verdict != Verdict::not_applicable) claims.push_back(&one.claim);
    }
    assign(claims, competing, job.job.timeline);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        Case& one = cases[i];
        if (one.obligation.verdict != Verdict::not_applicable) {
            const Judgement result = judge(job, one, expect, excepted[i]);
            one.obligation.verdict = result.verdict;
            one.obligation.reason = result.reason;
            one.obligation.maybe_excepted = result.maybe_excepted;
        }
        job.add(one.obligation, one.claim.witnesses);
    }
}

void settle_by_member(RuleJob& job, std::vector<std::pair<Name, Case>>&& cases, const Pattern& expect,
                      const std::optional<Pattern>& unless, bool competing) {
    // By the order in which members first come up, which is that of the triggers' dates and ids.
    std::unordered_map<Name, std::size_t> place;
    std::vector<std::vector<Case>> members;
    for (auto& [member, one] : cases) {
        const auto [at, fresh] = place.try_emplace(member, members.size());
        if (fresh) members.emplace_back();
        members[at->second].push_back(std::move(one));
    }
    for (std::vector<Case>& own : members) settle(job, std::move(own), expect, unless, competing);
}

}  // namespace concordat
