#pragma once
// The help texts: one line a command, one line an option, made from the same declarations that parse them, so that no option can
// be missing here. CLI11's own help changes from version to version; this does not.

#include <string>

namespace CLI {
class App;
}

namespace concordat {

std::string help();
std::string help(const CLI::App& command);

}  // namespace concordat
