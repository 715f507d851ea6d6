#pragma once
// The forms that are no duties inside a window (duty.hpp): each makes its obligations and their verdicts at once.

#include <vector>

#include "reference/reference.hpp"
#include "reference/scene.hpp"

namespace concordat::reference {

std::vector<Judged> judge_gaps(const Scene& scene, const Rule& rule, const AtLeastEvery& form);
std::vector<Judged> judge_each(const Scene& scene, const Rule& rule, const Each& form);
std::vector<Judged> judge_never(const Scene& scene, const Rule& rule, const Never& form);
std::vector<Judged> judge_only(const Scene& scene, const Rule& rule, const May& form);
std::vector<Judged> judge_states(const Scene& scene, const Rule& rule, const Throughout& form);
std::vector<Judged> judge_attestations(const Scene& scene, const Rule& rule, const Attest& form);

}  // namespace concordat::reference
