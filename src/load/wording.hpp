// The small words of a diagnostic: text from a file in its quotes, and several things in one sentence.
//
// A file may hold a scalar of any length; a message never does, so what is quoted is cut after 60 characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// `text`, in backquotes, cut if it is long.
std::string quoted(std::string_view text);

/// "a, b and c"; `last` is the word before the last one.
std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

/// The same with each word quoted.
std::string listed_quoted(const std::vector<std::string_view>& words, std::string_view last = "and");

}  // namespace concordat
