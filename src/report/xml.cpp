#include "report/xml.hpp"

#include "source/utf8.hpp"

namespace concordat {

void set(pugi::xml_node node, const char* attribute, std::string_view text) {
    node.append_attribute(attribute).set_value(printable(text).c_str());
}

void set(pugi::xml_node node, const char* attribute, std::size_t number) {
    node.append_attribute(attribute).set_value(std::to_string(number).c_str());
}

void add_text(pugi::xml_node node, std::string_view text) {
    node.append_child(pugi::node_pcdata).set_value(printable(text).c_str());
}

std::string written(const pugi::xml_document& document) {
    struct Writer final : pugi::xml_writer {
        std::string bytes;
        void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
    } writer;
    document.save(writer, " ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(writer.bytes);
}

}  // namespace concordat
