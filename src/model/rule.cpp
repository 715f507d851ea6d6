#include "model/rule.hpp"

namespace concordat {

std::string_view form_name(const Form& form) {
    struct Name_of {
        std::string_view operator()(const Every&) const { return "every"; }
        std::string_view operator()(const AtLeastEvery&) const { return "at-least-every"; }
        std::string_view operator()(const Once&) const { return "once"; }
        std::string_view operator()(const After&) const { return "after"; }
        std::string_view operator()(const Before&) const { return "before"; }
        std::string_view operator()(const Each&) const { return "each"; }
        std::string_view operator()(const Never&) const { return "never"; }
        std::string_view operator()(const Throughout&) const { return "throughout"; }
        std::string_view operator()(const May&) const { return "may"; }
        std::string_view operator()(const Attest&) const { return "attest"; }
    };
    return std::visit(Name_of{}, form);
}

std::string_view to_string(Strength strength) {
    switch (strength) {
        case Strength::must: return "must";
        case Strength::should: return "should";
        case Strength::implied: return "implied";
    }
    return {};
}

}  // namespace concordat
