// OpenSSL would rather be asked through EVP, which looks for a provider first: that alone takes longer than many a log.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "cli/sha256.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>

namespace concordat {

struct Sha256::State {
    SHA256_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { SHA256_Update(&state_->context, bytes.data(), bytes.size()); }

std::string Sha256::digest() {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_Final(digest.data(), &state_->context);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.digest();
}

}  // namespace concordat
