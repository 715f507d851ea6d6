#pragma once
// Files, whole: read into memory, or written so that whoever looks sees either the old file or the new one, never a part. What
// cannot be read or written is a Refusal that names the file and the reason. `-` is standard input, which can be read once.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "source/bytes.hpp"

namespace concordat {

inline constexpr std::string_view standard_input = "<stdin>";

/// A file descriptor that is closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    /// Whether the kernel took everything: some file systems say only now that the disk is full.
    bool close();

private:
    int number_;
};

bool file_exists(const std::string& path);
std::string read_file(const std::string& path);
std::string read_standard_input();

/// Nothing if it is no file that can be read again from its beginning: a pipe, a device.
std::optional<std::uint64_t> size_of_file(const std::string& path);
std::unique_ptr<Bytes> open_file(const std::string& path);

/// A file that is written piece by piece, through a temporary one in the same folder, which is gone afterwards whatever happens
/// (short of a power cut or kill -9). Nothing is touched before the first byte.
class NewFile {
public:
    explicit NewFile(std::string path) : path_(std::move(path)) {}
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    void write(std::string_view piece);
    /// Now whoever looks sees all that has been written.
    void put_in_place();

private:
    void open();

    std::string path_;
    std::string target_;     // the file itself, if the path is a link
    std::string temporary_;  // none where a device or a pipe is written to
    std::optional<Descriptor> file_;
};

/// For a file that others append to as well.
void append_file(const std::string& path, std::string_view bytes);

}  // namespace concordat
