#pragma once
// The files that logs are in. A small one is held, a large or compressed one is opened anew whenever it is read, and its SHA-256
// is taken while it goes by. Standard input and pipes can be read once only, so they are held, however large.

#include <optional>
#include <string>

#include "cli/progress.hpp"
#include "load/log.hpp"
#include "source/text.hpp"

namespace concordat {

/// A log's text, and its SHA-256: empty until the whole of it has been read.
struct OpenedLog {
    Text text;
    std::shared_ptr<std::string> sha256;
    std::uint64_t size = 0;  // of what is in it, more or less
};

/// `progress` may be none. Of a large log, the SHA-256 is only taken if it is wanted.
OpenedLog open_log(const std::string& path, std::shared_ptr<Progress> progress, bool takes_digest);

/// By the ending of its name, compressed or not: `.json`, `.jsonl` or `.ndjson`, `.csv`; anything else is YAML. `format`
/// overrides it.
LogFormat format_of(std::string_view name, const std::optional<std::string>& format);

}  // namespace concordat
