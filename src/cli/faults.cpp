#include "cli/faults.hpp"

#include <algorithm>

#include "diagnostic/nearest.hpp"

namespace concordat {

bool report_faults(Papers& papers, const std::vector<CalendarFault>& faults) {
    const Protocol& protocol = *papers.protocol;
    for (const CalendarFault& fault : faults) {
        const Rule& rule = protocol.rules[fault.rule];
        const std::string id =
            papers.names.text(rule.id) + (fault.reading == Name::none ? "" : "~" + papers.names.text(fault.reading));
        std::string message = "`" + id + "` counts working days from " + to_string(fault.day);
        std::vector<Note> notes;
        if (fault.record != RecordIndex::none) {
            const Record& record = papers.log->at(fault.record);
            notes.push_back({{.file = record.file, .line = record.line, .column = 0, .length = 0},
                             "the record `" + papers.names.text(record.id) + "`"});
        }
        message += protocol.calendar ? ", which leads out of the holiday table `" + protocol.calendar->id + "`, " +
                                           to_string(protocol.calendar->from) + " to " + to_string(protocol.calendar->to)
                                     : ", and the protocol has no holiday table";
        papers.diagnostics.error(rule.place, "outside-calendar", message, "the table must reach every day that is counted",
                                 std::move(notes));
    }
    return print_diagnostics(papers);
}

bool report_unknown(Papers& papers, const Audit& audited, const std::vector<WaiverUse>& uses) {
    const bool any =
        std::any_of(uses.begin(), uses.end(), [](const WaiverUse& use) { return use.effect == WaiverEffect::unknown; });
    if (!any) return true;
    std::vector<std::string> ids;
    for (const Obligation& obligation : audited.obligations) ids.push_back(obligation_id(audited, obligation));
    for (const WaiverUse& use : uses) {
        if (use.effect != WaiverEffect::unknown) continue;
        const Waiver& waiver = audited.waivers[use.waiver];
        const auto near = nearest(waiver.obligation, ids);
        papers.diagnostics.error(waiver.place, "unknown-obligation",
                                 "the log gives rise to no obligation `" + waiver.obligation + "`",
                                 near ? "did you mean `" + *near + "`?" : "`concordat check --show all` lists every obligation");
    }
    return print_diagnostics(papers);
}

}  // namespace concordat
