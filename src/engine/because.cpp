// Why this verdict and no other, in one sentence. An undetermined one says what the log would have to say.

#include <algorithm>

#include "engine/judge.hpp"
#include "engine/miss.hpp"
#include "engine/reasons.hpp"

namespace concordat {

namespace {

std::string stretch(DayRange days) {
    if (days.first == days.last) return "on " + to_string(days.first);
    return text_of({"from ", to_string(days.first), " to ", to_string(days.last)});
}

class Because {
public:
    explicit Because(const Telling& telling) : telling_(telling) {}

    std::string sentence() const {
        switch (at().verdict) {
            case Verdict::met: return met();
            case Verdict::late: return late();
            case Verdict::breached: return breached();
            case Verdict::pending: return pending();
            case Verdict::undetermined: return undetermined();
            case Verdict::waived: return {};  // a flag tells who waived it and why
            case Verdict::not_applicable: return not_applicable();
        }
        return {};
    }

private:
    const Obligation& at() const { return telling_.obligation; }
    std::string name(RecordIndex record) const { return text_of({telling_.id_of(record), " (", telling_.date_of(record), ")"}); }

    template <typename T>
    bool is() const {
        return std::holds_alternative<T>(telling_.rule().form);
    }

    std::string met() const {
        std::vector<std::string> words;
        for (const Witness& witness : telling_.witnesses()) words.push_back(name(witness.record));
        if (is<Each>()) return name(at().record) + " shows it";
        if (is<Never>())
            return at().key == KeyKind::window ? "no such record on the audited days" : "excused by " + join(words, "and");
        if (is<Throughout>()) return "it held on every audited day";
        if (is<Attest>()) return "attested by " + join(words, "and");
        return "met by " + join(words, "and");
    }

    std::string late() const {
        const Witness& last = telling_.witnesses().back();
        const DayRange date = telling_.job.job.timeline.date(last.record);
        if (is<Before>())
            return name(last.record) + " gave less notice than " + to_string(*std::get<Before>(telling_.rule().form).at_least);
        const int days = (date.first - *at().due).count();
        return name(last.record) + " came " + (date.first == date.last ? "" : "at least ") + std::to_string(days) +
               (days == 1 ? " day" : " days") + " late";
    }

    std::string breached() const {
        if (const auto* each = std::get_if<Each>(&telling_.rule().form)) return lacking(each->has);
        if (is<Never>()) return name(at().record) + " is what the rule forbids, and nothing excuses it";
        if (const auto* may = std::get_if<May>(&telling_.rule().form)) return lacking(may->pattern);
        if (is<Throughout>()) return "it did not hold " + stretch({*at().opens, *at().until});
        if (is<Attest>()) return "attested as broken by " + name(telling_.witnesses().front().record);
        const auto* every = std::get_if<Every>(&telling_.rule().form);
        if (every && every->times > 1)
            return "the log shows " + std::to_string(telling_.witnesses().size()) + " of " + std::to_string(every->times) + " " +
                   stretch({*at().opens, *at().due});
        if (*at().due < *at().opens) return "there was no time left for the notice that it needs";
        return text_of({"the log shows none ", stretch({*at().opens, *at().due})});
    }

    /// What the judged record does not show.
    std::string lacking(const Pattern& wanted) const {
        const std::vector<Bound> bound = telling_.job.bind(wanted, telling_.binding());
        const Differences differ = differences(telling_, wanted.alternatives.front(), bound.front(), at().record);
        return name(at().record) + ": " + (differ.first ? differ.first->text : "does not show it");
    }

    std::string pending() const {
        if (at().due) return "there is time until " + to_string(*at().due);
        const Deadline* within = nullptr;
        if (const auto* every = std::get_if<Every>(&telling_.rule().form)) within = &every->within;
        if (const auto* after = std::get_if<After>(&telling_.rule().form)) within = &after->within;
        const bool hangs =
            within && (within->kind == Deadline::Kind::next_meeting || within->kind == Deadline::Kind::next_edition);
        const int days = (telling_.audit.standpoint.as_of - at().opens.value_or(telling_.audit.standpoint.as_of)).count();
        return std::string(hangs ? "no due day yet" : "no due day") + "; open for " + std::to_string(days) +
               (days == 1 ? " day" : " days");
    }

    std::string undetermined() const {
        std::string text = why_undetermined();
        // A match that came too late to be on time, where nobody can say that there was none in time.
        if (!telling_.witnesses().empty() && telling_.witnesses().back().late)
            text += "; " + name(telling_.witnesses().back().record) + " came late";
        return text;
    }

