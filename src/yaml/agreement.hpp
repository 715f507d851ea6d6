// Refuses the good YAML that libyaml and yaml-cpp 0.7 read differently.
//
// Logs come through libyaml and protocols through yaml-cpp, and a text must mean the same in both. Where fuzzing showed
// that it does not, the text is refused, by both readers and with a remedy: keys marked with `?`; `>+`; a folded text that
// runs into a last line of blanks; blank lines at the end of a quoted text; the escapes `\N` and `\_`. (Those that depend on the
// brackets or the key around a text are made by Assembler: inside brackets, question marks in plain text and keys without a
// value; keys of extreme length; a block text that begins in the column of what it belongs to.)
#pragma once

#include <yaml.h>

#include "diagnostic/diagnostic.hpp"
#include "yaml/node.hpp"
#include "yaml/places.hpp"

namespace concordat {

class Agreement {
public:
    Agreement(Places& places, Diagnostics& diagnostics) : places_(places), diagnostics_(diagnostics) {}

    /// To be asked about every event, in order.
    void check(const yaml_event_t& event) {
        if (places_.follows_question_mark(event)) refuse_question_mark(event);
    }
    /// `flow`: in brackets or braces.
    void check_scalar(const yaml_event_t& event, const Node& node, bool flow) {
        folded_.line = 0;
        if (node.quoted || (flow && places_.may_hold_question_mark())) check_unusual(event, node, flow);
    }

    /// At the end of the file.
    void finish();

private:
    void refuse_question_mark(const yaml_event_t& event);
    void check_unusual(const yaml_event_t& event, const Node& node, bool flow);
    void check_folded(const yaml_event_t& event, const Node& node);
    void check_quoted(const yaml_event_t& event, const Node& node);

    Places& places_;
    Diagnostics& diagnostics_;
    Span folded_ = {};  // the last scalar, if it was a folded one; else its line is 0
};

}  // namespace concordat
