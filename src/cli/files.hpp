#pragma once
// Files, whole: read into memory, or written so that whoever looks sees either the old file or the new one, never a part. What
// cannot be read or written is a Refusal that names the file and the reason. `-` is standard input, which can be read once.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "source/bytes.hpp"

namespace concordat {

inline constexpr std::string_view standard_input = "<stdin>";

bool file_exists(const std::string& path);
std::string read_file(const std::string& path);
std::string read_standard_input();

/// Nothing if it is no file that can be read again from its beginning: a pipe, a device.
std::optional<std::uint64_t> size_of_file(const std::string& path);
std::unique_ptr<Bytes> open_file(const std::string& path);

/// Through a temporary file in the same folder, which is gone afterwards whatever happens (short of a power cut or kill -9).
void write_file(const std::string& path, std::string_view bytes);

/// For a file that others append to as well.
void append_file(const std::string& path, std::string_view bytes);

}  // namespace concordat
