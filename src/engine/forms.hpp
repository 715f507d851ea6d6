#pragma once
// One function for each rule form, each in the file of its name: what obligations the form gives rise to in this log.

#include "engine/job.hpp"

namespace concordat {

void run(const Every& form, RuleJob& job);
void run(const AtLeastEvery& form, RuleJob& job);
void run(const Once& form, RuleJob& job);
void run(const After& form, RuleJob& job);
void run(const Before& form, RuleJob& job);
void run(const Each& form, RuleJob& job);
void run(const Never& form, RuleJob& job);
void run(const Throughout& form, RuleJob& job);
void run(const May& form, RuleJob& job);
void run(const Attest& form, RuleJob& job);

}  // namespace concordat
