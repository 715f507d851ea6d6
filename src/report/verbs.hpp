#pragma once
// How English says the acts of a protocol: "sent" is what HCT did, what it does is "sends", what it may do is "send". An act of
// the protocol's own is said as the protocol calls it: best in the present, "calls to account".

#include <string>
#include <string_view>

namespace concordat {

struct Verb {
    std::string base;      // "consult"
    std::string present;   // "consults"
    std::string past;      // "consulted"; also the participle
    std::string_view to;   // what stands before whom it is done to: "to", "with"; nothing if they are the object: "consults HSCB"
    bool about_is_object;  // "considers progress", but "responds on progress"
};

/// `called` is what the protocol calls an act of its own.
Verb verb(std::string_view act, std::string_view called);

}  // namespace concordat
