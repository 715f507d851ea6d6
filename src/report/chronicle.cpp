#include "report/chronicle.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "engine/teller.hpp"
#include "engine/view.hpp"

namespace concordat {
namespace {

/// Who owed which findings, in the order in which they first come up.
struct Debts {
    std::vector<Name> debtors;
    std::unordered_map<Name, std::vector<std::uint32_t>> findings;
};

Debts debts_of(const Audit& audit, const std::vector<Outcome>& findings) {
    Debts debts;
    Teller teller(audit);
    for (std::uint32_t i = 0; i < findings.size(); ++i)
        for (const Name debtor : teller.owed_by(findings[i].obligation)) {
            std::vector<std::uint32_t>& own = debts.findings[debtor];
            if (own.empty()) debts.debtors.push_back(debtor);
            own.push_back(i);
        }
    return debts;
}

/// Sorts everything that has an id into lanes; lanes that nothing is ever put into do not come about.
class Lanes {
public:
    Lanes(const Log& log, const Names& names, const Debts& debts) : directory_(log.directory) {
        for (const Thing& thing : directory_.things())
            if (thing.kind == Kind::body && thing.chair != Name::none) chairs_.emplace(thing.chair, thing.id);
        std::unordered_set<Name> busy;
        for (const Name debtor : debts.debtors) busy.insert(home(debtor));
        for (const Record& record : log.records)
            if (const Name of = log.name(record, Part::of); of != Name::none) busy.insert(home(of));
        for (const Thing& thing : directory_.things())
            if (is_host(thing) && busy.contains(thing.id))
                lanes_.emplace(thing.id, add(std::string{directory_.display(thing.id, names)}));
    }

    std::uint32_t of(Name who) {
        const Name at = home(who);
        if (const auto found = lanes_.find(at); found != lanes_.end()) return found->second;
        const Thing* thing = directory_.find(at);
        const bool office = thing && thing->kind == Kind::role;
        std::optional<std::uint32_t>& lane = office ? offices_ : others_;
        if (!lane) lane = add(office ? "Offices outside these bodies" : "Others");
        return *lane;
    }

    std::vector<std::string> take() { return std::move(labels_); }

private:
    static bool is_host(const Thing& thing) { return thing.kind == Kind::body || thing.kind == Kind::meeting; }

    std::uint32_t add(std::string label) {
        labels_.push_back(std::move(label));
        return static_cast<std::uint32_t>(labels_.size() - 1);
    }

    /// The body that an office belongs to; what is no office, and an office of no body, is at home in itself.
    Name home(Name who) const {
        const Thing* thing = directory_.find(who);
        if (!thing || thing->kind != Kind::role) return who;
        for (const Name office : {who, thing->same_as}) {
            if (const auto chaired = chairs_.find(office); office != Name::none && chaired != chairs_.end())
                return chaired->second;
            const Thing* other = directory_.find(office);
            if (other && other->of != Name::none) return other->of;
        }
        return who;
    }

    const Directory& directory_;
    std::unordered_map<Name, Name> chairs_;  // the body of each chair
    std::unordered_map<Name, std::uint32_t> lanes_;
    std::optional<std::uint32_t> offices_;
    std::optional<std::uint32_t> others_;
    std::vector<std::string> labels_;
};

/// Who a record is about, as far as a lane can tell: who acted, else which body met.
std::vector<Name> actors(const Log& log, const Record& record) {
    std::vector<Name> result;
    for (const Party& party : log.parties(record, Part::by)) result.push_back(party.who);
    for (const Name other : {log.name(record, Part::of), log.name(record, Part::role)})
        if (result.empty() && other != Name::none) result.push_back(other);
    if (result.empty()) result.push_back(Name::none);
    return result;
}

void add_marks(std::vector<Mark>& marks, Lanes& lanes, const Log& log, const Record& record) {
    const std::size_t before = marks.size();
    for (const Name who : actors(log, record)) {
        const std::uint32_t lane = lanes.of(who);
        const auto here = [&](const Mark& mark) { return mark.lane == lane; };
        if (std::none_of(marks.begin() + static_cast<std::ptrdiff_t>(before), marks.end(), here))
            marks.push_back({.lane = lane, .day = record.date().first, .record = record.id, .act = record.act});
    }
}

/// What several offices of a lane owe stands in it once.
void add_findings(Chronicle& chronicle, Lanes& lanes, const Debts& debts) {
    for (const Name debtor : debts.debtors) {
        const std::uint32_t lane = lanes.of(debtor);
        if (chronicle.findings.size() <= lane) chronicle.findings.resize(lane + 1);
        const std::vector<std::uint32_t>& own = debts.findings.at(debtor);
        chronicle.findings[lane].insert(chronicle.findings[lane].end(), own.begin(), own.end());
    }
    for (std::vector<std::uint32_t>& all : chronicle.findings) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }
}

}  // namespace

Chronicle make_chronicle(const Audit& audit, const Log& log, const Names& names, const std::vector<Outcome>& findings) {
    const Debts debts = debts_of(audit, findings);
    Lanes lanes(log, names, debts);
    Chronicle result;
    add_findings(result, lanes, debts);
    for (const RecordIndex index : view_of(log, audit.standpoint).counted) add_marks(result.marks, lanes, log, log.at(index));
    std::sort(result.marks.begin(), result.marks.end(), [&](const Mark& a, const Mark& b) {
        return std::tuple(a.lane, a.day, names.text(a.record)) < std::tuple(b.lane, b.day, names.text(b.record));
    });
    result.lanes = lanes.take();
    result.findings.resize(result.lanes.size());
    return result;
}

}  // namespace concordat
