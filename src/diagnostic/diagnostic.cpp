#include "diagnostic/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace concordat {

void Diagnostics::error(Span span, std::string code, std::string message, std::string help, std::vector<Note> notes) {
    ++errors_;
    keep({.severity = Severity::error,
          .code = std::move(code),
          .span = span,
          .message = std::move(message),
          .help = std::move(help),
          .notes = std::move(notes)});
}

void Diagnostics::warning(Span span, std::string code, std::string message, std::string help, std::vector<Note> notes) {
    keep({.severity = Severity::warning,
          .code = std::move(code),
          .span = span,
          .message = std::move(message),
          .help = std::move(help),
          .notes = std::move(notes)});
}

void Diagnostics::keep(Diagnostic diagnostic) {
    auto& counts = diagnostic.severity == Severity::error ? error_counts_ : warning_counts_;
    Count& count = counts[diagnostic.span.file];
    if (count.kept == kept_per_file) {
        ++count.omitted;
        return;
    }
    ++count.kept;
    items_.push_back(std::move(diagnostic));
}

void Diagnostics::take(Diagnostics&& other) {
    errors_ += other.errors_;
    for (Diagnostic& item : other.items_) keep(std::move(item));
    for (const auto& [file, count] : other.error_counts_) error_counts_[file].omitted += count.omitted;
    for (const auto& [file, count] : other.warning_counts_) warning_counts_[file].omitted += count.omitted;
}

Omitted Diagnostics::omitted(std::uint32_t file) const {
    const auto of = [file](const std::map<std::uint32_t, Count>& counts) {
        const auto found = counts.find(file);
        return found == counts.end() ? std::size_t{0} : found->second.omitted;
    };
    return {.errors = of(error_counts_), .warnings = of(warning_counts_)};
}

void Diagnostics::sort() {
    const auto rank = [](const Diagnostic& d) { return std::tie(d.span.file, d.span.line, d.span.column, d.code, d.message); };
    std::stable_sort(items_.begin(), items_.end(),
                     [rank](const Diagnostic& left, const Diagnostic& right) { return rank(left) < rank(right); });
    std::vector<Diagnostic> kept;
    kept.reserve(items_.size());
    for (Diagnostic& item : items_) {
        // Those of the same rank stand together, but need not be all alike.
        const bool said = std::any_of(kept.rbegin(), kept.rend(), [&](const Diagnostic& other) { return other == item; });
        if (!said) kept.push_back(std::move(item));
    }
    items_ = std::move(kept);
}

}  // namespace concordat
