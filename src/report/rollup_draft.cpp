#include "report/rollup_draft.hpp"

#include <fmt/format.h>

#include <limits>

#include "time/day.hpp"

namespace concordat {
namespace {

const std::string& needed(const std::optional<std::string>& text, const char* key) {
    if (!text || text->empty()) throw Unfit(fmt::format("`{}` is missing", key));
    return *text;
}

/// The file must be whole: its counts are what its totals say.
void check_totals(const PlaceDraft& place) {
    std::array<std::uint64_t, verdict_names.size()> sums{};
    for (const Counts& counts : place.counts)
        for (std::size_t i = 0; i < counts.size(); ++i) sums[i] += counts[i];
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (!place.totals[i]) throw Unfit(fmt::format("`{}` is missing among the `totals`", verdict_names[i]));
        if (sums[i] != *place.totals[i])
            throw Unfit(fmt::format("its `totals` say {} {}, and it has {}", *place.totals[i], verdict_names[i], sums[i]));
    }
    if (!place.outstanding) throw Unfit("`outstanding` is missing among the `totals`");
}

}  // namespace

void PlaceDraft::count(std::size_t rule, std::size_t verdict, std::uint32_t times) {
    if (counts.size() <= rule) counts.resize(rule + 1);
    std::uint32_t& counted = counts[rule][verdict];
    if (times > std::numeric_limits<std::uint32_t>::max() - counted) throw Unfit("it counts more than can be counted");
    counted += times;
}

Place PlaceDraft::finish(std::uint32_t file) {
    needed(log, "log");
    if (!parse_day(needed(as_of, "as_of"))) throw Unfit("`as_of` is no day");
    needed(tool, "tool");
    if (inputs.empty()) throw Unfit("`inputs` is missing");
    check_totals(*this);
    return {.as_of = *as_of,
            .tool = *tool,
            .inputs = std::move(inputs),
            .counts = std::move(counts),
            .outstanding = *outstanding,
            .file = file};
}

std::size_t EditionDraft::number_of(const std::string& rule) {
    const auto [found, is_new] = numbers_.try_emplace(rule, numbers_.size());
    if (is_new) also_.emplace_back();
    return found->second;
}

void EditionDraft::set_also(std::size_t number, std::vector<std::string> also) {
    if (!also.empty() && also_[number].empty()) also_[number] = std::move(also);
}

void EditionDraft::add_place(PlaceDraft draft, std::uint32_t file) {
    Place place = draft.finish(file);
    if (!places.try_emplace(*draft.log, std::move(place)).second) throw Unfit("it has the place `" + *draft.log + "` twice");
}

std::vector<std::size_t> EditionDraft::numbers_as_listed() {
    std::vector<std::size_t> numbers;
    std::vector<bool> listed(numbers_.size());
    for (const RolledRule& rule : rules) {
        numbers.push_back(number_of(rule.id));
        listed.resize(numbers_.size());
        if (listed[numbers.back()]) throw Unfit("it has the rule `" + rule.id + "` twice");
        listed[numbers.back()] = true;
    }
    for (const auto& [rule, number] : numbers_)
        if (!listed[number]) throw Unfit("the rule `" + rule + "` is not among its `rules`");
    return numbers;
}

void EditionDraft::finish(Rollup& rollup) {
    EditionKey key{.protocol = needed(protocol, "protocol"), .sha256 = needed(sha256, "sha256")};
    if (rules.empty()) throw Unfit("`rules` is missing");
    if (places.empty()) throw Unfit("it has no place");
    const std::vector<std::size_t> numbers = numbers_as_listed();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i].also.empty()) rules[i].also = also_[numbers[i]];
    for (auto& [log, place] : places) {
        std::vector<Counts> counts(rules.size());
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (numbers[i] < place.counts.size()) counts[i] = place.counts[numbers[i]];
        place.counts = std::move(counts);
    }
    if (!rollup.editions.try_emplace(key, Edition{.rules = std::move(rules), .places = std::move(places)}).second)
        throw Unfit("it has the protocol `" + key.protocol + "` twice");
}

}  // namespace concordat
