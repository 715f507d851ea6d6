#include "cli/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace concordat {
namespace {

void check(int result) {
    if (result != 1) throw std::runtime_error("the cryptographic library has no SHA-256");
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

Sha256::Sha256() : state_(std::make_unique<State>()) { check(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr)); }

Sha256::~Sha256() { EVP_MD_CTX_free(state_->context); }

void Sha256::add(std::string_view bytes) { check(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size())); }

std::string Sha256::digest() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    check(EVP_DigestFinal_ex(state_->context, digest.data(), &size));
    std::string result;
    for (unsigned i = 0; i < size; ++i) result += fmt::format("{:02x}", digest[i]);
    return result;
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.digest();
}

}  // namespace concordat
