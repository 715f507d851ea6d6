# Writes OUTPUT, the .cpp behind shipped.hpp: every one of FILES (relative to ROOT), byte for byte, and its SHA-256.
# Each byte becomes a character of an array, not of a string: compilers limit the length of a string.
cmake_minimum_required(VERSION 3.25)
list(SORT FILES)

set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS FILES)
    file(READ "${ROOT}/${path}" hex HEX)
    file(SIZE "${ROOT}/${path}" size)
    file(SHA256 "${ROOT}/${path}" sha256)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char file_${number}[] = {${bytes}'\\0'};\n")
    string(APPEND rows "    Shipped{\"${path}\", std::string_view{file_${number}, ${size}},\n            \"${sha256}\"},\n")
    math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Written by src/cli/shipped.cmake; do not edit.
#include \"cli/shipped.hpp\"

#include <array>

namespace concordat {
namespace {

${arrays}
constexpr std::array<Shipped, ${number}> files = {
${rows}};

}  // namespace

std::span<const Shipped> shipped_files() { return files; }

}  // namespace concordat
")
