#include "cli/blocks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/refusal.hpp"

namespace concordat {

Blocks::Blocks(std::string path)
    : path_(std::move(path)), block_(std::size_t{1} << 16U), descriptor_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) refuse();
}

Blocks::~Blocks() { ::close(descriptor_); }

std::string_view Blocks::next() {
    ssize_t count = 0;
    do count = ::read(descriptor_, block_.data(), block_.size());
    while (count < 0 && errno == EINTR);
    if (count < 0) refuse();
    return {block_.data(), static_cast<std::size_t>(count)};
}

void Blocks::refuse() const { throw Refusal("cannot-read", "cannot read " + path_ + ": " + std::strerror(errno)); }

}  // namespace concordat
