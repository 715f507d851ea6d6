#include "laws/properties.hpp"

#include <algorithm>
#include <cstdlib>

namespace concordat::laws {

namespace {

/// Before RapidCheck looks for it, which it does once.
void choose_parameters() {
    const std::string parameters = "seed=20140401 max_discard_ratio=2 max_success=" + std::to_string(worlds());
    setenv("RC_PARAMS", parameters.c_str(), 0);
}

}  // namespace

int worlds() {
    const char* asked = std::getenv("CONCORDAT_WORLDS");
    return asked ? std::max(1, std::atoi(asked)) : usual_worlds;
}

void load(reference::World& world, const Draft& draft) {
    RC_PRE(world.load_protocol(to_yaml(draft.protocol)) && world.load_log(to_yaml(draft.log)));
    RC_PRE(world.log.as_of.has_value());
}

Standpoint standpoint(const reference::World& world, const Draft& draft) {
    Standpoint result = world.standpoint();
    if (draft.known_at) result.known_at = parse_day(*draft.known_at);
    return result;
}

rc::Gen<Draft> drafts(const Wishes& wishes) {
    auto whole = rc::gen::map(rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>())),
                              [wishes](std::uint64_t seed) { return random_draft(seed, wishes); });
    return rc::gen::shrink(std::move(whole), [](const Draft& draft) { return rc::seq::fromContainer(smaller(draft)); });
}

void hold(const std::string& law, const Wishes& wishes, const std::function<void(const Draft&)>& property) {
    choose_parameters();
    CHECK(rc::check(law, [&] { property(*drafts(wishes)); }));
}

}  // namespace concordat::laws
