#include "load/deadline.hpp"

#include <fmt/format.h>

#include "load/mapping.hpp"

namespace concordat {
namespace {

/// `{next-…-of: X}`, which some forms take only. What is no such mapping is nobody's.
bool names_next(const Node& node) { return node.find("next-meeting-of") || node.find("next-edition-of"); }

/// Which forms take a `within` of this shape.
Forms forms_with_shape(const Node& node) {
    if (node.is_mapping()) return FormKey::every | FormKey::after;
    if (node.text() == "open") return only(FormKey::every);
    return FormKey::every | FormKey::once | FormKey::after | FormKey::before;
}

std::string remedy(const Node& node, FormKey form) {
    if (node.is_mapping()) return "`within` takes a length of time here, such as `3 months`";
    return form == FormKey::before ? "leave `within` out: the match may then lie as far back as the time is open"
                                   : "leave `within` out: there is then no due day";
}

/// {next-meeting-of: X} or {next-edition-of: X}
Deadline read_next(const Node& node, const Vocabulary& vocabulary) {
    Deadline deadline;
    Mapping mapping{node, "`within`", vocabulary.diagnostics};
    const Node* meeting = mapping.take("next-meeting-of");
    const Node* edition = mapping.take("next-edition-of");
    if (meeting) {
        deadline.kind = Deadline::Kind::next_meeting;
        deadline.name = vocabulary.read(*meeting, "next-meeting-of", kinds::body | kinds::meeting);
    }
    if (edition) {
        deadline.kind = Deadline::Kind::next_edition;
        deadline.name = vocabulary.read(*edition, "next-edition-of", kinds::document);
    }
    mapping.finish();
    if (!meeting == !edition)
        vocabulary.diagnostics.error(node.span, "bad-value", "`within` takes one of `next-meeting-of` and `next-edition-of`");
    return deadline;
}

}  // namespace

bool takes_within(const Node& node, FormKey form) { return has(forms_with_shape(node), form); }

Deadline read_deadline(const Node& node, FormKey form, const Paper& paper, const Vocabulary& vocabulary) {
    if (node.is_sequence() || node.is_empty()) {
        is_text(node, "within", vocabulary.diagnostics);
        return {};
    }
    if (!takes_within(node, form) && (node.is_scalar() || names_next(node))) {
        const Span place = node.is_mapping() ? node.entries().front().key.span : node.span;
        const std::string_view what = node.is_mapping() ? node.entries().front().key.text() : "within: open";
        vocabulary.diagnostics.error(
            place, "misplaced-modifier",
            fmt::format("`{}` belongs to {}, and this rule is `{}`", what, listed(forms_with_shape(node)), to_string(form)),
            remedy(node, form));
        return {};
    }
    if (node.is_mapping()) return read_next(node, vocabulary);
    if (node.text() == "open") return {.kind = Deadline::Kind::open};
    const auto duration = read_duration(node, "within", paper, vocabulary.diagnostics);
    return duration ? Deadline{.kind = Deadline::Kind::duration, .duration = *duration} : Deadline{};
}

}  // namespace concordat
