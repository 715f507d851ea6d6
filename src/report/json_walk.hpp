#pragma once
// JSON read from end to end without being held: every value is shown once, with the way that leads to it, and forgotten. The way
// to a value is its keys joined by points, with `[]` for a list: `findings[].verdict`. A key that could be mistaken for such a
// way is shown as `?`. Memory is one block of the file and its longest text. What is nested deeper than any result is refused.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace concordat {

/// Nothing stands for null and for numbers that count nothing: below zero, or no whole ones.
using JsonValue = std::variant<std::monostate, bool, std::uint64_t, std::string>;

class JsonVisitor {
public:
    virtual ~JsonVisitor() = default;
    virtual void value(std::string_view way, JsonValue value) = 0;
    /// Of an object or a list, after all that is in it. The outermost one's way is empty.
    virtual void end(std::string_view way) = 0;
};

/// The next bytes of a file; none at its end. They must stay until the next call.
using NextBytes = std::function<std::string_view()>;

/// Why it could not be read, as a sentence; nothing if all is well.
std::optional<std::string> walk_json(const NextBytes& next, JsonVisitor& visitor);

}  // namespace concordat
