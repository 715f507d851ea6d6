#include "load/coverage.hpp"

#include <algorithm>

#include "load/mapping.hpp"
#include "load/scalar.hpp"

namespace concordat {
namespace {

std::vector<Name> read_list(const Node* node, std::string_view key, Kinds kinds, const Vocabulary& vocabulary) {
    std::vector<Name> names;
    if (!node || !is_filled_list(*node, key, vocabulary.diagnostics)) return names;
    for (const Node& item : node->items())
        if (const Name name = vocabulary.read(item, key, kinds); name != Name::none) names.push_back(name);
    return names;
}

CoveredSpan read_span(const Node& node, const Vocabulary& vocabulary) {
    Diagnostics& diagnostics = vocabulary.diagnostics;
    Mapping mapping{node, "a covered span", diagnostics};
    const Node* from = mapping.need("from");
    const Node* to = mapping.need("to");
    const auto first = from ? read_day(*from, "from", diagnostics) : std::nullopt;
    const auto last = to ? read_day(*to, "to", diagnostics) : std::nullopt;
    check_order(first, last, from ? from->span : node.span, diagnostics);
    CoveredSpan span{.days = {first.value_or(Day{}), last.value_or(Day{})},
                     .bodies = read_list(mapping.take("bodies"), "bodies", kinds::body | kinds::meeting, vocabulary),
                     .acts = read_list(mapping.take("acts"), "acts", kinds::act, vocabulary)};
    mapping.finish();
    return span;
}

}  // namespace

bool read_covers(const Node& node, const Vocabulary& vocabulary, std::vector<CoveredSpan>& covers) {
    if (node.is_scalar()) {
        if (node.text() == "none") return false;
        if (is_text(node, "covers", vocabulary.diagnostics))
            vocabulary.diagnostics.error(node.span, "bad-value", "`covers` takes a span, a list of spans, or `none`",
                                         "write `{from: 2014-04-01, to: 2015-03-31}`");
    } else if (node.is_mapping()) {
        covers.push_back(read_span(node, vocabulary));
    } else if (is_filled_list(node, "covers", vocabulary.diagnostics)) {
        for (const Node& item : node.items())
            if (is_mapping(item, "covers", vocabulary.diagnostics)) covers.push_back(read_span(item, vocabulary));
    }
    return true;
}

std::optional<CoveredSpan> covered_by(std::span<const Record> records) {
    std::optional<CoveredSpan> span;
    for (const Record& record : records) {
        if (record.status == Status::planned) continue;
        if (!span) span = CoveredSpan{.days = record.date(), .bodies = {}, .acts = {}};
        span->days.first = std::min(span->days.first, record.date().first);
        span->days.last = std::max(span->days.last, record.date().last);
    }
    return span;
}

}  // namespace concordat
