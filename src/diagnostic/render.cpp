#include "diagnostic/render.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "source/utf8.hpp"

namespace concordat {
namespace {

/// A line that begins with `::` is a command to the consoles of some CI services.
std::string name_of(const Text& text) { return (text.name.starts_with("::") ? "./" : "") + printable(text.name); }

constexpr std::size_t window = 100;  // columns of a line that are shown
constexpr std::size_t lead_in = 40;  // of these, before the caret
constexpr std::size_t gutter = 5;    // width of the line number

/// The beginning of `line` that has `count` code points, or all of it.
std::string_view first_code_points(std::string_view line, std::size_t count) {
    std::size_t end = 0;
    while (count-- > 0 && end < line.size()) {
        const CodePoint next = decode(line.substr(end));
        end += next.size == 0 ? 1 : next.size;
    }
    return line.substr(0, end);
}

/// The end of `line` that has `count` code points, or all of it.
std::string_view last_code_points(std::string_view line, std::size_t count) {
    std::size_t begin = line.size();
    while (count-- > 0 && begin > 0) {
        --begin;
        while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xc0U) == 0x80U) --begin;
    }
    return line.substr(begin);
}

std::size_t width(std::string_view shown) { return count_code_points(shown); }

/// A line as it is shown: what precedes the place, the place, and what follows it.
struct Excerpt {
    std::string before;
    std::string marked;
    std::string after;
};

Excerpt cut(std::string_view line, const Span& span) {
    const std::string_view before = first_code_points(line, span.column == 0 ? 0 : span.column - 1);
    const std::string_view marked = first_code_points(line.substr(before.size()), std::max(span.length, 1U));
    const std::string_view after = line.substr(before.size() + marked.size());

    // Only what can be shown is made printable: a line may be the whole file.
    const std::string_view near_marked = first_code_points(marked, window);
    const std::string_view near_after = first_code_points(after, window);
    const std::string_view near_before = last_code_points(before, window);
    Excerpt excerpt{printable(near_before), printable(near_marked), printable(near_after)};
    const bool whole =
        near_before.size() == before.size() && near_marked.size() == marked.size() && near_after.size() == after.size();
    if (whole && width(excerpt.before) + width(excerpt.marked) + width(excerpt.after) <= window) return excerpt;

    if (near_before.size() < before.size() || width(excerpt.before) > lead_in) {
        excerpt.before = "…" + std::string(last_code_points(excerpt.before, lead_in - 1));
    }
    std::size_t room = window - width(excerpt.before) - 1;
    if (near_marked.size() < marked.size() || width(excerpt.marked) > room) {
        excerpt.marked = std::string(first_code_points(excerpt.marked, room)) + "…";
        excerpt.after.clear();
        return excerpt;
    }
    room -= width(excerpt.marked);
    if (near_after.size() < after.size() || width(excerpt.after) > room + 1) {
        excerpt.after = std::string(first_code_points(excerpt.after, room)) + "…";
    }
    return excerpt;
}

std::string right_aligned(const std::string& text) {
    return std::string(text.size() < gutter ? gutter - text.size() : 0, ' ') + text;
}

void append_place(std::string& out, const Span& span, const Text& text) {
    out += name_of(text);
    if (span.line == 0) return;
    out += ':' + std::to_string(span.line);
    if (span.column != 0) out += ':' + std::to_string(span.column);
}

void append_excerpt(std::string& out, const Span& span, const Text& text) {
    if (span.line == 0) return;
    const Excerpt excerpt = cut(text.line(span.line), span);
    const std::string number = right_aligned(std::to_string(span.line));
    out += number + " | " + excerpt.before + excerpt.marked + excerpt.after + '\n';
    if (span.column == 0) return;
    const std::size_t carets = std::max<std::size_t>(width(excerpt.marked), 1);
    out += std::string(number.size(), ' ') + " | " + std::string(width(excerpt.before), ' ') + std::string(carets, '^') + '\n';
}

void append(std::string& out, const Diagnostic& diagnostic, const Sources& sources) {
    const Text& text = sources.at(diagnostic.span.file);
    append_place(out, diagnostic.span, text);
    out += diagnostic.severity == Severity::error ? ": error[" : ": warning[";
    out += printable(diagnostic.code) + "]: " + printable(diagnostic.message) + '\n';
    append_excerpt(out, diagnostic.span, text);
    if (!diagnostic.help.empty()) out += "help: " + printable(diagnostic.help) + '\n';
    for (const Note& note : diagnostic.notes) {
        const Text& other = sources.at(note.span.file);
        out += "note: ";
        append_place(out, note.span, other);
        out += ": " + printable(note.message) + '\n';
        append_excerpt(out, note.span, other);
    }
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " more " + std::string(noun) + (count == 1 ? "" : "s");
}

void append_omitted(std::string& out, const Omitted& omitted, const Text& text) {
    if (omitted.errors == 0 && omitted.warnings == 0) return;
    out += name_of(text) + ": ";
    if (omitted.errors > 0) out += counted(omitted.errors, "error");
    if (omitted.errors > 0 && omitted.warnings > 0) out += " and ";
    if (omitted.warnings > 0) out += counted(omitted.warnings, "warning");
    out += omitted.errors + omitted.warnings == 1 ? " is not shown\n" : " are not shown\n";
}

/// All the lines that will be quoted, in one go through each file.
void fetch_lines(const Diagnostics& diagnostics, const Sources& sources) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> lines;
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        lines[diagnostic.span.file].push_back(diagnostic.span.line);
        for (const Note& note : diagnostic.notes) lines[note.span.file].push_back(note.span.line);
    }
    for (auto& [file, numbers] : lines) sources.at(file).fetch(std::move(numbers));
}

}  // namespace

std::string render(const Diagnostics& diagnostics, const Sources& sources) {
    fetch_lines(diagnostics, sources);
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.items()) append(out, diagnostic, sources);
    for (std::uint32_t file = 0; file < sources.size(); ++file) {
        append_omitted(out, diagnostics.omitted(file), sources.at(file));
    }
    return out;
}

}  // namespace concordat
