#pragma once
// A JSON object as a file in lines: each member on a line of its own, and of a list each item, so that two of them can be
// compared line by line. The bytes may be the largest thing that a run holds; they are never copied.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "report/json_text.hpp"

namespace concordat {

class JsonFile {
public:
    JsonFile() { begin(); }

    void member(std::string_view key, const nlohmann::ordered_json& value) {
        open(key);
        add(value);
    }

    /// `write` adds an item.
    template <class Items, class Write>
    void list(std::string_view key, const Items& items, Write write) {
        open(key);
        bytes_ += '[';
        bool first = true;
        for (const auto& item : items) {
            bytes_ += first ? "\n" : ",\n";
            write(item);
            first = false;
        }
        bytes_ += first ? "]" : "\n]";
    }

    /// An item on one line, as it is or as the bytes that it was written as.
    void add(const nlohmann::ordered_json& value) { bytes_ += json_text(value, -1); }
    void add_written(std::string_view bytes) { bytes_ += bytes; }

    /// An item that is an object in lines: all members between the two are its own.
    void begin() {
        bytes_ += '{';
        is_first_ = true;
    }
    void end() {
        bytes_ += "\n}";
        is_first_ = false;
    }

    /// The whole file.
    std::string close() {
        end();
        bytes_ += '\n';
        return std::move(bytes_);
    }

private:
    void open(std::string_view key) {
        bytes_ += is_first_ ? "\n" : ",\n";
        bytes_.append(json_text(key, -1)).append(": ");
        is_first_ = false;
    }

    std::string bytes_;
    bool is_first_ = true;  // the member that comes next
};

}  // namespace concordat
