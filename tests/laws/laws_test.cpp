// The laws of verdicts.md ("Laws that tests hold the engine to"), each over random worlds: they hold whatever the verdicts are.

#include <algorithm>
#include <map>
#include <regex>

#include "catch.hpp"
#include "engine/teller.hpp"
#include "laws/compare.hpp"
#include "laws/dice.hpp"
#include "laws/properties.hpp"
#include "reference/dates.hpp"
#include "reference/match.hpp"

namespace concordat::laws {

using reference::Judged;
using reference::Truth;
using reference::World;

namespace {

Wishes stated() {
    Wishes wishes;
    wishes.stated_covers_only = true;
    wishes.most_records = 14;
    return wishes;
}

Wishes expecting() {
    Wishes wishes = stated();
    wishes.forms = {"every", "at-least-every", "once", "after", "before"};
    return wishes;
}

std::map<std::string, Judged> by_id(const std::vector<Judged>& all) {
    std::map<std::string, Judged> result;
    for (const Judged& judged : all) result.emplace(judged.id, judged);
    return result;
}

std::map<std::string, Judged> verdicts(const World& world, const Standpoint& standpoint) {
    const Audit result = audit(world.protocol, world.log, world.names, standpoint);
    RC_PRE(result.faults.empty());
    return by_id(engine_verdicts(world, standpoint));
}

std::string printed(const std::map<std::string, Judged>& all) {
    std::string text;
    for (const auto& [id, judged] : all) text += id + ": " + to_string(judged) + "\n";
    return text;
}

/// "From worst to best: breached, late, undetermined, pending, met"; not-applicable is outside of it.
int rank(Verdict verdict) {
    switch (verdict) {
        case Verdict::breached: return 0;
        case Verdict::late: return 1;
        case Verdict::undetermined: return 2;
        case Verdict::pending: return 3;
        case Verdict::met: return 4;
        case Verdict::waived:
        case Verdict::not_applicable: return -1;
    }
    return -1;
}

const Rule& rule_of(const World& world, const std::string& id) {
    return *world.protocol.find_rule(world.names.find(id.substr(0, id.find('@'))));
}

std::vector<Tree>& records(Draft& draft) {
    Tree* found = draft.log.find("records");
    RC_PRE(found != nullptr);  // lost while a world was cut down
    return found->items;
}

const Record& record_of(const World& world, const std::string& id) {
    for (const Record& record : world.log.records)
        if (world.names.text(record.id) == id) return record;
    RC_FAIL("no record " + id);
}

/// Its trigger, guarded, `since` and `unless` patterns; not what it expects.
std::vector<const Pattern*> other_patterns(const Rule& rule) {
    std::vector<const Pattern*> result;
    const auto add = [&](const std::optional<Pattern>& pattern) {
        if (pattern) result.push_back(&*pattern);
    };
    if (const auto* form = std::get_if<Every>(&rule.form)) add(form->unless);
    if (const auto* form = std::get_if<Once>(&rule.form)) add(form->unless);
    if (const auto* form = std::get_if<After>(&rule.form)) {
        result.push_back(&form->trigger);
        add(form->unless);
    }
    if (const auto* form = std::get_if<Before>(&rule.form)) {
        result.push_back(&form->guarded);
        add(form->since);
        add(form->unless);
    }
    return result;
}

/// Every field that hangs on a variable is left out, and so is the record's edition: more records than those that do match.
bool may_match_loosely(const reference::Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record) {
    for (const Alternative& alternative : pattern.alternatives) {
        const bool may = std::all_of(alternative.fields.begin(), alternative.fields.end(), [&](const FieldPattern& field) {
            const bool fixed = std::all_of(field.values.values.begin(), field.values.values.end(), [](const Value& value) {
                return value.kind == Value::Kind::name || value.kind == Value::Kind::itself;
            });
            return !fixed || reference::match_field(scene, rule, field, record, {}) != Truth::no;
        });
        if (may) return true;
    }
    return false;
}

/// "if it is not itself a trigger, guarded, `since` or `unless` record, nor the meeting or edition that a due day hangs on"
bool only_a_witness(const World& world, const Standpoint& standpoint, const Rule& rule, const Record& record) {
    const auto scene = reference::look(world.protocol, world.log, world.names, standpoint);
    for (const Pattern* pattern : other_patterns(rule))
        if (may_match_loosely(scene, rule, *pattern, record)) return false;
    Deadline within;
    if (const auto* form = std::get_if<Every>(&rule.form)) within = form->within;
    if (const auto* form = std::get_if<After>(&rule.form)) within = form->within;
    const std::string_view act = world.names.text(record.act);
    return !(within.kind == Deadline::Kind::next_meeting && act == "meeting") &&
           !(within.kind == Deadline::Kind::next_edition && act == "published");
}

/// Nothing else hangs on it: it withdraws nothing, and has no items.
bool stands_alone(const Tree& record) { return !record.find("withdraws") && !record.find("items"); }

Draft shifted(const Draft& draft) {
    static const std::regex year("\\b20([0-9][0-9])\\b");
    const auto shift = [](auto&& self, Tree& tree) -> void {
        if (tree.kind == Tree::Kind::scalar) tree.scalar = std::regex_replace(tree.scalar, year, "24$1");
        for (auto& entry : tree.entries) self(self, entry.second);
        for (Tree& item : tree.items) self(self, item);
    };
    Draft result = draft;
    shift(shift, result.protocol);
    shift(shift, result.log);
    if (result.known_at) result.known_at = std::regex_replace(*result.known_at, year, "24$1");
    return result;
}

}  // namespace

TEST_CASE("law: shuffling the records changes nothing") {
    hold("shuffled records", Wishes{}, [](const Draft& draft) {
        World world, other;
        load(world, draft);
        Draft shuffled = draft;
        Dice dice(to_yaml(draft.log));
        std::vector<Tree>& list = records(shuffled);
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
        load(other, shuffled);
        const std::string before = printed(verdicts(world, standpoint(world, draft)));
        const std::string after = printed(verdicts(other, standpoint(other, shuffled)));
        if (before != after) RC_FAIL("before:\n" + before + "shuffled:\n" + after + to_yaml(shuffled.log));
    });
}

TEST_CASE("law: a record that no rule mentions changes nothing") {
    Wishes wishes = stated();
    wishes.always_act = true;
    hold("an irrelevant record", wishes, [](const Draft& draft) {
        World world, other;
        load(world, draft);
        Draft more = draft;
        Dice dice(to_yaml(draft.log));
        std::vector<Tree>& list = records(more);
        const Day day = make_day(2013, 6, 1) + Day::duration{dice.below(1300)};
        list.insert(
            list.begin() + dice.below(static_cast<int>(list.size()) + 1),
            Tree{{"id", "zz"}, {"date", concordat::to_string(day)}, {"act", "noted"}, {"by", "alpha"}, {"document", "report"}});
        load(other, more);
        const std::string before = printed(verdicts(world, standpoint(world, draft)));
        const std::string after = printed(verdicts(other, standpoint(other, more)));
        if (before != after) RC_FAIL("before:\n" + before + "after:\n" + after + to_yaml(more.log));
    });
}

TEST_CASE("law: adding a witness never makes a verdict worse") {
    int asked = 0;
    hold("one more witness", expecting(), [&](const Draft& draft) {
        World world, other;
        load(world, draft);
        // A record like one that is there already, on another day: the likeliest to serve.
        Draft more = draft;
        Dice dice(to_yaml(draft.log));
        RC_PRE(!records(more).empty());
        Tree added = dice.pick(records(more));
        RC_PRE(stands_alone(added) && added.find("id") && added.find("date"));
        added.find("id")->scalar = "zz";
        added.erase("status");
        added.erase("recorded");
        const Tree& day = dice.pick(records(more));
        RC_PRE(day.find("date") != nullptr);
        added.find("date")->scalar = day.find("date")->scalar;
        records(more).push_back(added);
        load(other, more);
        const auto before = verdicts(world, standpoint(world, draft));
        const auto after = verdicts(other, standpoint(other, more));
        for (const auto& [id, judged] : before) {
            const Rule& rule = rule_of(other, id);
            if (!only_a_witness(other, standpoint(other, more), rule, record_of(other, "zz"))) continue;
            ++asked;
            const auto found = after.find(id);
            if (found == after.end()) RC_FAIL(id + " is gone\n" + to_yaml(more.log));
            if (rank(found->second.verdict) < rank(judged.verdict) && rank(found->second.verdict) >= 0)
                RC_FAIL(id + ": " + to_string(judged) + "\nwith zz: " + to_string(found->second) + "\n" + to_yaml(more.log));
        }
    });
    CHECK(asked >= worlds() / 2);  // or nearly all worlds were beside the point
}

TEST_CASE("law: taking away the only candidate of a met obligation makes it worse") {
    Wishes wishes = expecting();
    wishes.month_dates = false;
    wishes.fewest_records = 1;
    wishes.most_records = 6;
    int asked = 0;
    hold("the only candidate taken away", wishes, [&](const Draft& draft) {
        World world, other;
        load(world, draft);
        const Standpoint stand = standpoint(world, draft);
        const auto before = verdicts(world, stand);
        const auto scene = reference::look(world.protocol, world.log, world.names, stand);
        for (const auto& [id, judged] : before) {
            if (judged.verdict != Verdict::met || judged.witnesses.size() != 1) continue;
            const Rule& rule = rule_of(world, id);
            const std::string& witness = judged.witnesses.front();
            const Record& only = record_of(world, witness);
            const Pattern& expect = std::visit(
                [](const auto& form) -> const Pattern& {
                    if constexpr (requires { form.expect; }) return form.expect;
                    throw std::logic_error("a form that expects nothing");
                },
                rule.form);
            const auto candidates = std::count_if(scene.records.begin(), scene.records.end(), [&](const Record* record) {
                return may_match_loosely(scene, rule, expect, *record);
            });
            // The next gap opens with the record that closed this one, so of `at-least-every` only the verdict of this gap is
            // asked.
            if (candidates != 1 || !only_a_witness(world, stand, rule, only)) continue;
            Draft less = draft;
            std::vector<Tree>& list = records(less);
            const auto place = std::find_if(list.begin(), list.end(),
                                            [&](const Tree& one) { return one.find("id") && one.find("id")->scalar == witness; });
            if (place == list.end() || !stands_alone(*place)) continue;  // an item
            list.erase(place);
            if (!other.load_protocol(to_yaml(less.protocol)) || !other.load_log(to_yaml(less.log)))
                continue;  // something referred to it
            ++asked;
            const auto after = verdicts(other, stand);
            const auto found = after.find(id);
            if (found == after.end()) RC_FAIL(id + " is gone without " + witness);
            if (rank(found->second.verdict) >= rank(judged.verdict))
                RC_FAIL(id + ": " + to_string(judged) + "\nwithout it: " + to_string(found->second));
        }
    });
    CHECK(asked >= worlds() / 20);
}

TEST_CASE("law: met and breached are final") {
    Wishes wishes;
    wishes.forms = {"every", "at-least-every", "once", "after", "before", "each", "may", "attest"};
    wishes.most_records = 14;
    wishes.month_dates = false;  // a month that goes beyond as-of comes into view bit by bit
    hold("met and breached are final", wishes, [](const Draft& draft) {
        World world;
        load(world, draft);
        const Standpoint early = standpoint(world, draft);
        // The last day before something new comes into view or a withdrawal takes effect.
        Standpoint later = early;
        later.as_of = early.as_of + Day::duration{600};
        for (const Record& record : world.log.records)
            for (const Day day : {record.date().first, world.log.recorded(record).value_or(record.date().first)})
                if (day > early.as_of) later.as_of = std::min(later.as_of, reference::previous(day));
        RC_PRE(later.as_of > early.as_of);
        const auto before = verdicts(world, early);
        const auto after = verdicts(world, later);
        for (const auto& [id, judged] : before) {
            if (judged.verdict != Verdict::met && judged.verdict != Verdict::breached) continue;
            const auto found = after.find(id);
            if (found == after.end() || found->second.verdict != judged.verdict)
                RC_FAIL(id + ": " + to_string(judged) + "\nas of " + concordat::to_string(later.as_of) + ": " +
                        (found == after.end() ? "gone" : to_string(found->second)));
        }
    });
}

TEST_CASE("law: shifting every date by 400 years changes no verdict") {
    Wishes wishes;
    wishes.working_days = false;
    wishes.most_records = 14;
    hold("400 years later", wishes, [](const Draft& draft) {
        World world, other;
        load(world, draft);
        const Draft then = shifted(draft);
        load(other, then);
        std::string before = printed(verdicts(world, standpoint(world, draft)));
        before = std::regex_replace(before, std::regex("\\b20([0-9][0-9])\\b"), "24$1");
        const std::string after = printed(verdicts(other, standpoint(other, then)));
        if (before != after) RC_FAIL("shifted verdicts:\n" + before + "verdicts on the shifted world:\n" + after);
    });
}

TEST_CASE("law: the same input gives the same findings") {
    hold("twice the same", Wishes{}, [](const Draft& draft) {
        std::string texts[2];
        for (std::string& text : texts) {
            World world;
            load(world, draft);
            const Audit result = audit(world.protocol, world.log, world.names, standpoint(world, draft));
            RC_PRE(result.faults.empty());
            Teller teller(result);
            for (std::uint32_t i = 0; i < result.obligations.size(); ++i) {
                const Finding finding = teller.tell(i);
                text += finding.id + "|" + finding.because + "|" + finding.owed + "|" + finding.due_because + "|" + finding.mend;
                for (const std::string& flag : finding.flags) text += "|" + flag;
                for (const Sighting& miss : finding.nearest) text += "|" + miss.id + " " + miss.why;
                text += "\n";
            }
        }
        RC_ASSERT(texts[0] == texts[1]);
    });
}

}  // namespace concordat::laws
