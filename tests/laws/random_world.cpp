#include <algorithm>
#include <ostream>

#include "laws/draft.hpp"
#include "laws/random_rule.hpp"

namespace concordat::laws {

namespace {

class WorldMaker {
public:
    WorldMaker(std::uint64_t seed, const Wishes& wishes)
        : dice_(seed), wishes_(wishes), days_(dice_, make_day(2013, 6, 1), make_day(2016, 12, 31)) {}

    Draft make();

private:
    void choose_words();
    Tree protocol();
    Tree log();
    void note_labels(const Tree& rule);
    void note_patterns(const Tree& rule);
    Tree record(int number);
    void add_what_is_wanted(Tree& record);
    std::string value_for(const std::string& field, const std::string& wanted);
    void add_date(Tree& record);
    void add_content(Tree& record, bool item);
    std::vector<std::string> some_labels();
    void add_parties(Tree& record, const std::string& key, bool delegates);
    Tree standing();
    Tree covers();
    Tree span();

    Dice dice_;
    const Wishes& wishes_;
    Days days_;
    Words words_;
    std::string year_starts_;
    std::optional<Day> agreed_;
    std::vector<Tree> wanted_;  // every alternative of every pattern
};

void WorldMaker::choose_words() {
    words_.bodies = {"alpha", "beta", "gamma"};
    words_.roles = {"alpha-chair", "beta-chair", "dcs", "director", "officer"};
    words_.parties = {"alpha", "beta", "gamma", "alpha-chair", "beta-chair", "dcs", "director", "officer"};
    words_.documents = {"report", "plan"};
    words_.topics = {"money", "health"};
    words_.subjects = {"s1", "s2"};
    words_.acts = dice_.some(
        {"meeting", "sent", "published", "received", "presented", "considered", "requested", "responded", "agreed", "called"},
        dice_.between(2, 4));
    if (dice_.percent(30) && words_.acts.front() != "meeting") words_.acts.insert(words_.acts.begin(), "meeting");
    words_.labels = dice_.percent(50) ? std::vector<std::string>{"2013-14", "2014-15", "2015-16"}
                                      : std::vector<std::string>{"2014-15 Q1", "2014-15 Q2", "2014-15", "2014"};
    words_.agreed = dice_.percent(50);
    words_.holidays = wishes_.working_days && dice_.percent(25);
}

Tree WorldMaker::protocol() {
    Tree tree{{"protocol", "p"}, {"title", "A paper"}};
    if (words_.agreed) {
        agreed_ = days_.first() + Day::duration{dice_.between(0, 700)};
        days_.add(*agreed_);
        tree.add("agreed", to_string(*agreed_));
    }
    words_.in_force_from = days_.first();
    words_.in_force_to = days_.last();
    if (dice_.percent(35)) {
        words_.dated = true;
        const Day from = days_.first() + Day::duration{dice_.between(0, 700)};
        days_.add(from);
        words_.in_force_from = from;
        Tree force{{"from", to_string(from)}};
        if (dice_.percent(40)) {
            const Day to = from + Day::duration{dice_.between(30, 900)};
            days_.add(to);
            words_.in_force_to = std::min(to, days_.last());
            force.add("to", to_string(to));
        }
        tree.add("in-force", std::move(force));
    }
    words_.dated = words_.dated || words_.agreed;
    year_starts_ = dice_.pick({"04-01", "04-01", "01-01", "09-15", "08-31"});
    tree.add("year", Tree{{"starts", year_starts_}});
    for (int year = 2013; year <= 2016; ++year)
        for (int month = 0; month < 12; month += 3)
            days_.add(reference::plus_months(*parse_day(std::to_string(year) + "-" + year_starts_), month));
    if (words_.holidays) tree.add("holidays", "test");

    Tree alpha{{"name", "Alpha"}};
    if (dice_.percent(80)) alpha.add("chair", dice_.percent(85) ? "alpha-chair" : "dcs");
    tree.add("bodies", Tree{{"alpha", std::move(alpha)},
                            {"beta", Tree{{"name", "Beta"}, {"chair", "beta-chair"}}},
                            {"gamma", Tree{{"name", "Gamma"}}}});
    tree.add("meetings", Tree{{"joint", Tree{{"name", "Joint"}}}});
    tree.add("roles", Tree{{"alpha-chair", Tree{{"name", "A chair"}, {"of", "alpha"}}},
                           {"beta-chair", Tree{{"name", "B chair"}, {"of", "beta"}}},
                           {"dcs", Tree{{"name", "DCS"}}},
                           {"director", Tree{{"name", "Director"}, {"same-as", dice_.percent(80) ? "dcs" : "alpha-chair"}}},
                           {"officer", Tree{{"name", "Officer"}, {"of", "gamma"}}}});
    tree.add("groups", Tree{{"chairs", Tree::words({"alpha-chair", "beta-chair"})},
                            {"boards", Tree::words({"alpha", "beta"})},
                            {"mixed", Tree::words({"alpha", "officer"})}});
    tree.add("documents", Tree{{"report", Tree{{"name", "Report"}}}, {"plan", Tree{{"name", "Plan"}}}});
    tree.add("topics", Tree{{"money", Tree{{"name", "Money"}}}, {"health", Tree{{"name", "Health"}}}});
    tree.add("acts", Tree{{"called", Tree{{"name", "calls"}}}, {"noted", Tree{{"name", "notes"}}}});

    std::vector<Tree> rules;
    const int count = dice_.between(1, 3);
    for (int i = 1; i <= count; ++i) {
        const std::string id = "rule" + std::to_string(i);
        rules.push_back(random_rule(dice_, days_, words_, wishes_, id));
        if (rules.back().find("attest")) words_.rules.push_back(id);
        note_labels(rules.back());
        note_patterns(rules.back());
    }
    tree.add("clauses", Tree::list({Tree{{"clause", "1"}, {"says", "All of it."}, {"rules", Tree::list(std::move(rules))}}}));
    return tree;
}

/// Labels that the rule's periods have, so that records can state them.
void WorldMaker::note_labels(const Tree& rule) {
    const Tree* every = rule.find("every");
    if (!every) return;
    const auto length = parse_duration(every->scalar);
    if (rule.find("from") && length && agreed_) {
        for (int n = 0; n < 4; ++n) {
            const Day end = reference::plus(*agreed_, Duration{length->count * n, length->unit}, nullptr);
            words_.labels.push_back(to_string(end + Day::duration{1}));
        }
        return;
    }
    for (int i = 0; i < 3; ++i) {
        const int year = dice_.between(2013, 2015);
        std::string label = std::to_string(year);
        if (year_starts_ != "01-01") label += "-" + std::to_string(year + 1).substr(2);
        if (every->scalar == "half-year") label += dice_.pick({" H1", " H2"});
        if (every->scalar == "quarter") label += dice_.pick({" Q1", " Q2", " Q3", " Q4"});
        if (every->scalar == "month") label += dice_.pick({" M01", " M02", " M06", " M12"});
        words_.labels.push_back(label);
    }
}

void WorldMaker::note_patterns(const Tree& rule) {
    const Tree* members = rule.find("for-each");
    const auto note = [&](Tree pattern) {
        for (auto& [field, value] : pattern.entries)
            if (members && value.scalar == "$each" && members->scalar.find('$') == std::string::npos) value = *members;
        wanted_.push_back(std::move(pattern));
    };
    if (const Tree* state = rule.find("throughout"))
        if (const Tree* as = state->find("as")) words_.as.push_back(as->scalar);
    for (const auto& [key, value] : rule.entries) {
        if (value.kind != Tree::Kind::mapping || key == "within" || key == "throughout" || key == "in-force") continue;
        if (const Tree* any = value.find("any"))
            for (const Tree& one : any->items) note(one);
        else if (!value.find("all") && !value.find("itself"))
            note(value);
    }
}

std::string WorldMaker::value_for(const std::string& field, const std::string& wanted) {
    if (wanted == "chairs") return dice_.pick({"alpha-chair", "beta-chair"});
    if (wanted == "boards") return dice_.pick({"alpha", "beta"});
    if (wanted == "mixed") return dice_.pick({"alpha", "officer"});
    if (wanted == "$each" && field == "of") return dice_.pick({"alpha", "beta"});
    if (wanted.front() != '$') return wanted;
    if (field == "document") return dice_.pick(words_.documents);
    if (field == "covering") return dice_.pick(words_.labels);
    if (field == "about") return dice_.pick(words_.topics);
    if (field == "subject") return dice_.pick(words_.subjects);
    if (field == "of") return dice_.pick(words_.bodies);
    if (field == "re") return words_.record_ids.empty() ? "" : dice_.pick(words_.record_ids);
    return dice_.pick(words_.parties);
}

/// The record that some pattern wants to see, or nearly so.
void WorldMaker::add_what_is_wanted(Tree& record) {
    for (const auto& [field, wanted] : dice_.pick(wanted_).entries) {
        if (field == "act" && wanted.kind == Tree::Kind::scalar) record.find("act")->scalar = wanted.scalar;
        if (field == "act" && wanted.kind == Tree::Kind::list) record.find("act")->scalar = dice_.pick(wanted.items).scalar;
        if (field == "act" || record.find(field) || dice_.percent(8)) continue;
        if (const Tree* all = wanted.find("all")) {
            if (dice_.percent(75)) record.add(field, all->kind == Tree::Kind::list ? *all : Tree(value_for(field, all->scalar)));
        } else if (const Tree* body = wanted.find("itself")) {
            record.add(field, body->scalar);
        } else {
            const std::string value =
                value_for(field, wanted.kind == Tree::Kind::list ? dice_.pick(wanted.items).scalar : wanted.scalar);
            if (!value.empty()) record.add(field, value);
        }
    }
}

void WorldMaker::add_date(Tree& record) {
    const Day day = days_.pick();
    const std::string text = to_string(day);
    record.add("date", wishes_.month_dates && dice_.percent(12) ? text.substr(0, 7) : text);
    if (dice_.percent(18)) record.add("recorded", to_string(day + Day::duration{dice_.between(0, 60)}));
}

void WorldMaker::add_parties(Tree& record, const std::string& key, bool delegates) {
    std::vector<Tree> items;
    for (const std::string& party : dice_.some(words_.parties, dice_.percent(65) ? 1 : dice_.between(2, 3))) {
        const bool role = std::find(words_.roles.begin(), words_.roles.end(), party) != words_.roles.end();
        if (delegates && role && dice_.percent(20))
            items.push_back(Tree{{"role", party}, {"delegate", "Somebody"}});
        else
            items.emplace_back(party);
    }
    if (items.size() == 1 && items.front().kind == Tree::Kind::scalar && dice_.percent(60))
        record.add(key, items.front());
    else
        record.add(key, Tree::list(std::move(items)));
}

/// More of what a record may show, where it shows nothing yet.
void WorldMaker::add_content(Tree& record, bool item) {
    const int rich = record.entries.size() > 4 ? 35 : 100;
    const auto wants = [&](const char* field, int chance) { return !record.find(field) && dice_.percent(chance * rich / 100); };
    if (wants("by", item ? 25 : 60)) add_parties(record, "by", true);
    if (wants("to", item ? 20 : 45)) add_parties(record, "to", false);
    if (!item && wants("present", 25)) add_parties(record, "present", true);
    if (wants("with", 8)) add_parties(record, "with", false);
    if (wants("document", 55)) record.add("document", dice_.pick(words_.documents));
    if (record.find("document") && wants("covering", 50))
        record.add("covering", dice_.percent(75) ? Tree(dice_.pick(words_.labels)) : Tree::words(some_labels()));
    if (wants("about", 16)) record.add("about", dice_.percent(70) ? Tree(dice_.pick(words_.topics)) : Tree::words(words_.topics));
    if (wants("contains", 20))
        record.add("contains", dice_.percent(70) ? Tree::words({dice_.pick(words_.topics)})
                                                 : Tree::words({dice_.pick(words_.documents), dice_.pick(words_.roles)}));
    if (wants("subject", 16)) record.add("subject", dice_.pick(words_.subjects));
    if (!words_.record_ids.empty() && wants("re", 22)) record.add("re", dice_.pick(words_.record_ids));
    if (wants("role", 6)) record.add("role", dice_.pick(words_.roles));
    if (wants("in-writing", 12)) record.add("in-writing", dice_.pick({"true", "false"}));
    if (dice_.percent(8)) record.add("partial", "true");
}

std::vector<std::string> WorldMaker::some_labels() {
    std::vector<std::string> labels{dice_.pick(words_.labels)};
    const std::string other = dice_.pick(words_.labels);
    if (other != labels.front()) labels.push_back(other);
    return labels;
}

Tree WorldMaker::record(int number) {
    Tree tree{{"id", "r" + std::to_string(number)}};
    add_date(tree);
    const bool attested = !words_.rules.empty() && dice_.percent(35);
    std::string act = attested ? "attested" : dice_.pick(words_.acts);
    tree.add("act", act);
    if (attested) {
        tree.add("rule", dice_.pick(words_.rules));
        if (dice_.percent(80)) add_parties(tree, "by", true);
        if (dice_.percent(50)) tree.add("covering", dice_.pick(words_.labels));
        if (dice_.percent(40)) tree.add("finding", dice_.pick({"kept", "broken", "broken"}));
    } else {
        if (!wanted_.empty() && dice_.percent(70)) add_what_is_wanted(tree);
        if (tree.find("act")->scalar == "meeting" && !tree.find("of"))
            tree.add("of", dice_.percent(85) ? dice_.pick(words_.bodies) : "joint");
        add_content(tree, false);
    }
    act = tree.find("act")->scalar;
    if (dice_.percent(8)) tree.add("status", dice_.pick({"cancelled", "inquorate", "planned", "held"}));
    if (wishes_.withdrawals && !words_.record_ids.empty() && dice_.percent(7))
        tree.add("withdraws", dice_.pick(words_.record_ids));
    if (act == "meeting" && dice_.percent(60)) {
        std::vector<Tree> items;
        const int count = dice_.between(1, 2);
        for (int i = 0; i < count; ++i) {
            Tree item{{"act", dice_.pick(words_.acts) == "meeting" ? "considered"
                                                                   : dice_.pick({"considered", "agreed", "presented", "sent"})}};
            add_content(item, true);
            items.push_back(std::move(item));
        }
        tree.add("items", Tree::list(std::move(items)));
    }
    words_.record_ids.push_back("r" + std::to_string(number));
    return tree;
}

Tree WorldMaker::standing() {
    std::vector<Tree> lines;
    const int count = dice_.between(1, 6);
    for (int i = 0; i < count; ++i) {
        Tree line;
        const int way = dice_.below(3);
        if (way == 0 || (way == 1 && words_.as.empty())) {
            line.add("role", dice_.pick(words_.roles));
            line.add("held-by", dice_.pick({"A. Person", "B. Person"}));
        } else if (way == 1) {
            line.add(dice_.percent(50) ? "role" : "body", "");
            line.entries.back().second = dice_.pick(line.find("role") ? words_.roles : words_.bodies);
            line.add("of", dice_.pick(words_.bodies));
            line.add("as", dice_.pick(words_.as));
        } else {
            line.add("document", dice_.pick(words_.documents));
            if (dice_.percent(50)) line.add("covering", dice_.pick(words_.labels));
        }
        Day from = days_.pick(), to = days_.pick();
        if (to < from) std::swap(from, to);
        line.add("from", to_string(from));
        if (dice_.percent(50)) line.add("to", to_string(to));
        lines.push_back(std::move(line));
    }
    return Tree::list(std::move(lines));
}

Tree WorldMaker::span() {
    Day from = days_.pick(), to = days_.pick();
    if (to < from) std::swap(from, to);
    if (dice_.percent(60)) to = std::max(to, from + Day::duration{dice_.between(100, 900)});
    return Tree{{"from", to_string(from)}, {"to", to_string(std::min(to, days_.last()))}};
}

Tree WorldMaker::covers() {
    const int way = dice_.below(10);
    if (way == 0) return "none";
    if (way < 6) return span();
    std::vector<Tree> spans;
    const int count = dice_.between(1, 3);
    for (int i = 0; i < count; ++i) {
        Tree one = span();
        if (dice_.percent(50)) one.add("bodies", Tree::words(dice_.some(words_.bodies, dice_.between(1, 2))));
        if (dice_.percent(30)) one.add("acts", Tree::words(dice_.some(words_.acts, 2)));
        spans.push_back(std::move(one));
    }
    return Tree::list(std::move(spans));
}

Tree WorldMaker::log() {
    const int count = dice_.percent(30) ? dice_.between(wishes_.fewest_records, wishes_.most_records)
                                        : dice_.between(wishes_.fewest_records, std::min(14, wishes_.most_records));
    Tree tree{{"log", "What happened"}, {"protocol", "p"}};
    if (wishes_.stated_covers_only)
        tree.add("covers", span());
    else if (dice_.percent(92))
        tree.add("covers", covers());
    if (dice_.percent(25)) {
        tree.add("bodies", Tree{{"scrutiny", Tree{{"name", "Scrutiny"}}}});
        words_.bodies.push_back("scrutiny");
        words_.parties.push_back("scrutiny");
    }
    tree.add("as-of", "");  // chosen last, once there are days to choose from
    if (dice_.percent(60)) tree.add("standing", standing());
    std::vector<Tree> records;
    for (int i = 1; i <= count; ++i) records.push_back(record(i));
    Day day = days_.pick();
    for (int i = 0; i < 2 && day < make_day(2015, 1, 1); ++i) day = days_.pick();
    tree.find("as-of")->scalar = to_string(day);
    tree.add("records", Tree::list(std::move(records)));
    return tree;
}

Draft WorldMaker::make() {
    choose_words();
    Draft draft;
    draft.protocol = protocol();
    draft.log = log();
    if (dice_.percent(12)) draft.known_at = to_string(days_.pick());
    return draft;
}

}  // namespace

Draft random_draft(std::uint64_t seed, const Wishes& wishes) { return WorldMaker(seed, wishes).make(); }

std::vector<Draft> smaller(const Draft& draft) {
    std::vector<Draft> result;
    if (draft.known_at) result.push_back({draft.protocol, draft.log, std::nullopt});
    for (Tree& log : smaller(draft.log)) result.push_back({draft.protocol, std::move(log), draft.known_at});
    for (Tree& protocol : smaller(draft.protocol)) result.push_back({std::move(protocol), draft.log, draft.known_at});
    return result;
}

std::ostream& operator<<(std::ostream& out, const Draft& draft) {
    out << "# protocol.yaml\n" << to_yaml(draft.protocol) << "# log.yaml\n" << to_yaml(draft.log);
    if (draft.known_at) out << "# known at " << *draft.known_at << "\n";
    return out;
}

}  // namespace concordat::laws
