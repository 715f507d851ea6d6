// The program: hands its arguments to the command line and its answer to the shell.

#include "cli/command_line.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(concordat::run(arguments));
}
