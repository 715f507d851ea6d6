// Loads a file of waivers.
//
// Every waiver has all five of its fields. Refused: an obligation of a rule that the protocol does not have, or of none; the
// same obligation twice; an approver whom neither the protocol nor the log knows, or who is not the one that the rule
// allows; an expiry before the day of granting. Whether the obligation itself arises is for the audit to say.
#pragma once

#include <optional>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "model/protocol.hpp"
#include "model/waiver.hpp"
#include "source/text.hpp"

namespace concordat {

/// `directory` is the log's: an approver may be one of its own names.
std::optional<std::vector<Waiver>> load_waivers(const Text& text, std::uint32_t file, const Protocol& protocol,
                                                const Directory& directory, Names& names, Diagnostics& diagnostics);

}  // namespace concordat
