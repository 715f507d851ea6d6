#include "cli/step_summary.hpp"

#include <cstdlib>

#include "cli/files.hpp"

namespace concordat {

void append_step_summary(std::string_view markdown) {
    const char* path = std::getenv("GITHUB_STEP_SUMMARY");
    if (path != nullptr && *path != '\0') append_file(path, markdown);
}

}  // namespace concordat
