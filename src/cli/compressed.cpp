#include "cli/compressed.hpp"

#include <zlib.h>
#include <zstd.h>

#include <vector>

#include "cli/refusal.hpp"

namespace concordat {
namespace {

constexpr std::size_t block = std::size_t{1} << 16U;

[[noreturn]] void refuse(const std::string& name, bool cut_off) {
    throw Refusal("cannot-read",
                  "cannot read " + name + ": " + (cut_off ? "it ends too early" : "it is damaged, or not what its ending says"),
                  cut_off ? "it may be incomplete: fetch it again" : "");
}

class Gzip final : public Bytes {
public:
    Gzip(std::string name, std::unique_ptr<Bytes> source) : name_(std::move(name)), source_(std::move(source)), input_(block) {
        constexpr int gzip_with_the_largest_window = 16 + MAX_WBITS;
        if (inflateInit2(&state_, gzip_with_the_largest_window) != Z_OK) throw std::bad_alloc();
    }
    ~Gzip() override { inflateEnd(&state_); }

    std::size_t read(char* into, std::size_t size) override {
        state_.next_out = reinterpret_cast<Bytef*>(into);
        state_.avail_out = static_cast<uInt>(std::min(size, std::size_t{1} << 30U));
        const uInt room = state_.avail_out;
        while (state_.avail_out == room) {
            if (state_.avail_in == 0) {
                state_.avail_in = static_cast<uInt>(source_->read(input_.data(), input_.size()));
                state_.next_in = reinterpret_cast<Bytef*>(input_.data());
                if (state_.avail_in == 0) {
                    if (in_member_) refuse(name_, true);
                    return 0;
                }
            }
            in_member_ = true;
            const int result = inflate(&state_, Z_NO_FLUSH);
            if (result == Z_STREAM_END) {
                in_member_ = false;  // another one may follow
                inflateReset(&state_);
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                refuse(name_, false);
            }
        }
        return room - state_.avail_out;
    }

private:
    std::string name_;
    std::unique_ptr<Bytes> source_;
    std::vector<char> input_;
    z_stream state_{};
    bool in_member_ = true;
};

class Zstandard final : public Bytes {
public:
    Zstandard(std::string name, std::unique_ptr<Bytes> source)
        : name_(std::move(name)), source_(std::move(source)), state_(ZSTD_createDStream()), buffer_(block) {
        if (!state_) throw std::bad_alloc();
    }
    ~Zstandard() override { ZSTD_freeDStream(state_); }

    std::size_t read(char* into, std::size_t size) override {
        ZSTD_outBuffer output{into, size, 0};
        while (output.pos == 0) {
            if (input_.pos == input_.size) {
                input_ = {buffer_.data(), source_->read(buffer_.data(), buffer_.size()), 0};
                if (input_.size == 0) {
                    if (in_frame_) refuse(name_, true);
                    return 0;
                }
            }
            const std::size_t result = ZSTD_decompressStream(state_, &output, &input_);
            if (ZSTD_isError(result) != 0) refuse(name_, false);
            in_frame_ = result != 0;
        }
        return output.pos;
    }

private:
    std::string name_;
    std::unique_ptr<Bytes> source_;
    ZSTD_DStream* state_;
    std::vector<char> buffer_;
    ZSTD_inBuffer input_{};
    bool in_frame_ = true;
};

}  // namespace

std::unique_ptr<Bytes> decompressed(const std::string& name, std::unique_ptr<Bytes> bytes) {
    if (name.ends_with(".gz")) return std::make_unique<Gzip>(name, std::move(bytes));
    if (name.ends_with(".zst")) return std::make_unique<Zstandard>(name, std::move(bytes));
    return bytes;
}

std::string_view without_compression(std::string_view name) {
    for (const std::string_view ending : {".gz", ".zst"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    return name;
}

}  // namespace concordat
