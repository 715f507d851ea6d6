#pragma once
// Where the user wants each format: `--format F` is standard output, `--format F:PATH` a file. Two formats to one place are
// refused, and so is a file that is one of the inputs. Files are written whole or not at all, and before anything is printed: who
// reads what is printed may rely on them.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/bytes.hpp"

namespace concordat {

struct Sink {
    std::string format;
    std::string path;  // empty: standard output
};

/// Refuses any other format.
void check_format(const std::string& format, const std::vector<std::string_view>& known);

/// From the values of `--format`; none of them means the first of `known` on standard output.
std::vector<Sink> parse_sinks(const std::vector<std::string>& wanted, const std::vector<std::string_view>& known,
                              const std::vector<std::string>& inputs);

/// Gives what is to be written for a sink; nothing is written where it gives no bytes.
using PrintSink = std::function<void(const Sink& sink, const Out& out)>;
void deliver(const std::vector<Sink>& sinks, const PrintSink& print_sink);

}  // namespace concordat
