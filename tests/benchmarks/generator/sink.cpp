#include "generator/sink.hpp"

#include <stdexcept>

namespace bench {
namespace {
constexpr std::size_t buffer_size = 1 << 20;
}

Sink::Sink(const std::string& path, const std::vector<std::string>& formats) {
    for (const std::string& name : formats) {
        Output output{path + "." + name, make_format(name), nullptr, {}};
        if (!output.format) throw std::runtime_error("no format is called " + name);
        output.file.reset(std::fopen(output.path.c_str(), "wb"));
        if (!output.file) throw std::runtime_error("cannot write " + output.path);
        outputs_.push_back(std::move(output));
    }
}

void Sink::head(const Mapping& head) {
    for (Output& output : outputs_) output.format->head(head, output.buffer);
}

void Sink::record(const Mapping& record) {
    for (Output& output : outputs_) {
        output.format->record(record, output.buffer);
        if (output.buffer.size() >= buffer_size) flush(output);
    }
}

void Sink::end() {
    for (Output& output : outputs_) {
        output.format->end(output.buffer);
        flush(output);
        if (std::fflush(output.file.get()) != 0) throw std::runtime_error("cannot write " + output.path);
    }
}

void Sink::flush(Output& output) {
    if (std::fwrite(output.buffer.data(), 1, output.buffer.size(), output.file.get()) != output.buffer.size())
        throw std::runtime_error("cannot write " + output.path);
    output.buffer.clear();
}

}  // namespace bench
