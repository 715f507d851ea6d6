#pragma once
// The nearest misses: up to three records that came close to what was wanted, each with the one thing that failed. First those of
// the same act inside the window with one other field wrong; then those that are right but lie outside it, the last before and
// the first after; then those about the same document by another act, unless it is the act that called for it. Nearest in days
// first. At most so many records are looked at for each finding as the limit here says, the nearest ones, so that a hundred
// thousand near misses do not slow an audit down.

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/telling.hpp"
#include "timeline/value_index.hpp"

namespace concordat {

inline constexpr std::size_t nearest_shown = 3;
inline constexpr std::size_t nearest_examined = 200;

/// Which obligation of one rule a record already serves. Several threads may ask; what they ask of is made for the first.
class Served {
public:
    /// `own`: the obligations of the rule.
    Served(const Audit& audit, std::span<const Obligation> own) : audit_(audit), own_(own) {}

    /// "; it serves ID"; nothing if it serves none, or this one.
    std::string tell(RecordIndex record, const Obligation& other_than) const;

private:
    const Audit& audit_;
    std::span<const Obligation> own_;
    mutable std::once_flag once_;
    mutable IndexBy<RecordIndex, std::uint32_t> by_record_;  // indexes into `own`
};

class Nearest {
public:
    explicit Nearest(const Served& served) : served_(served) {}

    std::vector<Sighting> misses(const Telling& telling);

    /// How many records were looked at in all. For tests.
    std::uint64_t looked_at() const { return looked_at_; }

private:
    const Served& served_;
    std::optional<Binder> expect_;  // made for the first obligation that asks
    std::uint64_t looked_at_ = 0;
};

}  // namespace concordat
