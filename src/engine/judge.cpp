#include "engine/judge.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// Whether the exception came true in the obligation's time.
Match exception(const Claim& claim, const Expectation& unless, const Timeline& timeline) {
    const auto touches = [&](const HitList& list) {
        return count_touching(timeline, list, claim.opens_maybe, claim.due_maybe, claim.self) > 0;
    };
    Match best = Match::no;
    for (const Query& query : unless) {
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

/// Whether the log covers every day on which a match could lie, as far as the rule was in force then.
bool is_covered(const Case& one, const Covered& covered, const Rule& rule) {
    DayRange window{*one.obligation.opens, *one.obligation.due};
    if (rule.in_force.from) window.first = std::max(window.first, *rule.in_force.from);
    return covered(one.binding).contains(window);
}

Judgement judgement(const Case& one, const Covered& covered, const RuleJob& job) {
    const Claim& claim = one.claim;
    const Obligation& obligation = one.obligation;
    if (claim.on_time >= claim.times) return {Verdict::met};
    if (obligation.unsure) return {Verdict::undetermined, Reason::not_stated};
    if (!obligation.due || job.job.standpoint.as_of <= *obligation.due) return {Verdict::pending};
    if (claim.on_time + claim.maybe >= claim.times) return {Verdict::undetermined, Reason::not_stated};
    if (!one.window_known || !is_covered(one, covered, job.rule)) return {Verdict::undetermined, Reason::not_covered};
    if (one.excepted == Match::maybe) return {Verdict::undetermined, Reason::not_stated, true};
    if (claim.witnesses.size() >= claim.times) return {Verdict::late};
    return {Verdict::breached};
}

}  // namespace

void prepare(Case& one) {
    const Obligation& obligation = one.obligation;
    one.claim.unsure = obligation.unsure;
    one.claim.late = one.claim.late && obligation.due && !obligation.unsure;
    if (!obligation.due) one.claim.due_sure = one.claim.due_maybe = latest_day;
}

void make_exception(Case& one, const Expectation& unless, const Timeline& timeline) {
    one.excepted = exception(one.claim, unless, timeline);
    if (one.excepted != Match::yes) return;
    one.obligation.verdict = Verdict::not_applicable;
    one.obligation.reason = Reason::unless;
}

void judge(Case& one, const Covered& covered, const RuleJob& job) {
    const Judgement result = judgement(one, covered, job);
    one.obligation.verdict = result.verdict;
    one.obligation.reason = result.reason;
    one.obligation.maybe_excepted = result.maybe_excepted;
}

void settle(RuleJob& job, std::vector<Case> cases, const Pattern& expect, const std::optional<Pattern>& unless, bool competing) {
    std::vector<Claim*> claims;
    for (Case& one : cases) {
        prepare(one);
        if (unless && applicable(one)) make_exception(one, job.expectation(*unless, one.binding), job.job.timeline);
        if (applicable(one)) claims.push_back(&one.claim);
    }
    assign(claims, competing, job.job.timeline);
    const Covered covered = [&](const Binding& binding) -> const DaySet& {
        return job.coverage.of(expect, binding, job.job.names);
    };
    for (Case& one : cases) {
        if (applicable(one)) judge(one, covered, job);
        job.add(one.obligation, one.claim.witnesses);
    }
}

}  // namespace concordat
