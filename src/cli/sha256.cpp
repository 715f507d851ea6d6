// OpenSSL would rather be asked through EVP, which looks for a provider first: that alone takes longer than many a log.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "cli/sha256.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>

namespace concordat {

std::string sha256(std::string_view bytes) {
    SHA256_CTX state;
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_Init(&state);
    SHA256_Update(&state, bytes.data(), bytes.size());
    SHA256_Final(digest.data(), &state);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace concordat
