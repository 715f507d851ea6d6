// Loads one or more logs as one Log, beside the protocol that they are checked against.
//
// A Log that comes out is valid in every way that model/log.hpp promises; if anything is wrong, none comes out. The files are
// taken in the order of their names, so that the order in which they were given changes nothing. A log that says whose protocol
// it is must be checked against that one, unless whoever asks for the check said otherwise. Records stream through one at a time.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "diagnostic/diagnostic.hpp"
#include "model/log.hpp"
#include "model/protocol.hpp"
#include "yaml/node.hpp"

namespace concordat {

/// How a log is written.
enum class LogFormat : std::uint8_t { yaml, json, json_lines, csv };

struct LogInput {
    const Text* text = nullptr;
    std::uint32_t file = 0;
    LogFormat format = LogFormat::yaml;
    std::uint64_t size = 0;                       // of the file, if known: so much may come of it
    std::atomic<std::size_t>* records = nullptr;  // counts up with each record, for whoever waits
};

/// The log's `protocol`, which is needed before the rest can be loaded. Nothing if it does not say, or cannot be read.
std::optional<std::string> protocol_of(const LogInput& input);

/// With `any_protocol`, a log's own `protocol` may be another one.
std::optional<Log> load_logs(std::span<const LogInput> inputs, const Protocol& protocol, Names& names, Diagnostics& diagnostics,
                             bool any_protocol = false);

/// An example of a rule (load/example.hpp): a log in miniature that is already a node of its protocol's file.
std::optional<Log> load_example(const Node& node, const Protocol& protocol, Names& names, Diagnostics& diagnostics);

}  // namespace concordat
