#include "cli/step_summary.hpp"

#include <cstdlib>

#include "cli/files.hpp"

namespace concordat {

void append_step_summary(const std::function<std::string()>& markdown) {
    const char* path = std::getenv("GITHUB_STEP_SUMMARY");
    if (path != nullptr && *path != '\0') append_file(path, markdown());
}

}  // namespace concordat
