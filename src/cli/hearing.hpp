#pragma once
// A hearing: logs are read with their protocol and what has been let pass, and judged as they stand on one day. `check` and `due`
// hear in the same way, with the same options; they differ in what they tell of it.

#include <optional>
#include <string>
#include <vector>

#include "cli/papers.hpp"
#include "cli/standpoint.hpp"

namespace CLI {
class App;
}

namespace concordat {

struct HearingOptions {
    std::vector<std::string> logs;
    std::optional<std::string> protocol, input_format, as_of, known_at, waivers;
};

/// Declares the logs, whose help says how they are taken, and what they are judged by.
void define_hearing(CLI::App& app, HearingOptions& options, const std::string& logs);
/// How the logs are written.
void define_input_format(CLI::App& app, std::optional<std::string>& format);
void define_waivers(CLI::App& app, HearingOptions& options);

/// The files that it will read, and the protocol, which may be one.
std::vector<std::string> inputs_of(const HearingOptions& options);

struct Hearing {
    Papers papers;
    ChosenStandpoint chosen;
    Audit audited;
    std::vector<WaiverUse> waived;
};

/// Reads all the papers; what is wrong with them is only collected.
void read(Hearing& hearing, const HearingOptions& options);
/// Whether they could be judged; if not, the errors have been printed.
bool judge(Hearing& hearing, const HearingOptions& options);
/// The hearing must outlive its report.
Report report_on(const Hearing& hearing);

}  // namespace concordat
