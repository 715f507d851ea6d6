#include "engine/key.hpp"

#include <algorithm>
#include <span>

#include "engine/job.hpp"

namespace concordat {
namespace {

using Pieces = std::span<const std::string_view>;

/// Compares two texts, each of which is in pieces.
int compare(Pieces left, Pieces right) {
    std::string_view a, b;
    while (true) {
        for (; a.empty() && !left.empty(); left = left.subspan(1)) a = left.front();
        for (; b.empty() && !right.empty(); right = right.subspan(1)) b = right.front();
        if (a.empty() || b.empty()) return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
        const std::size_t length = std::min(a.size(), b.size());
        if (const int order = a.substr(0, length).compare(b.substr(0, length)); order != 0) return order;
        a.remove_prefix(length);
        b.remove_prefix(length);
    }
}

}  // namespace

Key::Key(const Audit& audit, const Obligation& obligation) {
    const Names& names = audit.job->names;
    switch (obligation.key) {
        case KeyKind::period: pieces_[0] = audit.periods[obligation.period].label; break;
        case KeyKind::record: pieces_[0] = names.text(audit.job->log.at(obligation.record).id); break;
        case KeyKind::start: pieces_[0] = "start"; break;
        case KeyKind::once: pieces_[0] = "once"; break;
        case KeyKind::window: pieces_[0] = "window"; break;
        case KeyKind::day: pieces_[0] = day_ = to_string(obligation.opens.value()); break;
    }
    if (obligation.member == Name::none) return;
    pieces_[1] = "/";
    pieces_[2] = names.text(obligation.member);
}

std::string Key::text() const {
    std::string text;
    for (const std::string_view piece : pieces_) text += piece;
    return text;
}

int Key::compare(const Key& other) const { return concordat::compare(pieces_, other.pieces_); }

int Key::compare(std::string_view text) const { return concordat::compare(pieces_, {&text, 1}); }

int compare_keys(const Audit& audit, const Obligation& left, const Obligation& right) {
    const auto is_id = [](const Obligation& at) { return at.key == KeyKind::record && at.member == Name::none; };
    if (is_id(left) && is_id(right) && left.record != right.record) {
        const Timeline& timeline = audit.job->timeline;
        if (timeline.date(left.record) == timeline.date(right.record))  // then the timeline has them in the order of their ids
            return timeline.rank(left.record) < timeline.rank(right.record) ? -1 : 1;
    }
    return Key(audit, left).compare(Key(audit, right));
}

}  // namespace concordat
