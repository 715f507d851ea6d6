#include <algorithm>
#include <array>
#include <stdexcept>

#include "generator/sink.hpp"

namespace bench {
namespace {

// ---- JSON ------------------------------------------------------------------------------------------------------------

void write_json(const Value& value, std::string& out);

void write_json_text(std::string_view text, std::string& out) {
    out += '"';
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    out += '"';
}

void write_json(const Mapping& mapping, std::string& out) {
    out += '{';
    const char* between = "";
    for (const auto& [key, value] : mapping) {
        out += between;
        write_json_text(key, out);
        out += ':';
        write_json(value, out);
        between = ",";
    }
    out += '}';
}

void write_json(const List& list, std::string& out) {
    out += '[';
    const char* between = "";
    for (const Value& value : list) {
        out += between;
        write_json(value, out);
        between = ",";
    }
    out += ']';
}

void write_json(const Value& value, std::string& out) {
    if (const auto* text = std::get_if<std::string>(&value.is))
        write_json_text(*text, out);
    else if (const auto* list = std::get_if<List>(&value.is))
        write_json(*list, out);
    else
        write_json(std::get<Mapping>(value.is), out);
}

class JsonLines : public Format {
public:
    void head(const Mapping& head, std::string& out) override { record(head, out); }
    void record(const Mapping& record, std::string& out) override {
        write_json(record, out);
        out += '\n';
    }
    void end(std::string&) override {}
};

class Json : public Format {
public:
    void head(const Mapping& head, std::string& out) override {
        write_json(head, out);
        out.pop_back();
        out += ",\"records\":[";
    }
    void record(const Mapping& record, std::string& out) override {
        out += between_;
        write_json(record, out);
        between_ = ",\n";
    }
    void end(std::string& out) override { out += "\n]}\n"; }

private:
    const char* between_ = "\n";
};

// ---- YAML: one record a line, in braces ------------------------------------------------------------------------------

void write_yaml(const Value& value, std::string& out);

void write_yaml_text(std::string_view text, std::string& out) {
    const bool plain =
        !text.empty() && text.find_first_of(",[]{}:#&*!|>'\"%@`?") == std::string_view::npos && text.front() != '-';
    if (plain)
        out += text;
    else
        write_json_text(text, out);
}

void write_yaml(const Mapping& mapping, std::string& out) {
    out += '{';
    const char* between = "";
    for (const auto& [key, value] : mapping) {
        out += between;
        out += key;
        out += ": ";
        write_yaml(value, out);
        between = ", ";
    }
    out += '}';
}

void write_yaml(const List& list, std::string& out) {
    out += '[';
    const char* between = "";
    for (const Value& value : list) {
        out += between;
        write_yaml(value, out);
        between = ", ";
    }
    out += ']';
}

void write_yaml(const Value& value, std::string& out) {
    if (const auto* text = std::get_if<std::string>(&value.is))
        write_yaml_text(*text, out);
    else if (const auto* list = std::get_if<List>(&value.is))
        write_yaml(*list, out);
    else
        write_yaml(std::get<Mapping>(value.is), out);
}

class Yaml : public Format {
public:
    void head(const Mapping& head, std::string& out) override {
        for (const auto& [key, value] : head) {
            out += key;
            if (const auto* list = std::get_if<List>(&value.is)) {
                out += ":\n";
                for (const Value& entry : *list) line("  - ", entry, out);
            } else if (const auto* names = std::get_if<Mapping>(&value.is); names && holds_mappings(*names)) {
                out += ":\n";
                for (const auto& [name, entry] : *names) line("  " + std::string(name) + ": ", entry, out);
            } else {
                line(": ", value, out);
            }
        }
        out += "records:\n";
    }
    void record(const Mapping& record, std::string& out) override { line("  - ", record, out); }
    void end(std::string&) override {}

private:
    static void line(std::string_view start, const Value& value, std::string& out) {
        out += start;
        write_yaml(value, out);
        out += '\n';
    }
    static bool holds_mappings(const Mapping& mapping) {
        return std::all_of(mapping.begin(), mapping.end(), [](const auto& entry) { return entry.second.is.index() == 2; });
    }
};

// ---- CSV -------------------------------------------------------------------------------------------------------------

class Csv : public Format {
public:
    void head(const Mapping&, std::string& out) override {
        for (const std::string_view column : columns) {
            out += column;
            out += ',';
        }
        out.back() = '\n';
    }
    void record(const Mapping& record, std::string& out) override {
        std::size_t written = 0;
        for (const std::string_view column : columns) {
            const auto found =
                std::find_if(record.begin(), record.end(), [&](const auto& field) { return field.first == column; });
            if (found != record.end()) {
                cell(found->second, out);
                ++written;
            }
            out += ',';
        }
        if (written != record.size()) throw std::runtime_error("a record has a field that is no column of the CSV");
        out.back() = '\n';
    }
    void end(std::string&) override {}

private:
    static constexpr std::array<std::string_view, 12> columns = {"id",       "date",  "act",     "of", "by",      "to",
                                                                 "document", "about", "subject", "re", "present", "evidence"};

    /// No text of ours holds a comma, a quotation mark or a `;`.
    static void cell(const Value& value, std::string& out) {
        if (const auto* text = std::get_if<std::string>(&value.is)) {
            out += *text;
            return;
        }
        const char* between = "";
        for (const Value& entry : std::get<List>(value.is)) {
            out += between;
            out += std::get<std::string>(entry.is);
            between = ";";
        }
    }
};

}  // namespace

std::unique_ptr<Format> make_format(std::string_view name) {
    if (name == "yaml") return std::make_unique<Yaml>();
    if (name == "json") return std::make_unique<Json>();
    if (name == "jsonl") return std::make_unique<JsonLines>();
    if (name == "csv") return std::make_unique<Csv>();
    return nullptr;
}

}  // namespace bench
