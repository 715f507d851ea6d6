// The examples that a protocol's rules carry: `met` and `broken`, each a list.
//
// An example is a log in miniature: a mapping with a log's keys (`covers`, `as-of`, `standing`, `records`, its own names, `log`
// to say what it shows), of which none is needed, or just the list of its records. They are read apart from the protocol, because
// only those who run them need them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "model/example.hpp"
#include "model/protocol.hpp"
#include "source/text.hpp"

namespace concordat {

/// `text` is the one that `protocol` was loaded from. In the order of the rules, of each first those that keep it. Nothing if
/// anything is wrong with one of them.
std::optional<std::vector<Example>> load_examples(const Text& text, const Protocol& protocol, Names& names,
                                                  Diagnostics& diagnostics);

/// The bytes of a protocol for those who do not need its examples: their lines are empty, so that all else stands where it
/// stood. Goes by lines and indentation alone, so it is for texts that are known to be written that way.
std::string without_examples(std::string_view protocol);

}  // namespace concordat
