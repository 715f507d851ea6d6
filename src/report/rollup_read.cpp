#include "report/rollup_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "report/rollup_draft.hpp"

namespace concordat {
namespace {

constexpr std::size_t max_text = std::size_t{1} << 20U;  // of what is kept; no longer than the texts of a log

/// Which of the words it is, if any.
template <class Words>
std::optional<std::size_t> index_in(const Words& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

std::string text_of(std::string_view key, JsonValue& value) {
    auto* const text = std::get_if<std::string>(&value);
    if (!text) throw Unfit(fmt::format("`{}` is no text", key));
    if (text->size() > max_text) throw Unfit(fmt::format("`{}` is longer than a log may write", key));
    return std::move(*text);
}

std::uint32_t number_of(std::string_view key, const JsonValue& value) {
    const auto* const number = std::get_if<std::uint64_t>(&value);
    if (!number || *number > std::numeric_limits<std::uint32_t>::max()) throw Unfit(fmt::format("`{}` is no number", key));
    return static_cast<std::uint32_t>(*number);
}

void set(std::optional<std::string>& member, std::string_view key, JsonValue& value) {
    if (member) throw Unfit(fmt::format("it has `{}` twice", key));
    member = text_of(key, value);
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// One item of a list while it is being read: a finding, or what a place counts for one rule.
struct Item {
    std::optional<std::string> rule, verdict;
    std::vector<std::string> also{};
    std::array<std::uint32_t, verdict_names.size()> times{};
};

class Reader final : public JsonVisitor {
public:
    explicit Reader(std::uint32_t file) : file_(file) {}

    void value(std::string_view way, JsonValue value) override;
    void end(std::string_view way) override;
    Rollup finish();

private:
    void of_file(std::string_view key, JsonValue& value);
    void of_edition(EditionDraft& edition, std::string_view key, JsonValue& value);
    void of_place(PlaceDraft& place, std::string_view key, JsonValue& value);
    void of_item(std::string_view key, JsonValue& value);
    void end_in_edition(EditionDraft& edition, std::string_view way);
    void end_in_place(EditionDraft& edition, PlaceDraft& place, std::string_view way);

    std::uint32_t file_;
    std::optional<std::string> kind_;
    bool has_schema_ = false;
    EditionDraft edition_;  // a result is one edition with one place
    PlaceDraft place_;
    EditionDraft inner_edition_;  // of a rollup
    PlaceDraft inner_place_;
    RolledRule rule_;
    Input input_;
    Item item_;
    Rollup rollup_;
};

constexpr std::string_view in_edition = "protocols[].";
constexpr std::string_view in_place = "protocols[].places[].";

void Reader::value(std::string_view way, JsonValue value) {
    if (way.starts_with(in_place)) return of_place(inner_place_, way.substr(in_place.size()), value);
    if (way.starts_with(in_edition)) return of_edition(inner_edition_, way.substr(in_edition.size()), value);
    of_file(way, value);
    of_edition(edition_, way, value);
    of_place(place_, way, value);
}

void Reader::end(std::string_view way) {
    if (way == "protocols[].places[]") {
        inner_edition_.add_place(std::exchange(inner_place_, {}), file_);
    } else if (way == "protocols[]") {
        std::exchange(inner_edition_, {}).finish(rollup_);
    } else if (way.starts_with(in_place)) {
        end_in_place(inner_edition_, inner_place_, way.substr(in_place.size()));
    } else if (way.starts_with(in_edition)) {
        end_in_edition(inner_edition_, way.substr(in_edition.size()));
    } else {
        end_in_edition(edition_, way);
        end_in_place(edition_, place_, way);
    }
}

Rollup Reader::finish() {
    if (!has_schema_) throw Unfit("`schema` is missing");
    if (kind_) {
        if (*kind_ != "rollup") throw Unfit("there is no `kind` called `" + *kind_ + "`");
        if (rollup_.editions.empty()) throw Unfit("it has no protocol");
        return std::move(rollup_);
    }
    if (!place_.inputs.empty()) edition_.sha256 = place_.inputs.front().sha256;  // the protocol is read first
    edition_.add_place(std::move(place_), file_);
    edition_.finish(rollup_);
    return std::move(rollup_);
}

void Reader::of_file(std::string_view key, JsonValue& value) {
    if (key == "kind") return set(kind_, key, value);
    if (key != "schema") return;
    if (value != JsonValue{std::uint64_t{1}}) throw Unfit("its `schema` is not 1");
    has_schema_ = true;
}

void Reader::of_edition(EditionDraft& edition, std::string_view key, JsonValue& value) {
    if (key == "protocol") return set(edition.protocol, key, value);
    if (key == "sha256") {
        set(edition.sha256, key, value);
        if (!is_sha256(*edition.sha256)) throw Unfit("`sha256` is none");
    }
    if (key == "rules[].rule") rule_.id = text_of(key, value);
    if (key == "rules[].clause") rule_.clause = text_of(key, value);
    if (key == "rules[].form") rule_.form = text_of(key, value);
    if (key == "rules[].strength") rule_.strength = text_of(key, value);
    if (key == "rules[].title") rule_.title = text_of(key, value);
    if (key == "rules[].also[]") rule_.also.push_back(text_of(key, value));
}

void Reader::of_place(PlaceDraft& place, std::string_view key, JsonValue& value) {
    if (key == "log") return set(place.log, key, value);
    if (key == "as_of") return set(place.as_of, key, value);
    if (key == "tool.version" || key == "tool") return set(place.tool, key, value);
    if (key == "inputs[].path") input_.path = text_of(key, value);
    if (key == "inputs[].sha256") input_.sha256 = text_of(key, value);
    if (key == "totals.outstanding") place.outstanding = number_of(key, value);
    if (key.starts_with("totals."))
        if (const auto verdict = index_in(verdict_names, key.substr(7))) place.totals[*verdict] = number_of(key, value);
    if (key.starts_with("findings[].")) of_item(key.substr(11), value);
    if (key.starts_with("counts[].")) of_item(key.substr(9), value);
}

void Reader::of_item(std::string_view key, JsonValue& value) {
    if (key == "rule") return set(item_.rule, key, value);
    if (key == "verdict") return set(item_.verdict, key, value);
    if (key == "also[]") item_.also.push_back(text_of(key, value));
    if (const auto verdict = index_in(verdict_names, key)) item_.times[*verdict] = number_of(key, value);
}

void Reader::end_in_edition(EditionDraft& edition, std::string_view way) {
    if (way != "rules[]") return;
    constexpr std::array<std::string_view, 3> strengths = {"must", "should", "implied"};
    if (rule_.id.empty() || rule_.clause.empty() || rule_.form.empty() || rule_.title.empty())
        throw Unfit("a rule lacks its id, clause, form or title");
    if (!index_in(strengths, rule_.strength)) throw Unfit("there is no strength `" + rule_.strength + "`");
    edition.rules.push_back(std::exchange(rule_, {}));
}

void Reader::end_in_place(EditionDraft& edition, PlaceDraft& place, std::string_view way) {
    if (way == "inputs[]") {
        if (input_.path.empty() || !is_sha256(input_.sha256)) throw Unfit("an input lacks its path or its `sha256`");
        place.inputs.push_back(std::exchange(input_, {}));
        return;
    }
    if (way != "findings[]" && way != "counts[]") return;
    Item item = std::exchange(item_, {});
    if (!item.rule) throw Unfit("a finding lacks its rule");
    const std::size_t rule = edition.number_of(*item.rule);
    edition.set_also(rule, std::move(item.also));
    if (way == "findings[]") {
        if (!item.verdict) throw Unfit("a finding lacks its verdict");
        const auto verdict = index_in(verdict_names, *item.verdict);
        if (!verdict) throw Unfit("there is no verdict `" + *item.verdict + "`");
        return place.count(rule, *verdict, 1);
    }
    for (std::size_t i = 0; i < item.times.size(); ++i) place.count(rule, i, item.times[i]);
}

}  // namespace

std::optional<Rollup> read_rollup(const NextBytes& next, std::uint32_t file, Diagnostics& diagnostics) {
    const std::string remedy = "give what `concordat check` or `concordat rollup` wrote with `--format json:FILE`";
    Reader reader(file);
    try {
        if (const auto fault = walk_json(next, reader)) {
            diagnostics.error({.file = file}, "not-a-result", *fault, remedy);
            return std::nullopt;
        }
        return reader.finish();
    } catch (const Unfit& unfit) {
        diagnostics.error({.file = file}, "not-a-result",
                          std::string("this is no result of a check and no rollup: ") + unfit.what(), remedy);
    }
    return std::nullopt;
}

}  // namespace concordat
