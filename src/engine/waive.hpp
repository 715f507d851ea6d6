#pragma once
// Waivers, applied to an audit. A waiver that was granted on or before the due day, and has not expired on the day of the audit,
// waives whatever is not met and not inapplicable. One that was granted later leaves a breach a breach, and marks it as
// excused. One that was granted after the day of the audit does not exist yet.

#include <optional>
#include <vector>

#include "engine/audit.hpp"

namespace concordat {

enum class WaiverEffect : std::uint8_t {
    waives,
    excuses,   // granted after the due day: the breach stands
    unused,    // there was nothing to waive
    too_late,  // granted after the due day, and there is no breach to excuse
    expired,
    not_yet,  // granted after the day of the audit
    unknown   // no obligation of this id arises: an error of the file
};

struct WaiverUse {
    std::size_t waiver = 0;  // index into Audit::waivers
    WaiverEffect effect = WaiverEffect::unused;
    bool ends_soon = false;  // within 30 days of the audit
};

/// Of an obligation that a record decides, the record's day; of a state that fails, the first day; else the due day, if it has
/// one.
std::optional<Day> day_to_waive_by(const Audit& audit, const Obligation& obligation);

/// In the order of the waivers. `audit` keeps them, for its findings.
std::vector<WaiverUse> waive(Audit& audit, std::vector<Waiver> waivers);

}  // namespace concordat
