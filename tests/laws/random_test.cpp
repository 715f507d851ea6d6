// Random worlds of up to 40 records: the engine must agree with the reference on every obligation.

#include "catch.hpp"
#include "laws/compare.hpp"
#include "laws/properties.hpp"

namespace concordat::laws {

TEST_CASE("the engine agrees with the reference on random worlds") {
    hold("agreement on random worlds", Wishes{}, [](const Draft& draft) {
        reference::World world;
        load(world, draft);
        const std::string text = differences(world, standpoint(world, draft));
        if (!text.empty()) RC_FAIL(text);
    });
}

TEST_CASE("the engine agrees with the reference on each form by itself") {
    for (const char* form :
         {"every", "at-least-every", "once", "after", "before", "each", "never", "throughout", "may", "attest"}) {
        Wishes wishes;
        wishes.forms = {form};
        wishes.most_records = 12;
        hold(std::string("agreement on ") + form, wishes, [](const Draft& draft) {
            reference::World world;
            load(world, draft);
            const std::string text = differences(world, standpoint(world, draft));
            if (!text.empty()) RC_FAIL(text);
        });
    }
}

}  // namespace concordat::laws
