#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/refusal.hpp"

namespace concordat {
namespace {

[[noreturn]] void cannot_read(std::string_view name, int error) {
    throw Refusal("cannot-read", "cannot read " + std::string(name) + ": " + std::strerror(error));
}

[[noreturn]] void cannot_write(const std::string& path, int error) {
    throw Refusal("cannot-write", "cannot write " + path + ": " + std::strerror(error));
}

class FileBytes final : public Bytes {
public:
    explicit FileBytes(const std::string& path) : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (!file_.is_open()) cannot_read(path, errno);
    }

    std::size_t read(char* into, std::size_t size) override {
        while (true) {
            const ssize_t count = ::read(file_.number(), into, size);
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) cannot_read(path_, errno);
        }
    }

private:
    std::string path_;
    Descriptor file_;
};

std::string read_all(int descriptor, std::string_view name) {
    std::string bytes;
    std::array<char, 1 << 16> block{};
    while (true) {
        const ssize_t count = ::read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) cannot_read(name, errno);
        if (count == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(count));
    }
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// The file itself, if a link leads to it: the link is to stay.
std::string behind_links(const std::string& path) {
    std::error_code none;
    const std::filesystem::path real = std::filesystem::canonical(path, none);
    return none ? path : real.string();
}

/// The permissions that the new file shall have: those of the old one, else what any new file gets.
mode_t permissions(const std::string& path) {
    struct stat old {};
    if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

bool Descriptor::close() { return ::close(std::exchange(number_, -1)) == 0; }

bool file_exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

std::string read_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) cannot_read(path, errno);
    return read_all(file.number(), path);
}

std::optional<std::uint64_t> size_of_file(const std::string& path) {
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(file.st_size);
}

std::unique_ptr<Bytes> open_file(const std::string& path) { return std::make_unique<FileBytes>(path); }

std::string read_standard_input() { return read_all(STDIN_FILENO, "standard input"); }

NewFile::~NewFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void NewFile::open() {
    target_ = behind_links(path_);
    struct stat old {};
    const bool exists = ::stat(target_.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) cannot_write(path_, EISDIR);
    if (exists && ::access(target_.c_str(), W_OK) != 0) cannot_write(path_, errno);  // a rename would not ask
    if (exists && !S_ISREG(old.st_mode)) {  // a device or a pipe: there is nothing to put in its place
        file_.emplace(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
    } else {
        std::string temporary = target_ + ".XXXXXX";
        file_.emplace(::mkstemp(temporary.data()));
        if (file_->is_open()) temporary_ = std::move(temporary);
    }
    if (!file_->is_open()) cannot_write(path_, errno);
}

void NewFile::write(std::string_view piece) {
    if (piece.empty()) return;
    if (!file_) open();
    if (!write_all(file_->number(), piece)) cannot_write(path_, errno);
}

void NewFile::put_in_place() {
    if (!file_) return;
    const bool kept =
        temporary_.empty() || (::fchmod(file_->number(), permissions(target_)) == 0 && ::fsync(file_->number()) == 0);
    const bool done = kept && file_->close() && (temporary_.empty() || ::rename(temporary_.c_str(), target_.c_str()) == 0);
    if (!done) cannot_write(path_, errno);
    temporary_.clear();
}

void append_file(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
    if (!file.is_open() || !write_all(file.number(), bytes) || !file.close()) cannot_write(path, errno);
}

}  // namespace concordat
