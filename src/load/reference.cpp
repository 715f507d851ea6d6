#include "load/reference.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "diagnostic/nearest.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

class References {
public:
    References(const Draft& draft, const Names& names, Diagnostics& diagnostics);

    void check_targets() const;
    void check_circles();

private:
    enum class Colour : std::uint8_t { white, grey, black };

    /// A record on the way, and how far its own ways on have been looked at: the one it withdraws, then its items.
    struct Step {
        std::size_t record;
        std::size_t next;
    };

    std::size_t find(Name id) const { return static_cast<std::size_t>(index_[static_cast<std::size_t>(id)]); }
    bool exists(Name id) const { return index_[static_cast<std::size_t>(id)] != RecordIndex::none; }
    std::optional<std::size_t> way_on(const Step& step) const;
    void walk(std::size_t start);
    void report_circle(std::size_t from, std::size_t back_to) const;
    std::string suggest(Name target) const;

    const std::vector<Reference>& references_;
    const Log& log_;
    const Records& records_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::vector<RecordIndex> index_;  // by Name
    std::vector<Colour> colours_;
    std::unordered_map<Name, Span> withdrawals_;  // by the record that withdraws, where it does
};

References::References(const Draft& draft, const Names& names, Diagnostics& diagnostics)
    : references_{draft.references},
      log_{draft.log},
      records_{draft.log.records},
      names_{names},
      diagnostics_{diagnostics},
      index_(names.size(), RecordIndex::none),
      colours_(records_.size(), Colour::white) {
    for (std::size_t i = 0; i < records_.size(); ++i)
        index_[static_cast<std::size_t>(records_[i].id)] = static_cast<RecordIndex>(i);
    for (const Reference& reference : references_)
        if (reference.key == RecordKey::withdraws) withdrawals_.emplace(reference.from, reference.place);
}

void References::check_targets() const {
    for (const Reference& reference : references_) {
        if (exists(reference.target)) continue;
        diagnostics_.error(reference.place, "unknown-id",
                           fmt::format("`{}` names the record {}, and there is none", to_string(reference.key),
                                       quoted(names_.text(reference.target))),
                           suggest(reference.target));
    }
}

/// The nearest id; looked for only while a reader has few errors to read, since there may be very many records.
std::string References::suggest(Name target) const {
    constexpr std::size_t few = 10;
    if (diagnostics_.error_count() > few) return {};
    std::vector<std::string_view> known;
    for (const Record& record : records_) known.push_back(names_.text(record.id));
    const auto found = nearest(names_.text(target), known);
    return found ? fmt::format("did you mean {}?", quoted(*found))
                 : "`re` and `withdraws` take ids of records in the logs of this run";
}

std::optional<std::size_t> References::way_on(const Step& step) const {
    const Name target = log_.name(records_[step.record], Part::withdraws);
    if (step.next == 0) return target != Name::none && exists(target) ? std::optional{find(target)} : std::nullopt;
    const std::size_t item = step.record + step.next;
    const bool is_item = item < records_.size() && log_.meeting(records_[item]) == static_cast<RecordIndex>(step.record);
    return is_item ? std::optional{item} : std::nullopt;
}

void References::walk(std::size_t start) {
    std::vector<Step> path{{start, 0}};
    colours_[start] = Colour::grey;
    while (!path.empty()) {
        const Step step = path.back();
        const auto next = way_on(step);
        ++path.back().next;
        if (!next && step.next > 0) {
            colours_[step.record] = Colour::black;
            path.pop_back();
        } else if (next && colours_[*next] == Colour::grey) {
            report_circle(step.record, *next);
        } else if (next && colours_[*next] == Colour::white) {
            colours_[*next] = Colour::grey;
            path.push_back({*next, 0});
        }
    }
}

void References::report_circle(std::size_t from, std::size_t back_to) const {
    // Of the two, the one that withdraws: the way from a meeting to its item is no withdrawal.
    const Name culprit =
        log_.name(records_[from], Part::withdraws) == records_[back_to].id ? records_[from].id : records_[back_to].id;
    if (const auto place = withdrawals_.find(culprit); place != withdrawals_.end())
        diagnostics_.error(place->second, "circle",
                           fmt::format("{} withdraws itself, directly or through others", quoted(names_.text(culprit))));
}

void References::check_circles() {
    for (std::size_t i = 0; i < records_.size(); ++i)
        if (records_[i].shows(Part::withdraws) && colours_[i] == Colour::white) walk(i);
}

}  // namespace

void check_references(const Draft& draft, const Names& names, Diagnostics& diagnostics) {
    if (draft.references.empty()) return;
    References references{draft, names, diagnostics};
    references.check_targets();
    references.check_circles();
}

}  // namespace concordat
