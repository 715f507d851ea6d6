#pragma once
// The key of an obligation, `2014-15/hwb-chair`, in the pieces that it is put together from: keys are compared far more often
// than they are read, so a comparison writes none of them out.

#include <array>
#include <string>
#include <string_view>

#include "engine/audit.hpp"

namespace concordat {

class Key {
public:
    /// Both must outlive it.
    Key(const Audit& audit, const Obligation& obligation);
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;

    std::string text() const;
    /// Less than, equal to or greater than 0, as with the texts.
    int compare(const Key& other) const;
    int compare(std::string_view text) const;

private:
    std::string day_;  // of KeyKind::day
    std::array<std::string_view, 3> pieces_;
};

/// As the texts of their keys compare.
int compare_keys(const Audit& audit, const Obligation& left, const Obligation& right);

}  // namespace concordat
