// The boards and topics of protocols/two-rules.yaml. A word that it does not have is an error in the first log that is checked.
#pragma once

#include <array>
#include <string_view>

namespace bench {

inline constexpr std::array<std::string_view, 10> boards = {"hwb", "lscb", "ssab", "ctjcg",         "cpb",
                                                            "csp", "yjb",  "ccg",  "schools-forum", "housing-board"};

inline constexpr std::array<std::string_view, 50> topics = {
    "absence-from-school",
    "adoption",
    "advocacy",
    "alcohol",
    "allegations",
    "asylum",
    "autism",
    "bereavement",
    "bullying",
    "carers",
    "child-deaths",
    "child-poverty",
    "cross-border-work",
    "day-care",
    "debt",
    "dementia",
    "domestic-abuse",
    "drugs",
    "early-help",
    "eating-disorders",
    "exclusions",
    "family-support",
    "fostering",
    "gangs",
    "health-visiting",
    "homelessness",
    "hospital-discharge",
    "information-sharing",
    "kinship-care",
    "leaving-care",
    "loneliness",
    "mental-health",
    "missing-children",
    "neglect",
    "nursing-homes",
    "obesity",
    "parenting",
    "private-fostering",
    "probation",
    "recruitment",
    "respite-care",
    "school-nursing",
    "self-harm",
    "sexual-exploitation",
    "speech-therapy",
    "supervision",
    "thresholds",
    "training",
    "transport",
    "young-carers",
};

}  // namespace bench
