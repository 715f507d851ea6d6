#include "yaml/stream.hpp"

#include "yaml/stretches.hpp"

namespace concordat {

bool stream(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
            Diagnostics& diagnostics) {
    return stream_in_stretches(text, file, streamed_key, usual_stretches(), handler, diagnostics);
}

}  // namespace concordat
