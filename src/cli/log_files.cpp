#include "cli/log_files.hpp"

#include <array>

#include "cli/compressed.hpp"
#include "cli/files.hpp"
#include "cli/refusal.hpp"
#include "cli/sha256.hpp"
#include "diagnostic/nearest.hpp"

namespace concordat {
namespace {

constexpr std::uint64_t small = std::uint64_t{1} << 20U;

struct FormatName {
    std::string_view name;
    std::string_view ending;
    LogFormat format;
};
constexpr std::array formats{FormatName{"yaml", ".yaml", LogFormat::yaml}, FormatName{"json", ".json", LogFormat::json},
                             FormatName{"jsonl", ".jsonl", LogFormat::json_lines},
                             FormatName{"ndjson", ".ndjson", LogFormat::json_lines}, FormatName{"csv", ".csv", LogFormat::csv}};

/// Looks at what goes by: takes its SHA-256, if there is a place to leave it when the end has come, and tells the progress.
class Watched final : public Bytes {
public:
    Watched(std::unique_ptr<Bytes> source, std::shared_ptr<std::string> digest, std::shared_ptr<Progress> progress)
        : source_(std::move(source)), digest_(std::move(digest)), progress_(std::move(progress)) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t count = source_->read(into, size);
        if (digest_ && count != 0) hash_.add({into, count});
        if (digest_ && count == 0) *digest_ = hash_.digest();
        if (progress_) progress_->read(count, std::chrono::steady_clock::now());
        return count;
    }

private:
    std::unique_ptr<Bytes> source_;
    std::shared_ptr<std::string> digest_;
    std::shared_ptr<Progress> progress_;
    Sha256 hash_;
};

}  // namespace

OpenedLog open_log(const std::string& path, std::shared_ptr<Progress> progress, bool takes_digest) {
    auto digest = std::make_shared<std::string>();
    const auto held = [&](std::string name, std::string bytes) {
        *digest = sha256(bytes);
        return OpenedLog{{.name = std::move(name), .bytes = std::move(bytes)}, digest};
    };
    if (path == "-") return held(std::string(standard_input), read_standard_input());
    const bool compressed = without_compression(path) != path;
    const auto size = size_of_file(path);
    if (!size || (*size <= small && !compressed)) return held(path, read_file(path));
    Text text{.name = path};
    if (progress) progress->expect(*size);
    text.open = [path, watched = takes_digest ? digest : nullptr, progress] {
        return decompressed(path, std::make_unique<Watched>(open_file(path), watched, progress));
    };
    constexpr std::uint64_t usual_ratio = 8;
    return {std::move(text), digest, compressed ? *size * usual_ratio : *size};
}

LogFormat format_of(std::string_view name, const std::optional<std::string>& format) {
    std::vector<std::string_view> known;
    for (const FormatName& one : formats) {
        if (format ? one.name == *format : without_compression(name).ends_with(one.ending)) return one.format;
        known.push_back(one.name);
    }
    if (format) throw Refusal("usage", "--input-format: unknown format `" + *format + "`", did_you_mean(*format, known));
    return LogFormat::yaml;
}

}  // namespace concordat
