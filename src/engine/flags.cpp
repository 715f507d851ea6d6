// What is worth knowing about the records that led to a verdict: who really acted, when it was written down, what was not said.

#include <algorithm>

#include "engine/reasons.hpp"

namespace concordat {

namespace {

class Flags {
public:
    Flags(const Telling& telling, const Owed& debt, HolderChanges& holders)
        : telling_(telling), debt_(debt), holders_(holders), log_(telling.job.job.log) {}

    std::vector<std::string> all() {
        for (const Witness& witness : telling_.witnesses()) about(witness);
        if (const auto* each = std::get_if<Each>(&telling_.rule().form); each && telling_.obligation.verdict == Verdict::met) {
            entered(log_.at(telling_.obligation.record));
            actors(each->has, log_.at(telling_.obligation.record));
        }
        if (telling_.obligation.record != RecordIndex::none) month_only(telling_.obligation.record);
        holders();
        return std::move(flags_);
    }

private:
    void add(std::string flag) {
        if (std::find(flags_.begin(), flags_.end(), flag) == flags_.end()) flags_.push_back(std::move(flag));
    }

    void month_only(RecordIndex record) {
        const DayRange date = log_.at(record).date();
        if (date.first != date.last) add("month only");
    }

    void entered(const Record& record) {
        const auto recorded = log_.recorded(record);
        if (!recorded || *recorded <= record.date().last) return;
        const int days = (*recorded - record.date().last).count();
        add("entered " + std::to_string(days) + (days == 1 ? " day after" : " days after"));
    }

    void about(const Witness& witness) {
        const Record& record = log_.at(witness.record);
        const RecordIndex trigger = telling_.binding().record;
        if (trigger != RecordIndex::none && log_.at(trigger).date() == record.date() && witness.record != trigger)
            add("same day");
        if (witness.edition_not_stated) add("edition not stated");
        entered(record);
        month_only(witness.record);
        if (const Pattern* expect = telling_.expect()) actors(*expect, record);
    }

    /// Through its chair, by a delegate.
    void actors(const Pattern& expect, const Record& record) {
        for (const Alternative& alternative : expect.alternatives)
            for (const FieldPattern& field : alternative.fields)
                if (names_parties(field.field)) actors(field, record);
    }

    void actors(const FieldPattern& pattern, const Record& record) {
        const Job& job = telling_.job.job;
        const auto listed = [&]() -> std::span<const Party> {
            switch (pattern.field) {
                case Field::by: return log_.parties(record, Part::by);
                case Field::to: return log_.parties(record, Part::to);
                case Field::present: return log_.parties(record, Part::present);
                case Field::with: return log_.parties(record, Part::with);
                default: return {};
            }
        }();
        const auto asks_for = [&](Name office) {
            bool known = true;
            const auto& asked = pattern.values.values;
            return !pattern.values.all && std::any_of(asked.begin(), asked.end(), [&](const Value& value) {
                for (const Name name : resolve(value, telling_.binding(), log_, job.names, known))
                    if (name == office) return true;
                return false;
            });
        };
        for (const Value& value : pattern.values.values) {
            bool known = true;
            for (Name wanted : resolve(value, telling_.binding(), log_, job.names, known)) {
                const auto own = job.offices.names_of(wanted);
                const auto shows = [&](const std::vector<Name>& names, bool delegates) {
                    return std::any_of(listed.begin(), listed.end(), [&](const Party& party) {
                        return (party.delegate != Name::none) == delegates &&
                               std::find(names.begin(), names.end(), party.who) != names.end();
                    });
                };
                if (shows(own, false)) continue;
                if (shows(own, true)) add("by a delegate");
                const Name chair = job.offices.chair(wanted);
                if (chair == Name::none || value.kind == Value::Kind::itself || asks_for(chair)) continue;
                const auto heads = job.offices.names_of(chair);
                const bool delegate = !shows(heads, false) && shows(heads, true);
                if (shows(heads, false) || delegate) add("through its chair");
                if (delegate) add("by a delegate");
            }
        }
    }

    /// Whether the office that owed it changed hands while it was owed.
    void holders() {
        const Obligation& at = telling_.obligation;
        if (!at.opens || debt_.by.size() != 1) return;
        const Day last = std::min(at.due.value_or(latest_day), telling_.audit.standpoint.as_of);
        if (holders_.any(debt_.by.front(), {*at.opens, last}, telling_.job.job)) add("holder changed");
    }

    const Telling& telling_;
    const Owed& debt_;
    HolderChanges& holders_;
    const Log& log_;
    std::vector<std::string> flags_;
};

}  // namespace

std::vector<std::string> flags(const Telling& telling, const Owed& debt, HolderChanges& holders) {
    return Flags(telling, debt, holders).all();
}

}  // namespace concordat
