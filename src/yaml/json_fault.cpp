#include "yaml/json_fault.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace concordat {
namespace {

/// Keeps nothing but where the text stops being JSON.
struct Fault final : nlohmann::json::json_sax_t {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        byte = position;
        return false;
    }

    std::size_t byte = 0;  // counted from 1
};

}  // namespace

std::size_t good_part(std::string_view text) {
    Fault fault;
    nlohmann::json::sax_parse(text, &fault);
    return std::min(fault.byte == 0 ? 0 : fault.byte - 1, text.size());
}

bool is_json(std::string_view text) { return nlohmann::json::accept(text); }

bool is_over(simdjson::ondemand::document& document) {
    const char* next = nullptr;
    return document.current_location().get(next) != simdjson::SUCCESS;
}

}  // namespace concordat
