#pragma once
// The nearest misses: up to three records that came close to what was wanted, each with the one thing that failed. First those of
// the same act inside the window with one other field wrong; then those that are right but lie outside it, the last before and
// the first after; then those about the same document by another act, unless it is the act that called for it. Nearest in days
// first. At most so many records are looked at for each finding as the limit here says, the nearest ones, so that a hundred
// thousand near misses do not slow an audit down.

#include "engine/telling.hpp"
#include "timeline/value_index.hpp"

namespace concordat {

inline constexpr std::size_t nearest_shown = 3;
inline constexpr std::size_t nearest_examined = 200;

/// Knows, for one rule, which obligation a record already serves.
class Nearest {
public:
    /// `own`: the obligations of one rule.
    Nearest(const Audit& audit, std::span<const Obligation> own);

    std::vector<Sighting> misses(const Telling& telling);

    /// How many records were looked at in all. For tests.
    std::uint64_t looked_at() const { return looked_at_; }

private:
    void find_served();
    std::string serves(RecordIndex record, const Obligation& other_than);

    const Audit& audit_;
    std::span<const Obligation> own_;
    std::optional<Binder> expect_;                               // made for the first obligation that asks
    std::optional<IndexBy<RecordIndex, std::uint32_t>> served_;  // likewise: by record, indexes into `own`
    std::uint64_t looked_at_ = 0;
};

}  // namespace concordat
