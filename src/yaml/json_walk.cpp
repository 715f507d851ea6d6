#include "yaml/json_walk.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "source/utf8.hpp"

namespace concordat {
namespace {

/// Of quoted text that begins here, with its quotes. The text has been found to be JSON.
std::size_t quoted_length(const char* begin) {
    const char* at = begin + 1;
    for (; *at != '"'; ++at)
        if (*at == '\\') ++at;
    return static_cast<std::size_t>(at - begin) + 1;
}

std::string_view trimmed(std::string_view token) { return token.substr(0, token.find_last_not_of(" \t\r\n") + 1); }

bool is_ascii(std::string_view text) {
    unsigned char high = 0;
    std::size_t i = 0;
    for (; i + 32 <= text.size(); i += 32)  // a fixed number at a time, which compilers make one instruction of
        for (std::size_t j = 0; j < 32; ++j) high = static_cast<unsigned char>(high | static_cast<unsigned char>(text[i + j]));
    for (; i < text.size(); ++i) high = static_cast<unsigned char>(high | static_cast<unsigned char>(text[i]));
    return high < 0x80U;
}

}  // namespace

JsonPlaces::JsonPlaces(std::string_view bytes, std::uint32_t file, std::uint32_t line)
    : end_(bytes.data() + bytes.size()),
      file_(file),
      all_ascii_(is_ascii(bytes)),
      may_have_escapes_(bytes.find('\\') != std::string_view::npos) {
    begin(bytes.data(), line);
}

void JsonPlaces::begin(const char* at, std::uint32_t number) {
    const std::string_view rest(at, static_cast<std::size_t>(end_ - at));
    begin(rest.substr(0, rest.find('\n')), number);
}

void JsonPlaces::begin(std::string_view line, std::uint32_t number) {
    line_begin_ = line.data();
    line_end_ = line.data() + line.size();
    line_ = number;
    counted_to_ = line_begin_;
    counted_ = 0;
    is_ascii_ = all_ascii_ || is_ascii(line);
}

/// On this line. Counted from the last place, since a whole file may be one line.
std::size_t JsonPlaces::code_points_before(const char* at) {
    if (at < counted_to_) {
        counted_to_ = line_begin_;
        counted_ = 0;
    }
    counted_ += count_code_points({counted_to_, static_cast<std::size_t>(at - counted_to_)});
    counted_to_ = at;
    return counted_;
}

bool JsonWalk::value(simdjson::ondemand::value& value) {
    switch (value.type()) {
        case simdjson::ondemand::json_type::object: {
            const Span place = places_.locate(value.raw_json_token().data(), 0);
            if (!assembler_.open(Node::Kind::mapping, place, false) || !fields(value.get_object())) return false;
            assembler_.close();
            return true;
        }
        case simdjson::ondemand::json_type::array: {
            const Span place = places_.locate(value.raw_json_token().data(), 0);
            if (!assembler_.open(Node::Kind::sequence, place, false) || !elements(value.get_array())) return false;
            assembler_.close();
            return true;
        }
        case simdjson::ondemand::json_type::string: {
            const char* const begin = value.raw_json_token().data();
            if (const auto text = plain_text(begin)) {
                static_cast<void>(value.get_raw_json_string().value());
                quoted(begin, *text);
            } else {
                escaped(begin, value.get_string());
            }
            return true;
        }
        case simdjson::ondemand::json_type::number: {
            const std::string_view raw = trimmed(value.raw_json_token());
            if (value.get_double().error() != simdjson::SUCCESS) throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
            word(raw);
            return true;
        }
        case simdjson::ondemand::json_type::boolean: {
            const std::string_view raw = trimmed(value.raw_json_token());
            static_cast<void>(bool{value.get_bool()});
            word(raw);
            return true;
        }
        case simdjson::ondemand::json_type::null: {
            const std::string_view raw = trimmed(value.raw_json_token());
            if (raw != "null") throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
            assembler_.scalar({}, false, places_.locate(raw.data(), raw.size()));
            return true;
        }
    }
    return true;
}

/// A number or a truth value stays what was written.
void JsonWalk::word(std::string_view raw) { assembler_.scalar(raw, false, places_.locate(raw.data(), raw.size())); }

/// Of the text in quotes that begins here, what stands between them; none if any of it is escaped.
std::optional<std::string_view> JsonWalk::plain_text(const char* begin) const {
    const char* const text = begin + 1;
    const auto* const end = static_cast<const char*>(std::memchr(text, '"', static_cast<std::size_t>(places_.end() - text)));
    if (!end) return std::nullopt;
    const std::string_view plain(text, static_cast<std::size_t>(end - text));
    if (places_.may_have_escapes() && plain.find('\\') != std::string_view::npos) return std::nullopt;
    return plain;
}

void JsonWalk::quoted(const char* begin, std::string_view text) {
    assembler_.scalar(text, true, places_.locate(begin, text.size() + 2));
}

void JsonWalk::escaped(const char* begin, std::string_view text) {
    assembler_.scalar(text, true, places_.locate(begin, quoted_length(begin)), true);
}

bool JsonWalk::fields(simdjson::ondemand::object object) {
    for (auto result : object) {
        if (result.error() != simdjson::SUCCESS) throw simdjson::simdjson_error(result.error());
        simdjson::ondemand::field&& field = std::move(result).value_unsafe();
        key(field);
        if (!value(field.value())) return false;
    }
    return true;
}

bool JsonWalk::elements(simdjson::ondemand::array array) {
    for (auto result : array) {
        if (result.error() != simdjson::SUCCESS) throw simdjson::simdjson_error(result.error());
        simdjson::ondemand::value&& element = std::move(result).value_unsafe();
        if (!value(element)) return false;
    }
    return true;
}

void JsonWalk::key(simdjson::ondemand::field& field) {
    const char* const begin = field.key().raw() - 1;
    if (const auto text = plain_text(begin))
        quoted(begin, *text);
    else
        escaped(begin, field.unescaped_key());
}

}  // namespace concordat
