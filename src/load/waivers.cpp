#include "load/waivers.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "diagnostic/nearest.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/vocabulary.hpp"
#include "load/wording.hpp"
#include "yaml/read.hpp"

namespace concordat {
namespace {

class WaiversReader {
public:
    WaiversReader(const Protocol& protocol, const Directory& directory, Names& names, Diagnostics& diagnostics)
        : protocol_{protocol}, diagnostics_{diagnostics}, vocabulary_{names, diagnostics, protocol} {
        vocabulary_.directory = directory;
    }

    void read(const Node& node);
    std::vector<Waiver> waivers;

private:
    const Rule* read_obligation(const Node& node, Waiver& waiver);
    void read_approver(const Node& node, const Rule* rule, Waiver& waiver);

    const Protocol& protocol_;
    Diagnostics& diagnostics_;
    Vocabulary vocabulary_;
    std::unordered_map<std::string, Span> seen_;
};

void WaiversReader::read(const Node& node) {
    if (!is_mapping(node, "waivers", diagnostics_)) return;
    Mapping mapping{node, "a waiver", diagnostics_};
    Waiver waiver;
    const Node* obligation = mapping.need("obligation");
    const Rule* rule = obligation ? read_obligation(*obligation, waiver) : nullptr;
    if (const Node* reason = mapping.need("reason")) waiver.reason = read_prose(*reason, "reason", diagnostics_);
    if (const Node* by = mapping.need("approved-by")) read_approver(*by, rule, waiver);
    const Node* granted = mapping.need("granted");
    const Node* expires = mapping.need("expires");
    mapping.finish();
    const auto from = granted ? read_day(*granted, "granted", diagnostics_) : std::nullopt;
    const auto to = expires ? read_day(*expires, "expires", diagnostics_) : std::nullopt;
    if (from && to && *to < *from)
        diagnostics_.error(expires->span, "wrong-order", "this waiver expires before it was granted", "",
                           {{granted->span, "the day on which it was granted"}});
    if (from) waiver.granted = *from;
    if (to) waiver.expires = *to;
    waivers.push_back(std::move(waiver));
}

const Rule* WaiversReader::read_obligation(const Node& node, Waiver& waiver) {
    waiver.obligation = read_line(node, "obligation", diagnostics_);
    waiver.place = node.span;
    if (waiver.obligation.empty()) return nullptr;
    if (const auto [first, is_new] = seen_.emplace(waiver.obligation, node.span); !is_new)
        diagnostics_.error(node.span, "duplicate-id", fmt::format("{} is waived already", quoted(waiver.obligation)), "",
                           {{first->second, "the first waiver"}});
    const std::size_t at = waiver.obligation.find('@');
    if (at == std::string::npos) {
        diagnostics_.error(node.span, "bad-value", fmt::format("{} is no obligation's id", quoted(waiver.obligation)),
                           "write it as the report does: `RULE@KEY`");
        return nullptr;
    }
    const std::string id = waiver.obligation.substr(0, at);
    const Rule* rule = protocol_.find_rule(vocabulary_.names.find(id));
    if (rule && !id.empty()) return rule;
    std::vector<std::string> known;
    for (const Rule& each : protocol_.rules) known.emplace_back(vocabulary_.names.text(each.id));
    diagnostics_.error(node.span, "unknown-id", fmt::format("no rule is called {}", quoted(id)), did_you_mean(id, known));
    return nullptr;
}

void WaiversReader::read_approver(const Node& node, const Rule* rule, Waiver& waiver) {
    waiver.approved_by = vocabulary_.read(node, "approved-by", kinds::party);
    if (!rule || rule->waivable_by == Name::none || waiver.approved_by == Name::none) return;
    const auto other_name = [&](Name role) {
        const Thing* thing = vocabulary_.directory.find(role);
        return thing ? thing->same_as : Name::none;
    };
    const Name allowed = rule->waivable_by, given = waiver.approved_by;
    if (given != allowed && other_name(given) != allowed && other_name(allowed) != given)
        diagnostics_.error(node.span, "wrong-approver",
                           fmt::format("{} cannot waive {}", quoted(node.text()), quoted(vocabulary_.names.text(rule->id))),
                           fmt::format("only {} can", quoted(vocabulary_.names.text(allowed))), {{rule->place, "the rule"}});
}

}  // namespace

std::optional<std::vector<Waiver>> load_waivers(const Text& text, std::uint32_t file, const Protocol& protocol,
                                                const Directory& directory, Names& names, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    Nodes nodes;
    const auto root = read_whole(text, file, nodes, diagnostics);
    if (!root) return std::nullopt;
    Mapping mapping{*root, "a file of waivers", diagnostics};
    const Node* list = mapping.need("waivers");
    mapping.finish();
    WaiversReader reader{protocol, directory, names, diagnostics};
    if (list && is_list(*list, "waivers", diagnostics))
        for (const Node& node : list->items()) reader.read(node);
    if (diagnostics.error_count() > errors) return std::nullopt;
    return std::move(reader.waivers);
}

}  // namespace concordat
