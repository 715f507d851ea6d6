#pragma once
// A rollup as bytes, one function a format. All of them put first what a reader must not miss: places where nothing could be
// decided, then what is broken and where. Equal rollups give equal bytes.

#include <string>

#include "report/rollup_tally.hpp"

namespace concordat {

std::string rollup_text(const RollupTally& tally, std::size_t width);
/// `version` is that of this program. What it writes, `read_rollup` reads.
std::string rollup_json(const RollupTally& tally, const std::string& version);
std::string rollup_html(const RollupTally& tally);

}  // namespace concordat
