#include "review/compare.hpp"

#include <algorithm>
#include <numeric>

#include "review/walk.hpp"

namespace concordat {
namespace {

void add(std::vector<Name>& list, Name name) {
    if (name != Name::none && std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

void add_values(std::vector<Name>& list, const Values* values, const Rule& rule) {
    if (!values) return;
    for (const Value& value : values->values) {
        add(list, value.name);
        if (value.kind == Value::Kind::each && rule.for_each)
            for (const Value& member : *rule.for_each) add(list, member.name);
    }
}

/// The patterns that say what is to be done: what is expected, or, where nothing is, what the rule is about.
std::vector<const Pattern*> main_patterns(const Rule& rule) {
    std::vector<const Pattern*> expected, other;
    const bool judges_trigger = std::holds_alternative<Each>(rule.form);
    for_each_pattern(rule, [&](const Pattern& pattern, RulePart part) {
        if (part == RulePart::expectation && !judges_trigger) expected.push_back(&pattern);
        if (part == RulePart::trigger) other.push_back(&pattern);
    });
    return expected.empty() ? other : expected;
}

Duty duty_of(const Protocol& protocol, std::size_t index) {
    const Rule& rule = protocol.rules[index];
    Duty duty{.rule = index, .who = {}, .acts = {}, .matter = {}, .to = {}};
    const auto from_alternatives = [&](std::vector<Name>& list, std::initializer_list<Field> fields) {
        for (const Field field : fields) {
            if (!list.empty()) return;
            for (const Pattern* pattern : main_patterns(rule))
                for (const Alternative& alternative : pattern->alternatives) add_values(list, alternative.find(field), rule);
        }
    };
    if (rule.owed_by) add_values(duty.who, &*rule.owed_by, rule);
    from_alternatives(duty.who, {Field::by, Field::of, Field::present});
    from_alternatives(duty.acts, {Field::act});
    from_alternatives(duty.matter, {Field::document, Field::about, Field::role, Field::of});
    from_alternatives(duty.to, {Field::to});
    if (rule.owed_to) add_values(duty.to, &*rule.owed_to, rule);
    if (const auto* form = std::get_if<Attest>(&rule.form)) add_values(duty.who, &form->by, rule);
    if (const auto* form = std::get_if<Throughout>(&rule.form)) {
        const Values subjects{.all = false, .values = form->state.subjects};
        add_values(duty.matter, &subjects, rule);
        if (duty.who.empty()) duty.who = duty.matter;
        add(duty.matter, form->state.of.name);
    }
    return duty;
}

std::vector<Duty> duties_of(const Protocol& protocol) {
    std::vector<Duty> duties;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) duties.push_back(duty_of(protocol, i));
    return duties;
}

class Comparer {
public:
    Comparer(const Protocol& first, const Protocol& second, const Alignment& alignment)
        : first_{first}, second_{second}, alignment_{alignment} {}

    bool near(const Duty& a, const Duty& b) const {
        const auto* state = std::get_if<Throughout>(&first_.rules[a.rule].form);
        const auto* other = std::get_if<Throughout>(&second_.rules[b.rule].form);
        if (state || other) return state && other && state->state.kind == other->state.kind && share(a.matter, b.matter);
        const bool attested = a.acts.empty() && b.acts.empty();
        const bool acts = attested || share(a.acts, b.acts);
        if (a.matter.empty() && b.matter.empty()) return acts && share_parties(a.who, b.who);
        return acts && share(a.matter, b.matter) && (a.who.empty() || b.who.empty() || share_parties(a.who, b.who));
    }

    void tell_apart(Together& together) const {
        const auto recipients = [](const std::vector<Duty>& duties) {
            std::vector<Name> all;
            for (const Duty& duty : duties)
                for (const Name name : duty.to) add(all, name);
            return all;
        };
        const std::vector<Name> first = recipients(together.first), second = recipients(together.second);
        const std::vector<Name> first_or_chair = with_chairs(first, first_), second_or_chair = with_chairs(second, second_);
        const auto has = [](const std::vector<Name>& list, Name name) {
            return std::find(list.begin(), list.end(), name) != list.end();
        };
        for (const Name name : first)
            if (!has(second_or_chair, alignment_.in_second(name))) together.to_first_only.push_back(name);
        for (const Name name : second)
            if (!has(first_or_chair, alignment_.in_first(name))) together.to_second_only.push_back(name);
    }

private:
    bool share(const std::vector<Name>& a, const std::vector<Name>& b) const {
        return std::any_of(b.begin(), b.end(),
                           [&](Name name) { return std::find(a.begin(), a.end(), alignment_.in_first(name)) != a.end(); });
    }

    /// A board and its chair are one here: papers are careless about which of them they name.
    bool share_parties(const std::vector<Name>& a, const std::vector<Name>& b) const {
        return share(with_chairs(a, first_), with_chairs(b, second_));
    }

    static std::vector<Name> with_chairs(std::vector<Name> parties, const Protocol& protocol) {
        for (const Thing& thing : protocol.directory.things()) {
            const auto has = [&](Name name) { return std::find(parties.begin(), parties.end(), name) != parties.end(); };
            if (thing.kind != Kind::body || thing.chair == Name::none) continue;
            if (has(thing.id)) add(parties, thing.chair);
            if (has(thing.chair)) add(parties, thing.id);
        }
        return parties;
    }

    const Protocol& first_;
    const Protocol& second_;
    const Alignment& alignment_;
};

/// Things that hang together, by the usual forest of parents.
class Clusters {
public:
    explicit Clusters(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)});
        parents_[high] = low;
    }

private:
    std::vector<std::size_t> parents_;
};

}  // namespace

Comparison compare(const Protocol& first, const Protocol& second, const Alignment& alignment) {
    const Comparer comparer{first, second, alignment};
    const std::vector<Duty> left = duties_of(first), right = duties_of(second);
    Clusters clusters{left.size() + right.size()};
    std::vector<bool> paired(left.size() + right.size(), false);
    for (std::size_t i = 0; i < left.size(); ++i)
        for (std::size_t j = 0; j < right.size(); ++j)
            if (comparer.near(left[i], right[j])) {
                clusters.join(i, left.size() + j);
                paired[i] = paired[left.size() + j] = true;
            }

    Comparison result;
    std::vector<std::size_t> place(left.size() + right.size());
    for (std::size_t i = 0; i < paired.size(); ++i) {
        const bool is_first = i < left.size();
        const Duty& duty = is_first ? left[i] : right[i - left.size()];
        if (!paired[i]) {
            (is_first ? result.first_only : result.second_only).push_back(duty);
            continue;
        }
        const std::size_t root = clusters.root(i);
        if (root == i) {
            place[i] = result.together.size();
            result.together.emplace_back();
        }
        Together& together = result.together[place[root]];
        (is_first ? together.first : together.second).push_back(duty);
    }
    for (Together& together : result.together) comparer.tell_apart(together);
    return result;
}

}  // namespace concordat
