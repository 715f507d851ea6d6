#include "cli/terminal.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include "cli/refusal.hpp"
#include "diagnostic/nearest.hpp"

namespace concordat {
namespace {

/// 0, or the reason why not all was written.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

}  // namespace

bool wants_colours(std::string_view when) {
    if (when == "always" || when == "never") return when == "always";
    if (when != "auto")
        throw Refusal("usage", "--color: unknown word `" + std::string(when) + "`",
                      did_you_mean(when, {"always", "never", "auto"}));
    const char* no_colour = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

std::size_t width_of_output() {
    constexpr std::size_t usual = 100;
    winsize size{};
    if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::clamp<std::size_t>(size.ws_col, 60, 160);
}

bool errors_are_seen() { return ::isatty(STDERR_FILENO) == 1; }

void prepare_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    std::signal(SIGPIPE, SIG_IGN);
}

void print(std::string_view bytes) {
    const int error = write_all(STDOUT_FILENO, bytes);
    if (error != 0 && error != EPIPE)
        throw Refusal("cannot-write", std::string("cannot write to standard output: ") + std::strerror(error));
}

void print_error(std::string_view bytes) { static_cast<void>(write_all(STDERR_FILENO, bytes)); }

}  // namespace concordat
