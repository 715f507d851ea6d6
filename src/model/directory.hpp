#pragma once
// Who and what a protocol and a log speak of: bodies, regular meetings, roles, documents, topics, and how they hang together.
// A board acts through its chair; two roles may be one office (`same-as`); a role may belong to a body (`of`). The protocol's
// entries come first; a log may add bodies, roles, documents and topics of its own. One id stands for one thing.

#include <cstdint>
#include <string>
#include <vector>

#include "model/name.hpp"
#include "source/great_pages.hpp"
#include "source/text.hpp"

namespace concordat {

enum class Kind : std::uint8_t { body, meeting, role, document, topic };
std::string_view to_string(Kind kind);

/// One thing that has an id.
struct Thing {
    Kind kind = Kind::body;
    Name id = Name::none;
    std::string name;           // how people call it
    Name chair = Name::none;    // of a body
    Name of = Name::none;       // of a role: the body it belongs to
    Name same_as = Name::none;  // of a role: another name of the same office
    bool of_the_log = false;    // not the protocol's
    Span place;
};

using Things = std::vector<Thing, GreatPages<Thing>>;

class Directory {
public:
    /// False, and nothing added, if the id is taken.
    bool add(Thing thing);
    /// Makes room for so many more.
    void expect(std::size_t count) { things_.reserve(things_.size() + count); }
    const Thing* find(Name id) const;
    const Things& things() const { return things_; }

    /// Says what one of the things hangs together with.
    void connect(std::size_t thing, Name chair, Name of, Name same_as);

    /// How people call it; the id itself where nobody said.
    std::string_view display(Name id, const Names& names) const;

private:
    Things things_;
    std::vector<std::uint32_t> index_;  // by name, as far as things have one: their place among them and 1; else 0
};

}  // namespace concordat
