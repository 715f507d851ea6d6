#include "engine/miss.hpp"

#include <algorithm>

namespace concordat {

namespace {

std::string ids(const std::vector<Name>& names, const Names& table, std::string_view last) {
    std::vector<std::string> words;
    for (Name name : names) {
        if (words.size() == 4) {
            words.push_back("others");
            break;
        }
        words.emplace_back(name == unmentioned ? "an edition that the log never names" : table.text(name));
    }
    return join(words, last);
}

class Words {
public:
    Words(const Telling& telling, const Values& values, Field field, RecordIndex record)
        : telling_(telling), values_(values), field_(field), record_(record), names_(telling.job.job.names) {}

    std::string not_stated() const {
        const std::string act{telling_.act_of(record_)};
        switch (field_) {
            case Field::by:
                return shown().empty() ? "does not say by whom it was " + act
                                       : "does not say whether it was " + act + " by " + wanted();
            case Field::to:
                if (!shown().empty()) return "does not say whether it was " + act + toward() + wanted();
                return toward() == " " ? "does not say who was " + act : "does not say to whom it was " + act;
            case Field::present: return "does not say whether " + wanted() + " was present";
            case Field::with: return "does not say with whom";
            case Field::contains: return "does not say whether it contains " + wanted();
            case Field::in_writing: return "does not say whether it was in writing";
            case Field::covering: return "does not say which edition";
            default: return "does not state `" + std::string(to_string(field_)) + "`";
        }
    }

    /// Of a variable that the record which calls for it gives no value: that record is the one that does not say.
    std::string open() const {
        const RecordIndex trigger = telling_.binding().record;
        if (trigger == RecordIndex::none) return not_stated();
        for (const Value& value : values_.values)
            if (value.kind == Value::Kind::field)
                return telling_.id_of(trigger) + " does not state `" + std::string(to_string(value.field)) +
                       "`, so this may be it or not";
        return telling_.id_of(trigger) + " does not say for whom, so this may be it or not";
    }

    std::string differs() const {
        const std::string act{telling_.act_of(record_)};
        const std::string has = shown();
        switch (field_) {
            case Field::act: return has + ", not " + wanted();
            case Field::by:
                if (!delegate().empty()) return act + " by a delegate of " + wanted() + delegate();
                return act + " by " + has + ", not by " + absent();
            case Field::to: return act + toward() + has + ", not" + toward() + absent();
            case Field::with: return act + " with " + has + ", not with " + absent();
            case Field::of: return has.empty() ? "not of " + wanted() : "of " + has + ", not of " + wanted();
            case Field::present: return "without " + absent() + delegate();
            case Field::contains: return "does not contain " + absent();
            case Field::covering: return "covers " + has + ", not " + wanted();
            case Field::in_writing: return wanted() == "true" ? "not in writing" : "in writing";
            case Field::document: return has.empty() ? "names no document" : "is about " + has + ", not " + wanted();
            case Field::about:
                return has.empty() ? "is not said to be about " + wanted() : "is about " + has + ", not " + wanted();
            case Field::subject: return has.empty() ? "states no subject" : "its subject is " + has + ", not " + wanted();
            case Field::re: return has.empty() ? "does not refer to " + wanted() : "refers to " + has + ", not to " + wanted();
            case Field::role: return has.empty() ? "names no role" : "is about the role " + has + ", not " + wanted();
            case Field::rule: return has.empty() ? "names no rule" : "is about the rule " + has + ", not " + wanted();
            case Field::id: break;
        }
        return {};
    }

private:
    /// One is sent a thing, but consulted oneself.
    std::string toward() const {
        const std::string act{telling_.act_of(record_)};
        return act == "consulted" || act == "notified" || act == "appointed" || act == "removed" ? " " : " to ";
    }

    std::vector<Name> resolved() const {
        std::vector<Name> result;
        bool known = true;
        for (const Value& value : values_.values)
            for (Name name : resolve(value, telling_.binding(), telling_.job.job.log, names_, known)) result.push_back(name);
        return result;
    }

    std::string wanted() const {
        const Binding binding = telling_.binding();
        if (values_.values.size() == 1 && binding.period) {
            if (values_.values.front().kind == Value::Kind::period) return binding.period->label;
            if (values_.values.front().kind == Value::Kind::previous_period) return binding.period->previous_label;
        }
        return ids(resolved(), names_, values_.all ? "and" : "or");
    }

    std::string shown() const {
        std::vector<Name> names;
        for_each_shown(telling_.job.job.log, telling_.job.job.log.at(record_), field_, [&](Name name) {
            if (names.size() < 5) names.push_back(name);
        });
        return ids(names, names_, "and");
    }

    /// Those of the wanted ones that the record lacks.
    std::string absent() const {
        std::vector<Name> lacking;
        for (Name name : resolved()) {
            BoundField field{.field = field_, .all = false, .open = false, .accepted = {telling_.job.job.offices.names_of(name)}};
            const Name chair = telling_.job.job.offices.chair(name);
            if (names_parties(field_) && chair != Name::none)
                for (Name head : telling_.job.job.offices.names_of(chair)) field.accepted.front().push_back(head);
            std::sort(field.accepted.front().begin(), field.accepted.front().end());
            if (telling_.job.job.matcher.field(field, record_, telling_.job.delegates) != Match::yes) lacking.push_back(name);
        }
        return ids(lacking.empty() ? resolved() : lacking, names_, values_.all ? "and" : "or");
    }

    /// Said where somebody acted through a delegate that the rule does not allow.
    std::string delegate() const {
        const Record& record = telling_.job.job.log.at(record_);
        const auto listed = telling_.job.job.log.parties(record, field_ == Field::by ? Part::by : Part::present);
        for (Name name : resolved())
            for (const Party& party : listed)
                if (party.who == name && party.delegate != Name::none) return " (a delegate will not do)";
        return {};
    }

    const Telling& telling_;
    const Values& values_;
    Field field_;
    RecordIndex record_;
    const Names& names_;
};

}  // namespace

Differences differences(const Telling& telling, const Alternative& pattern, const Bound& bound, RecordIndex record) {
    Differences result;
    const auto note = [&](Field field, Match match, const Values& values, bool open) {
        if (match == Match::yes) return;
        ++result.count;
        if (result.first) return;
        const Words words(telling, values, field, record);
        result.first = {field, match == Match::maybe,
                        match != Match::maybe ? words.differs()
                        : open                ? words.open()
                                              : words.not_stated()};
    };
    for (const BoundField& field : bound.fields)
        note(field.field, telling.job.job.matcher.field(field, record, bound.delegates), *pattern.find(field.field), field.open);
    if (bound.editions.named)
        note(Field::covering, telling.job.job.matcher.editions(bound.editions, record), *pattern.find(Field::covering),
             bound.editions.open);
    return result;
}

std::size_t count_differences(const RuleJob& job, const Bound& bound, RecordIndex record, std::size_t enough) {
    std::size_t count = 0;
    for (const BoundField& field : bound.fields) {
        if (count >= enough) return count;
        if (job.job.matcher.field(field, record, bound.delegates) != Match::yes) ++count;
    }
    return count + (job.job.matcher.editions(bound.editions, record) == Match::yes ? 0 : 1);
}

}  // namespace concordat
