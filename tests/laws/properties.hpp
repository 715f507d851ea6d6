#pragma once
// Properties over random worlds, checked by RapidCheck. The seed is fixed unless RC_PARAMS says otherwise (`RC_PARAMS="seed=7
// max_success=100000"`); CONCORDAT_WORLDS=N asks for N worlds of each property. A world that fails is cut down entry by entry
// before it is shown.

#include <functional>
#include <sstream>
#include <string>

#include <rapidcheck.h>

#include "catch.hpp"
#include "laws/draft.hpp"
#include "reference/world.hpp"

namespace concordat::laws {

/// How many worlds each property is to be tried on.
int worlds();
constexpr int usual_worlds = 600;

/// Leaves out worlds that the loader refuses: cutting down makes such ones.
void load(reference::World& world, const Draft& draft);

Standpoint standpoint(const reference::World& world, const Draft& draft);

/// Random drafts that shrink by losing parts.
rc::Gen<Draft> drafts(const Wishes& wishes);

void hold(const std::string& law, const Wishes& wishes, const std::function<void(const Draft&)>& property);

}  // namespace concordat::laws
