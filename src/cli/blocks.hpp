#pragma once
// A file read block by block, for what is too large to be held. What cannot be read is a Refusal, as with whole files
// (cli/files.hpp).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

class Blocks {
public:
    explicit Blocks(std::string path);
    Blocks(const Blocks&) = delete;
    Blocks& operator=(const Blocks&) = delete;
    ~Blocks();

    /// The next bytes, which stay until the next call; none at the end of the file.
    std::string_view next();

private:
    [[noreturn]] void refuse() const;

    std::string path_;
    std::vector<char> block_;
    int descriptor_;
};

}  // namespace concordat
