#include "engine/job.hpp"

#include <algorithm>
#include <utility>

#include "time/arithmetic.hpp"
#include "timeline/side_by_side.hpp"
#include "timeline/sort_by_number.hpp"

namespace concordat {

Job::Job(const Protocol& protocol_, const Log& log_, const Names& names_, const Standpoint& standpoint_)
    : protocol(protocol_),
      log(log_),
      names(names_),
      standpoint(standpoint_),
      offices(log.directory),
      view(view_of(log, standpoint)),
      timeline(log, names, std::move(view.counted)),
      matcher(log, timeline, names),
      asked(nothing_asked()) {
    standing.reserve(log.standing.size());
    for (const Standing& fact : log.standing) standing.push_back({offices.office(fact.subject), &fact});
    sort_by_number(standing, [](const FactOfOffice& one) { return static_cast<std::uint32_t>(one.office); });
    acts = timeline.acts();
    std::sort(acts.begin(), acts.end(), [&](Name a, Name b) { return names.text(a) < names.text(b); });
}

RuleJob::RuleJob(const Job& job_, Asked& asked, std::size_t index_, Audit& out_)
    : job(job_),
      search(asked.search),
      coverage(asked.coverage),
      rule(job_.protocol.rules[index_]),
      index(static_cast<std::uint32_t>(index_)),
      out(out_) {
    for (Name role : rule.delegates)
        for (Name name : job.offices.names_of(role)) delegates.push_back(name);
    std::sort(delegates.begin(), delegates.end());
    delegates.erase(std::unique(delegates.begin(), delegates.end()), delegates.end());
}

std::vector<Name> RuleJob::members(RecordIndex record) const {
    if (!rule.for_each) return {Name::none};
    std::vector<Name> result;
    for (const Value& value : *rule.for_each) {
        bool known = true;
        for (Name name : resolve(value, {.record = record}, job.log, job.names, known))
            if (std::find(result.begin(), result.end(), name) == result.end()) result.push_back(name);
    }
    // The trigger does not say for whom: one obligation, whose member nobody knows.
    if (result.empty()) result.push_back(Name::none);
    return result;
}

bool RuleJob::members_of_trigger() const {
    return rule.for_each && std::any_of(rule.for_each->begin(), rule.for_each->end(),
                                        [](const Value& value) { return value.kind == Value::Kind::field; });
}

std::vector<Bound> RuleJob::bind(const Pattern& pattern, const Binding& binding) const {
    return Binder(pattern, job.log, job.names, job.offices, delegates).at(binding);
}

Expectation RuleJob::expectation(const Pattern& pattern, const Binding& binding) {
    return search.expectation(bind(pattern, binding));
}

std::vector<Found> RuleJob::found(const Pattern& pattern, const Binding& binding) {
    std::vector<Found> result;
    for (const Bound& alternative : bind(pattern, binding)) {
        const Hits& hits = search.hits(alternative);
        result.reserve(result.size() + hits.all.sure.days.size() + hits.all.sure.months.size());
        const auto add = [&](RecordIndex record, Match most) {
            const Match match = std::min(most, job.matcher.editions(alternative.editions, record));
            if (match != Match::no) result.push_back({record, match == Match::yes});
        };
        for (RecordIndex record : hits.all.sure.days) add(record, Match::yes);
        for (RecordIndex record : hits.all.sure.months) add(record, Match::yes);
        for (RecordIndex record : hits.all.maybe.days) add(record, Match::maybe);
        // A month that is not over by as-of is no reason to doubt what the record shows.
        for (RecordIndex record : hits.all.maybe.months) add(record, job.matcher.fields(alternative, record));
    }
    const auto earlier = [&](const Found& a, const Found& b) {
        const auto left = job.timeline.rank(a.record);
        const auto right = job.timeline.rank(b.record);
        return left != right ? left < right : a.sure > b.sure;
    };
    if (!std::is_sorted(result.begin(), result.end(), earlier)) std::sort(result.begin(), result.end(), earlier);
    const auto same = [](const Found& a, const Found& b) { return a.record == b.record; };
    result.erase(std::unique(result.begin(), result.end(), same), result.end());
    expect_more(result.size());
    return result;
}

DayRange RuleJob::force() const { return {rule.in_force.from.value_or(earliest_day), rule.in_force.to.value_or(latest_day)}; }

InTime RuleJob::in_force(DayRange days) const {
    const DayRange time = force();
    if (days.last < time.first || days.first > time.last) return InTime::no;
    return days.first < time.first || days.last > time.last ? InTime::partly : InTime::wholly;
}

std::optional<Day> RuleJob::start() const {
    const std::optional<Day> covered = coverage.start();
    if (!covered || !rule.in_force.from) return covered ? covered : rule.in_force.from;
    return std::max(*covered, *rule.in_force.from);
}

void RuleJob::fault(Day from, RecordIndex record) { out.faults.push_back({index, record, from}); }

namespace {

/// Whether it is the holiday table that has no answer, and not the end of all years.
bool needs_table(Duration duration) { return duration.unit == Unit::working_days; }

const Calendar* table(const Protocol& protocol) { return protocol.calendar ? &*protocol.calendar : nullptr; }

}  // namespace

Day RuleJob::later(Day from, Duration duration, RecordIndex record) {
    if (const auto day = concordat::add(from, duration, table(job.protocol))) return *day;
    if (needs_table(duration)) fault(from, record);
    return latest_day;
}

Day RuleJob::earlier(Day from, Duration duration, RecordIndex record) {
    if (const auto day = subtract(from, duration, table(job.protocol))) return *day;
    if (needs_table(duration)) fault(from, record);
    return earliest_day;
}

Day RuleJob::notice(Day end, Duration duration, RecordIndex record) {
    if (const auto day = latest_start(end, duration, table(job.protocol))) return *day;
    if (needs_table(duration)) fault(end, record);
    return earliest_day;
}

void RuleJob::expect_more(std::size_t count) {
    const std::size_t size = out.obligations.size();
    if (size + count > out.obligations.capacity()) out.obligations.reserve(std::max(size + count, size + size / 2));
}

void RuleJob::in_stretches(std::size_t count, bool may_be_cut,
                           const std::function<void(std::size_t, std::size_t, RuleJob&)>& run) {
    constexpr std::size_t very_many = 100'000;
    const std::size_t threads = may_be_cut && count >= very_many ? threads_for(count, count) : 1;
    if (threads == 1) return run(0, count, *this);
    std::vector<Audit> parts(threads - 1);  // of all stretches but the first
    std::vector<Asked> asked;
    while (asked.size() < parts.size()) asked.push_back(job.nothing_asked());
    side_by_side(threads, threads, [&](std::size_t, std::size_t stretch) {
        const std::size_t begin = count * stretch / threads, end = count * (stretch + 1) / threads;
        if (stretch == 0) return run(begin, end, *this);
        RuleJob own(job, asked[stretch - 1], index, parts[stretch - 1]);
        own.expect_more(end - begin);
        run(begin, end, own);
    });
    for (Asked& one : asked) search.take(std::move(one.search));
    for (Audit& part : parts) append(out, std::exchange(part, {}));
}

void RuleJob::add(Obligation obligation, std::span<const Witness> witnesses) {
    out.obligations.emplace_back();
    put(out.obligations.size() - 1, obligation, witnesses);
}

void RuleJob::put(std::size_t place, Obligation obligation, std::span<const Witness> witnesses) {
    obligation.rule = index;
    obligation.witnesses = static_cast<std::uint32_t>(out.witnesses.size());
    obligation.witness_count = static_cast<std::uint32_t>(witnesses.size());
    out.witnesses.insert(out.witnesses.end(), witnesses.begin(), witnesses.end());
    out.obligations[place] = obligation;
}

bool uses_fields(const Pattern& pattern) {
    for (const Alternative& alternative : pattern.alternatives)
        for (const FieldPattern& field : alternative.fields)
            for (const Value& value : field.values.values)
                if (value.kind == Value::Kind::field) return true;
    return false;
}

}  // namespace concordat
