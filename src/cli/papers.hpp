#pragma once
// The papers of one run: the protocol, the logs, and every byte and name that came with them. All of them are read before
// anything is judged, so that one run tells everything that is wrong with any of them. What cannot be opened at all is a Refusal.

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "model/log.hpp"
#include "model/protocol.hpp"
#include "model/waiver.hpp"
#include "report/report.hpp"
#include "report/result.hpp"
#include "source/text.hpp"

namespace concordat {

struct Papers {
    bool takes_digests = true;  // of logs: else their SHA-256 is left empty, where it would take time
    Names names;
    Sources sources;
    Diagnostics diagnostics;
    std::vector<Input> inputs;  // in the order in which they were read: protocol, calendar, logs
    std::optional<Protocol> protocol;
    std::optional<Log> log;
    std::optional<std::vector<Waiver>> waivers;
};

/// A shipped id or a file. If `papers.protocol` is empty afterwards, the diagnostics say why.
void read_protocol(Papers& papers, const std::string& id_or_file);

/// The protocol that is wanted or, if none is, the one that all the logs name; then the logs, in the order of their names, so
/// that the order in which they were given changes nothing.
/// `format`, if given, is that of every log, whatever its name.
void read_papers(Papers& papers, const std::optional<std::string>& protocol, std::vector<std::string> logs,
                 const std::optional<std::string>& format = std::nullopt);

/// After the protocol; if there is none, only that the file can be read is looked at.
void read_waivers(Papers& papers, const std::string& file);

/// What an earlier run wrote as JSON; nothing if the diagnostics say why not.
std::optional<Result> read_result(Papers& papers, const std::string& file);

/// Sorted, to standard error. Whether the papers can be used.
bool print_diagnostics(Papers& papers);

}  // namespace concordat
