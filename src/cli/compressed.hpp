#pragma once
// What a compressed file holds, as it is read: gzip (`.gz`, any number of members) and Zstandard (`.zst`). What is cut off or
// damaged is a Refusal, never a shorter file.

#include <memory>
#include <string>

#include "source/bytes.hpp"

namespace concordat {

/// By the ending of the name; a name with another ending gives the bytes as they are.
std::unique_ptr<Bytes> decompressed(const std::string& name, std::unique_ptr<Bytes> bytes);

/// The name without such an ending.
std::string_view without_compression(std::string_view name);

}  // namespace concordat