    std::string why_undetermined() const {
        switch (at().reason) {
            case Reason::not_covered: return not_covered();
            case Reason::needs_attestation: {
                const Names& names = telling_.job.job.names;
                return "no attestation counts for " + telling_.audit.periods[at().period].label +
                       "; a record {act: attested, rule: " + names.text(telling_.rule().id) + ", …} would tell";
            }
            case Reason::not_stated: return not_stated();
            case Reason::none:
            case Reason::out_of_force:
            case Reason::part_period:
            case Reason::unless: break;
        }
        return {};
    }

    std::string not_covered() const {
        if (at().key == KeyKind::window) return "the log covers no day on which this could be seen";
        if (!at().opens) return "nobody knows how far back to look, so that none is shown proves nothing";
        const Pattern* expect = telling_.expect();
        DayRange window{*at().opens, *at().due};
        if (!is<AtLeastEvery>() && telling_.rule().in_force.from)
            window.first = std::max(window.first, *telling_.rule().in_force.from);
        const DaySet missing =
            DaySet{{window}}.without(telling_.job.coverage.of(*expect, telling_.binding(), telling_.job.job.names));
        std::vector<std::string> words;
        for (const DayRange& run : missing.runs()) {
            if (words.size() == 3) {
                words.push_back("further days");
                break;
            }
            words.push_back(stretch(run));
        }
        return "the log does not claim to show all of this " + join(words, "and");
    }

    std::string not_stated() const {
        if (const auto* each = std::get_if<Each>(&telling_.rule().form)) return lacking(each->has);
        if (is<Attest>()) return "what was attested does not agree, or does not say by whom";
        if (is<Throughout>()) return "`standing` does not say enough to tell";
        if (is<May>()) return name(at().record) + " does not say enough to tell whether it was somebody else";
        if (is<Never>())
            return name(at().record) + " does not say enough to tell whether it is what the rule forbids" +
                   (std::get<Never>(telling_.rule().form).excused_by ? ", or excused" : "");
        if (at().unsure) return name(at().record) + " does not say enough to tell whether it calls for this";
        if (at().maybe_excepted) return exception() + " may be the exception that the rule makes, but does not say enough";
        return "a record may be it, but does not say so (see the nearest)";
    }

    /// The earliest record of the exception's time that is, or may be, the exception.
    std::string exception() const {
        struct Unless {
            const Pattern* operator()(const Every& form) const { return form.unless ? &*form.unless : nullptr; }
            const Pattern* operator()(const Once& form) const { return form.unless ? &*form.unless : nullptr; }
            const Pattern* operator()(const After& form) const { return form.unless ? &*form.unless : nullptr; }
            const Pattern* operator()(const Before& form) const { return form.unless ? &*form.unless : nullptr; }
            const Pattern* operator()(const AtLeastEvery&) const { return nullptr; }
            const Pattern* operator()(const Each&) const { return nullptr; }
            const Pattern* operator()(const Never&) const { return nullptr; }
            const Pattern* operator()(const Throughout&) const { return nullptr; }
            const Pattern* operator()(const May&) const { return nullptr; }
            const Pattern* operator()(const Attest&) const { return nullptr; }
        };
        const Pattern* unless = std::visit(Unless{}, telling_.rule().form);
        const Timeline& timeline = telling_.job.job.timeline;
        const DayRange window{at().opens.value_or(earliest_day), at().due.value_or(latest_day)};
        RecordIndex best = RecordIndex::none;
        const auto look = [&](const HitList& list) {
            best =
                earlier_of(timeline, best, first_touching(timeline, list, window.first, window.last, telling_.binding().record));
        };
        const bool sure = at().reason == Reason::unless;
        for (const Query& query : telling_.job.expectation(*unless, telling_.binding())) {
            for (const Query::Stated& stated : query.stated) {
                look(stated.hits->sure);
                if (!sure) look(stated.hits->maybe);
            }
            for (const HitSet* hits : {query.unstated, query.open}) {
                if (!hits || sure) continue;
                look(hits->sure);
                look(hits->maybe);
            }
        }
        return best == RecordIndex::none ? "a record" : name(best);
    }

    std::string not_applicable() const {
        switch (at().reason) {
            case Reason::part_period: return "only a part of the period is in force";
            case Reason::unless: return exception() + " is the exception that the rule makes";
            case Reason::out_of_force:
            case Reason::none:
            case Reason::not_covered:
            case Reason::not_stated:
            case Reason::needs_attestation: break;
        }
        return "not in force";
    }

    const Telling& telling_;
};

}  // namespace

std::string because(const Telling& telling) { return Because(telling).sentence(); }

}  // namespace concordat
