// Diagnostic: one thing wrong with an input file, as a value: where, what, and what to do about it.
//
// `message` is a sentence for whoever wrote the file, without its place; `code` is its stable name for scripts and
// tests; `help` is the remedy; notes point at other places that matter. Diagnostics collects those of a whole run. It is
// never used for what a log shows about conduct: that is a violation, of another type. Of one file at most 100 errors and
// 100 warnings are kept, so that a hostile or hopeless file stays readable; the others are only counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "source/span.hpp"

namespace concordat {

enum class Severity : std::uint8_t { error, warning };

struct Note {
    Span span = {};
    std::string message = {};

    friend bool operator==(const Note&, const Note&) = default;
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code = {};
    Span span = {};
    std::string message = {};
    std::string help = {};
    std::vector<Note> notes = {};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

struct Omitted {
    std::size_t errors = 0;
    std::size_t warnings = 0;
};

class Diagnostics {
public:
    static constexpr std::size_t kept_per_file = 100;

    void error(Span span, std::string code, std::string message, std::string help = "", std::vector<Note> notes = {});
    void warning(Span span, std::string code, std::string message, std::string help = "", std::vector<Note> notes = {});

    /// All that the other holds, and counts.
    void take(Diagnostics&& other);

    bool has_errors() const { return errors_ != 0; }

    /// All that were reported, also those beyond the limit, which `items` does not hold.
    std::size_t error_count() const { return errors_; }

    const std::vector<Diagnostic>& items() const { return items_; }

    /// How many of this file's are not in `items`.
    Omitted omitted(std::uint32_t file) const;

    /// By file, line, column, code and message; a diagnostic that says exactly what another says is dropped.
    void sort();

private:
    struct Count {
        std::size_t kept = 0;
        std::size_t omitted = 0;
    };

    void keep(Diagnostic diagnostic);

    std::vector<Diagnostic> items_;
    std::map<std::uint32_t, Count> error_counts_;
    std::map<std::uint32_t, Count> warning_counts_;
    std::size_t errors_ = 0;
};

}  // namespace concordat
