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

bool can_be_broken(const Rule& rule) {
    struct {
        bool operator()(const Every& form) const { return form.within.kind != Deadline::Kind::open; }
        bool operator()(const Once& form) const { return form.within.kind != Deadline::Kind::at_once; }
        bool operator()(const After& form) const { return form.within.kind != Deadline::Kind::at_once; }
        bool operator()(const May& form) const { return form.only; }
        bool operator()(const AtLeastEvery&) const { return true; }
        bool operator()(const Before&) const { return true; }
        bool operator()(const Each&) const { return true; }
        bool operator()(const Never&) const { return true; }
        bool operator()(const Throughout&) const { return true; }
        bool operator()(const Attest&) const { return true; }
    } breakable;
    return std::visit(breakable, rule.form);
}

}  // namespace concordat
