#include "report/verbs.hpp"

#include <algorithm>
#include <array>

namespace concordat {
namespace {

struct Row {
    std::string_view past, base, present, to;
    bool about_is_object;
};

constexpr std::array<Row, 20> table = {{
    {"drafted", "draft", "drafts", "for", true},
    {"consulted", "consult", "consults", "", false},
    {"agreed", "agree", "agrees", "with", true},
    {"published", "publish", "publishes", "for", true},
    {"sent", "send", "sends", "to", true},
    {"received", "receive", "receives", "for", true},
    {"presented", "present", "presents", "to", true},
    {"considered", "consider", "considers", "for", true},
    {"reviewed", "review", "reviews", "for", true},
    {"requested", "request", "requests", "from", true},
    {"responded", "respond", "responds", "to", false},
    {"raised", "raise", "raises", "with", true},
    {"resolved", "resolve", "resolves", "with", true},
    {"escalated", "escalate", "escalates", "to", true},
    {"appointed", "appoint", "appoints", "to", false},
    {"removed", "remove", "removes", "from", false},
    {"attested", "attest", "attests", "to", false},
    {"notified", "notify", "notifies", "", false},
    {"changed", "change", "changes", "for", true},
    {"communicated", "communicate", "communicates", "to", true},
}};

/// "calls to account" → "call to account"
std::string base_of(std::string_view called) {
    const std::size_t end = std::min(called.find(' '), called.size());
    std::string first(called.substr(0, end));
    const auto cut = [&](std::size_t count, std::string_view instead) {
        first = first.substr(0, first.size() - count).append(instead);
    };
    const auto ends_in = [&](std::string_view ending) { return first.ends_with(ending); };
    if (ends_in("ies"))
        cut(3, "y");
    else if (ends_in("sses") || ends_in("shes") || ends_in("ches") || ends_in("xes"))
        cut(2, "");
    else if (ends_in("s") && !ends_in("ss"))
        cut(1, "");
    return first.append(called.substr(end));
}

/// "challenged" → "challenge", "called" → "call", "deferred" → "defer"; nothing where no rule of spelling helps.
std::string base_of_past(std::string_view past) {
    if (!past.ends_with("ed") || past.size() < 5) return {};
    const std::string stem(past.substr(0, past.size() - 2));
    const char last = stem.back();
    const char before = stem[stem.size() - 2];
    const auto is_one_of = [](char c, std::string_view set) { return set.find(c) != std::string_view::npos; };
    if (last == 'i') return stem.substr(0, stem.size() - 1) + "y";
    if (last == before && !is_one_of(last, "ls")) return stem.substr(0, stem.size() - 1);
    const bool mute = is_one_of(last, "gcvzu") || (last == 's' && before != 's') || (last == 't' && before == 'a');
    return mute ? stem + "e" : stem;
}

std::string present_of(std::string_view base) {
    const bool hissing = base.ends_with("s") || base.ends_with("sh") || base.ends_with("ch") || base.ends_with("x");
    if (base.ends_with("y") && base.size() > 1 && std::string_view("aeiou").find(base[base.size() - 2]) == std::string_view::npos)
        return std::string(base.substr(0, base.size() - 1)) + "ies";
    return std::string(base) + (hissing ? "es" : "s");
}

/// An act that the protocol calls by its participle, as its id does: "called to account".
Verb from_past(const std::string& past) {
    const std::size_t end = std::min(past.find(' '), past.size());
    const std::string rest = past.substr(end);
    const std::string base = base_of_past(past.substr(0, end));
    if (base.empty()) return {"have " + past, "has " + past, past, "", true};
    return {base + rest, present_of(base) + rest, past, "", true};
}

}  // namespace

Verb verb(std::string_view act, std::string_view called) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row& entry) { return entry.past == act; });
    if (row != table.end())
        return {std::string(row->base), std::string(row->present), std::string(row->past), row->to, row->about_is_object};
    std::string past(act);
    std::replace(past.begin(), past.end(), '-', ' ');
    const std::string_view first = called.substr(0, called.find(' '));
    if (called.empty() || called == act || first.ends_with("ed")) return from_past(past);
    return {base_of(called), std::string(called), past, "", true};
}

}  // namespace concordat
