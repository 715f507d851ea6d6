#pragma once
// The SHA-256 of an input, so that a report says exactly what it was made from.

#include <memory>
#include <string>
#include <string_view>

namespace concordat {

/// In hexadecimal.
std::string sha256(std::string_view bytes);

/// Of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void add(std::string_view bytes);
    /// To be asked once, at the end.
    std::string digest();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace concordat
