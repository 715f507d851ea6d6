#include "reference/reference.hpp"

#include <set>

#include "reference/duty.hpp"
#include "reference/forms.hpp"

namespace concordat::reference {

namespace {

// "compete (for each member of `for-each` by itself)"
std::vector<Judged> judge_duties(const Scene& scene, const Rule& rule) {
    std::vector<Duty> duties = make_duties(scene, rule);
    std::set<std::optional<Name>> all_members;
    for (const Duty& duty : duties) all_members.insert(duty.bindings.each);
    std::vector<Judged> result;
    for (const auto& member : all_members) {
        std::vector<Duty*> group;
        for (Duty& duty : duties)
            if (duty.bindings.each == member) group.push_back(&duty);
        choose_witnesses(scene, rule, group);
        for (const Duty* duty : group) result.push_back(judge(scene, rule, group, *duty));
    }
    return result;
}

struct JudgeForm {
    const Scene& scene;
    const Rule& rule;

    std::vector<Judged> operator()(const Every&) const { return judge_duties(scene, rule); }
    std::vector<Judged> operator()(const Once&) const { return judge_duties(scene, rule); }
    std::vector<Judged> operator()(const After&) const { return judge_duties(scene, rule); }
    std::vector<Judged> operator()(const Before&) const { return judge_duties(scene, rule); }
    std::vector<Judged> operator()(const AtLeastEvery& form) const { return judge_gaps(scene, rule, form); }
    std::vector<Judged> operator()(const Each& form) const { return judge_each(scene, rule, form); }
    std::vector<Judged> operator()(const Never& form) const { return judge_never(scene, rule, form); }
    std::vector<Judged> operator()(const Throughout& form) const { return judge_states(scene, rule, form); }
    std::vector<Judged> operator()(const Attest& form) const { return judge_attestations(scene, rule, form); }
    std::vector<Judged> operator()(const May& form) const {
        // "nothing: a power; its uses are listed"
        return form.only ? judge_only(scene, rule, form) : std::vector<Judged>{};
    }
};

}  // namespace

std::vector<Judged> evaluate(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint) {
    const Scene scene = look(protocol, log, names, standpoint);
    std::vector<Judged> result;
    for (const Rule& rule : protocol.rules)
        for (Judged& judged : std::visit(JudgeForm{scene, rule}, rule.form)) result.push_back(std::move(judged));
    return result;
}

}  // namespace concordat::reference
