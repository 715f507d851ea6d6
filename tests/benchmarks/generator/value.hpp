// A record or a log's head as it is to be written: a text, a list, or a mapping that keeps its order. What it says is not looked
// at.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace bench {

struct Value;
using List = std::vector<Value>;
using Mapping = std::vector<std::pair<std::string_view, Value>>;  // keys outlive it: they are literals or interned

struct Value {
    std::variant<std::string, List, Mapping> is;

    Value(std::string text) : is(std::move(text)) {}
    Value(std::string_view text) : is(std::string(text)) {}
    Value(const char* text) : is(std::string(text)) {}
    Value(List list) : is(std::move(list)) {}
    Value(Mapping mapping) : is(std::move(mapping)) {}
};

}  // namespace bench
