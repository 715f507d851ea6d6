// The ordinary log and its two rules, read once: what the parts are measured on. A file that is missing or refused ends the
// program.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "diagnostic/diagnostic.hpp"
#include "load/log.hpp"
#include "model/log.hpp"
#include "model/name.hpp"
#include "model/protocol.hpp"
#include "source/text.hpp"

namespace bench {

/// `path`, relative to the source tree.
concordat::Text text_of(const std::string& path);

/// The protocol of two rules, and the names that it brings.
struct World {
    concordat::Names names;
    concordat::Sources sources;
    concordat::Diagnostics diagnostics;
    std::optional<concordat::Protocol> protocol;

    World();
    /// `text` is read anew each time.
    concordat::Log read(const concordat::Text& text, concordat::LogFormat format = concordat::LogFormat::yaml);
};

/// The log that `tests/bench --instructions` makes, and the same in JSON lines.
const concordat::Text& ordinary_log();
const concordat::Text& ordinary_json_lines();

}  // namespace bench
