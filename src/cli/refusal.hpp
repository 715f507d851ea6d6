#pragma once
// Why a run cannot be carried out: a wrong command line, a file that cannot be read or written, an unknown protocol. It is thrown
// where it is noticed and caught once, in the command line, which prints it and exits with 2. What is wrong inside a file is
// never one of these but a Diagnostic, and what a log shows about conduct is neither.

#include <stdexcept>
#include <string>
#include <utility>

namespace concordat {

class Refusal : public std::runtime_error {
public:
    /// `code` is its stable name, as with diagnostics: "usage", "cannot-read", "cannot-write", "unknown-protocol" …
    Refusal(std::string code, const std::string& message, std::string help = "")
        : std::runtime_error(message), code_(std::move(code)), help_(std::move(help)) {}

    const std::string& code() const { return code_; }
    const std::string& help() const { return help_; }

private:
    std::string code_;
    std::string help_;
};

}  // namespace concordat
