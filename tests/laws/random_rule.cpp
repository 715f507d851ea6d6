#include "laws/random_rule.hpp"

#include <algorithm>

namespace concordat::laws {

namespace {

enum class Members { none, parties, bodies, documents, field };

/// What may stand in a pattern.
struct Scope {
    Members members = Members::none;
    bool period = false, record = false;
};

class RuleMaker {
public:
    RuleMaker(Dice& dice, Days& days, const Words& words, const Wishes& wishes)
        : dice_(dice), days_(days), words_(words), wishes_(wishes) {}

    Tree make(const std::string& id);

private:
    void choose_members(bool of_record);
    void add_form(const std::string& form);
    void add_modifiers(const std::string& form);
    void add_within(const std::string& form);

    Tree pattern(Scope scope, bool needs_by = false, int rich = 100);
    Tree alternative(Scope scope, bool needs_by, int rich);
    Tree party(const Scope& scope, const std::string& field);
    Tree label(const Scope& scope);
    Tree state();
    std::string length(bool working_days = true);
    Scope with_record(Scope scope) const;
    Scope first() const;

    Dice& dice_;
    Days& days_;
    const Words& words_;
    const Wishes& wishes_;
    Tree rule_;
    Members members_ = Members::none;
};

std::string RuleMaker::length(bool working_days) {
    if (working_days && words_.holidays && wishes_.working_days && dice_.percent(12))
        return std::to_string(dice_.between(1, 15)) + " working days";
    const std::string text = dice_.pick({"1 day", "3 days", "10 days", "1 week", "2 weeks", "1 month", "1 month", "2 months",
                                         "3 months", "3 months", "6 months", "1 year"});
    days_.add_length(*parse_duration(text));
    return text;
}

Scope RuleMaker::with_record(Scope scope) const {
    scope.record = true;
    return scope;
}

/// Of the pattern that finds the trigger: with `for-each: $field`, `$each` is not known there yet.
Scope RuleMaker::first() const { return {members_ == Members::field ? Members::none : members_}; }

Tree RuleMaker::party(const Scope& scope, const std::string& field) {
    const bool only_bodies = field == "of";
    const auto& from = only_bodies ? words_.bodies : words_.parties;
    const bool each_fits =
        only_bodies ? scope.members == Members::bodies
                    : scope.members == Members::bodies || scope.members == Members::parties || scope.members == Members::field;
    if (each_fits && dice_.percent(60)) return "$each";
    if (scope.record && dice_.percent(30))
        return only_bodies ? "$of" : dice_.pick({"$by", "$to", "$by", "$to", "$present", "$with", "$of"}).c_str();
    const int way = dice_.below(100);
    if (way < 12 && !only_bodies) return dice_.pick({"chairs", "boards", "mixed"});
    if (way < 12 && only_bodies) return "boards";
    if (way < 24) return Tree::words(dice_.some(from, 2));
    if (way < 32 && !only_bodies) return Tree{{"all", Tree::words(dice_.some(from, 2))}};
    if (way < 40) return Tree{{"itself", dice_.pick(words_.bodies)}};
    return dice_.pick(from);
}

Tree RuleMaker::label(const Scope& scope) {
    if (scope.period && dice_.percent(75)) return dice_.pick({"$period", "$period", "$previous-period"});
    if (scope.record && dice_.percent(60)) return "$covering";
    if (dice_.percent(15)) return Tree::words(dice_.some(words_.labels, 2));
    return dice_.pick(words_.labels);
}

Tree RuleMaker::alternative(Scope scope, bool needs_by, int rich) {
    Tree tree;
    const auto chance = [&](int percent) { return dice_.percent(percent * rich / 100); };
    if (wishes_.always_act || dice_.percent(96)) {
        if (dice_.percent(85))
            tree.add("act", dice_.pick(words_.acts));
        else
            tree.add("act", Tree::words(dice_.some(words_.acts, 2)));
    }
    if (needs_by || chance(38)) tree.add("by", party(scope, "by"));
    if (chance(30)) tree.add("to", party(scope, "to"));
    if (chance(14)) tree.add("present", party(scope, "present"));
    if (chance(6)) tree.add("with", party(scope, "with"));
    if (chance(12)) tree.add("of", party(scope, "of"));
    if (chance(34)) {
        if (scope.members == Members::documents && dice_.percent(80))
            tree.add("document", "$each");
        else
            tree.add("document", scope.record && dice_.percent(30) ? Tree("$document") : Tree(dice_.pick(words_.documents)));
    }
    if (chance(scope.period ? 40 : 18)) tree.add("covering", label(scope));
    if (chance(9)) tree.add("about", scope.record && dice_.percent(30) ? Tree("$about") : Tree(dice_.pick(words_.topics)));
    if (chance(12)) {
        const int way = dice_.below(4);
        if (way == 0)
            tree.add("contains", Tree{{"all", Tree::words(words_.topics)}});
        else if (way == 1)
            tree.add("contains", Tree::words({dice_.pick(words_.topics), dice_.pick(words_.documents)}));
        else
            tree.add("contains", dice_.percent(70) ? dice_.pick(words_.topics) : dice_.pick(words_.roles));
    }
    if (chance(8)) tree.add("subject", scope.record && dice_.percent(60) ? Tree("$subject") : Tree(dice_.pick(words_.subjects)));
    if (scope.record && chance(14)) tree.add("re", dice_.percent(85) ? "$id" : "$re");
    if (chance(4)) tree.add("role", dice_.pick(words_.roles));
    if (chance(6)) tree.add("in-writing", dice_.pick({"true", "true", "false"}));
    if (tree.entries.empty()) tree.add("act", dice_.pick(words_.acts));
    return tree;
}

Tree RuleMaker::pattern(Scope scope, bool needs_by, int rich) {
    if (!dice_.percent(10)) return alternative(scope, needs_by, rich);
    return Tree{{"any", Tree::list({alternative(scope, needs_by, rich), alternative(scope, needs_by, rich)})}};
}

Tree RuleMaker::state() {
    switch (dice_.below(6)) {
        case 0: return Tree{{"role", dice_.pick(words_.roles)}, {"held", "true"}};
        case 1:
            return Tree{{"document", members_ == Members::documents ? Tree("$each") : Tree(dice_.pick(words_.documents))},
                        {"current", "true"}};
        case 2: return Tree{{"distinct-holders", Tree::words(dice_.some(words_.roles, dice_.between(2, 3)))}};
        case 3: return Tree{{"same-holder", Tree::words(dice_.some(words_.roles, dice_.between(2, 3)))}};
        case 4:
            return Tree{{"body", dice_.pick(words_.bodies)},
                        {"of", members_ == Members::bodies ? Tree("$each") : Tree(dice_.pick(words_.bodies))},
                        {"as", dice_.pick({"member", "observer"})}};
        default:
            return Tree{{"role", dice_.pick(words_.roles)},
                        {"of", members_ == Members::bodies ? Tree("$each") : Tree(dice_.pick(words_.bodies))},
                        {"as", dice_.pick({"member", "observer"})}};
    }
}

void RuleMaker::choose_members(bool of_record) {
    if (!dice_.percent(28)) return;
    const int way = dice_.below(of_record ? 7 : 4);
    if (way == 0) {
        members_ = Members::parties;
        rule_.add("for-each", Tree::words(dice_.some(words_.parties, 2)));
    } else if (way == 1) {
        members_ = Members::bodies;
        rule_.add("for-each", "boards");
    } else if (way == 2) {
        members_ = Members::documents;
        rule_.add("for-each", Tree::words(words_.documents));
    } else if (way == 3) {
        members_ = Members::parties;
        rule_.add("for-each", "chairs");
    } else {
        members_ = Members::field;
        rule_.add("for-each", dice_.pick({"$to", "$by", "$present", "$to"}));
    }
}

void RuleMaker::add_within(const std::string& form) {
    if (!dice_.percent(form == "every" ? 55 : 80)) return;
    const int way = dice_.below(10);
    if (form == "every" && way == 0)
        rule_.add("within", "open");
    else if ((form == "every" || form == "after") && way == 1)
        rule_.add("within", Tree{{"next-meeting-of", dice_.percent(85) ? Tree(dice_.pick(words_.bodies)) : Tree("joint")}});
    else if ((form == "every" || form == "after") && way == 2)
        rule_.add("within", Tree{{"next-edition-of", dice_.pick(words_.documents)}});
    else if (form != "once" || words_.dated)
        rule_.add("within", length());
}

void RuleMaker::add_form(const std::string& form) {
    const Scope plain{members_}, record = with_record(plain);
    Scope period = plain;
    period.period = true;
    if (form == "every") {
        if (words_.agreed && dice_.percent(25)) {
            const std::string text = dice_.pick({"1 month", "6 months", "45 days", "2 weeks", "quarter", "1 year"});
            rule_.add("every", text);
            if (const auto parsed = parse_duration(text)) days_.add_length(*parsed);
            rule_.add("from", "agreed");
        } else {
            rule_.add("every", dice_.pick({"month", "quarter", "half-year", "year", "quarter"}));
        }
        rule_.add("expect", pattern(period));
        if (dice_.percent(20)) rule_.add("times", dice_.pick({"2", "2", "3"}));
        if (dice_.percent(20)) rule_.add("opens", length(false) + " before");
        if (dice_.percent(20)) rule_.add("part-period", "counts");
    } else if (form == "at-least-every") {
        rule_.add("at-least-every", length());
        if (words_.agreed && dice_.percent(25)) rule_.add("from", "agreed");
        rule_.add("expect", pattern(plain, false, 60));
    } else if (form == "once") {
        rule_.add("once", "true");
        rule_.add("expect", pattern(plain));
    } else if (form == "after") {
        rule_.add("after", pattern(first(), false, 60));
        rule_.add("expect", pattern(record, false, 80));
        if (dice_.percent(40)) rule_.add("distinct", "true");
    } else if (form == "before") {
        rule_.add("before", pattern(first(), false, 60));
        rule_.add("expect", pattern(record, false, 80));
        if (dice_.percent(40)) rule_.add("distinct", "true");
        if (dice_.percent(35)) rule_.add("at-least", length());
        if (dice_.percent(30)) rule_.add("since", pattern(record, false, 50));
        if (dice_.percent(50)) rule_.add("within", length());
    } else if (form == "each") {
        rule_.add("each", pattern(first(), false, 60));
        Tree has = pattern(record);
        if (!wishes_.always_act && dice_.percent(70) && !has.find("any") && has.entries.size() > 1) has.erase("act");
        rule_.add("has", std::move(has));
    } else if (form == "never") {
        rule_.add("never", pattern(first(), false, 90));
        if (dice_.percent(60)) rule_.add("excused-by", pattern(record, false, 60));
    } else if (form == "throughout") {
        rule_.add("throughout", state());
    } else if (form == "may") {
        rule_.add("may", pattern(first(), true, 70));
        if (dice_.percent(90)) rule_.add("only", "true");
    } else {
        rule_.add("attest", "Whether it went well");
        rule_.add("by", party(plain, "by"));
        rule_.add("every", dice_.pick({"month", "quarter", "half-year", "year"}));
        if (dice_.percent(25)) rule_.add("part-period", "counts");
    }
}

void RuleMaker::add_modifiers(const std::string& form) {
    const bool of_record = form == "after" || form == "before" || form == "each" || form == "never" || form == "may";
    const bool expects = form == "every" || form == "once" || form == "after" || form == "before";
    Scope scope{members_, form == "every", form == "after" || form == "before"};
    if (form == "every" || form == "once" || form == "after") {
        add_within(form);
        if (dice_.percent(20)) rule_.add("late", dice_.pick({"void", "counts"}));
    }
    if ((form == "once" || form == "after") && dice_.percent(10)) rule_.add("remind-after", length());
    if (expects && dice_.percent(18)) rule_.add("unless", pattern(scope, false, 60));
    if (form != "throughout" && dice_.percent(20))
        rule_.add("delegate", dice_.percent(50) ? Tree("chairs") : Tree::words({dice_.pick(words_.roles)}));
    if (dice_.percent(10)) {
        Scope owed{members_, false, of_record};
        Tree who = party(owed, "by");
        if (who.kind != Tree::Kind::mapping) rule_.add(dice_.pick({"owed-by", "owed-to"}), std::move(who));
    }
    if (dice_.percent(15)) {
        Day from = days_.pick(), to = days_.pick();
        if (to < from) std::swap(from, to);
        from = std::min(from, words_.in_force_to);  // not wholly outside the protocol's
        to = std::max(to, words_.in_force_from);
        Tree force;
        const int way = dice_.below(3);
        if (way != 1) force.add("from", to_string(from));
        if (way != 0) force.add("to", to_string(to));
        rule_.add("in-force", std::move(force));
    }
    if (dice_.percent(5)) rule_.add("strength", dice_.pick({"should", "implied"}));
}

Tree RuleMaker::make(const std::string& id) {
    const std::string form = dice_.pick(wishes_.forms);
    rule_.add("rule", id);
    rule_.add("title", id);
    choose_members(form == "after" || form == "before" || form == "each" || form == "never" || form == "may");
    add_form(form);
    add_modifiers(form);
    return std::move(rule_);
}

}  // namespace

Tree random_rule(Dice& dice, Days& days, const Words& words, const Wishes& wishes, const std::string& id) {
    return RuleMaker(dice, days, words, wishes).make(id);
}

}  // namespace concordat::laws
