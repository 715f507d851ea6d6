// Where a log goes: the same head and records, in YAML, JSON, JSON lines and CSV at once, each as a user would write it. A file
// that cannot be written ends the program.
//
// CSV has no head. It holds the fields that the ordinary log has, and is refused for a record with any other.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/value.hpp"

namespace bench {

/// One format: appends its text to a buffer.
class Format {
public:
    virtual ~Format() = default;
    virtual void head(const Mapping& head, std::string& out) = 0;
    virtual void record(const Mapping& record, std::string& out) = 0;
    virtual void end(std::string& out) = 0;
};

/// `yaml`, `json`, `jsonl` or `csv`; null for any other word.
std::unique_ptr<Format> make_format(std::string_view name);

class Sink {
public:
    /// Writes `path`.`format` for each of the formats.
    Sink(const std::string& path, const std::vector<std::string>& formats);

    void head(const Mapping& head);
    void record(const Mapping& record);
    void end();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct Output {
        std::string path;
        std::unique_ptr<Format> format;
        std::unique_ptr<std::FILE, Close> file;
        std::string buffer;
    };

    static void flush(Output& output);

    std::vector<Output> outputs_;
};

}  // namespace bench
