// How a due day came about.

#include "engine/reasons.hpp"

namespace concordat {

namespace {

std::string counted(std::string_view from, Day day, Duration duration, const std::optional<Day>& due) {
    return text_of({from, " ", to_string(day), " + ", to_string(duration), due ? " = " : "", due ? to_string(*due) : ""});
}

struct Because {
    const Telling& telling;

    const Obligation& at() const { return telling.obligation; }

    std::string hanging(const Deadline& within, Day after) const {
        const bool meeting = within.kind == Deadline::Kind::next_meeting;
        const std::string what = text_of({meeting ? "the first meeting of " : "the first publication of ",
                                          telling.call(within.name), " after ", to_string(after)});
        if (at().due_by == RecordIndex::none) return "due with " + what + "; the log shows none yet";
        return text_of({what, ", ", telling.id_of(at().due_by), " on ", telling.date_of(at().due_by)});
    }

    std::string operator()(const Every& form) const {
        const Period& period = telling.audit.periods[at().period];
        std::string end = form.rhythm.from_agreement ? "end of the period from " + period.label : "end of " + period.label;
        switch (form.within.kind) {
            case Deadline::Kind::at_once: return end;
            case Deadline::Kind::duration: return counted(end + ",", period.days.last, form.within.duration, at().due);
            case Deadline::Kind::next_meeting:
            case Deadline::Kind::next_edition: return hanging(form.within, period.days.last);
            case Deadline::Kind::open: return "the paper gives no due day";
        }
        return {};
    }
    std::string operator()(const AtLeastEvery& form) const {
        const std::string from = at().record == RecordIndex::none ? "start" : text_of({telling.id_of(at().record), ","});
        return counted(from, *at().opens, form.gap, at().due);
    }
    std::string operator()(const Once& form) const {
        if (form.within.kind != Deadline::Kind::duration) return "the paper gives no due day";
        const std::string from = telling.rule().in_force.from ? "in force from" : "agreed";
        return counted(from, *at().opens, form.within.duration, at().due);
    }
    std::string operator()(const After& form) const {
        const Day day = telling.job.job.timeline.date(at().record).last;
        switch (form.within.kind) {
            case Deadline::Kind::duration: {
                const std::string_view act = telling.act_of(at().record);
                const bool month_only = telling.job.job.timeline.date(at().record).first != day;
                if (!month_only) return counted(act, day, form.within.duration, at().due);
                return counted(text_of({act, " ", telling.date_of(at().record), ", its last day"}), day, form.within.duration,
                               at().due);
            }
            case Deadline::Kind::next_meeting:
            case Deadline::Kind::next_edition: return hanging(form.within, day);
            case Deadline::Kind::at_once:
            case Deadline::Kind::open: break;
        }
        return "the paper gives no due day";
    }
    std::string operator()(const Before& form) const {
        const std::string guarded =
            text_of({telling.id_of(at().record), ", ", telling.act_of(at().record), " ", telling.date_of(at().record)});
        if (!form.at_least) return "before " + guarded;
        return text_of({to_string(*form.at_least), " before ", guarded, " = ", to_string(*at().due)});
    }
    std::string operator()(const Each&) const { return {}; }
    std::string operator()(const Never&) const { return {}; }
    std::string operator()(const Throughout&) const { return {}; }
    std::string operator()(const May&) const { return {}; }
    std::string operator()(const Attest& form) const {
        const Period& period = telling.audit.periods[at().period];
        return form.rhythm.from_agreement ? "end of the period from " + period.label : "end of " + period.label;
    }
};

}  // namespace

std::string due_because(const Telling& telling) { return std::visit(Because{telling}, telling.rule().form); }

}  // namespace concordat
