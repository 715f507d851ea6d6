#pragma once
// What is known of an edition and of a place while their file is still being read: keys come in any order, so rules are numbered
// as they are first named, and what is missing shows only at the end. Whatever does not fit is thrown as Unfit, once, and caught
// where the file is read.

#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/rollup.hpp"

namespace concordat {

/// What is wrong with the file, to stand behind "this is no result: ".
struct Unfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Of one place or one finding, still to come or already read.
struct PlaceDraft {
    std::optional<std::string> log, as_of, tool;
    std::vector<Input> inputs{};
    std::vector<Counts> counts{};  // by the draft's number of the rule
    std::array<std::optional<std::uint32_t>, verdict_names.size()> totals{};
    std::optional<std::uint32_t> outstanding{};

    void count(std::size_t rule, std::size_t verdict, std::uint32_t times);
    /// As it is once all of it is read.
    Place finish(std::uint32_t file);
};

struct EditionDraft {
    std::optional<std::string> protocol, sha256;
    std::vector<RolledRule> rules{};  // those listed
    std::map<std::string, Place> places{};

    /// The number of a rule that is named, whether it was listed yet or not.
    std::size_t number_of(const std::string& rule);
    void set_also(std::size_t number, std::vector<std::string> also);
    void add_place(PlaceDraft place, std::uint32_t file);
    /// With the counts in the order in which the rules are listed.
    void finish(Rollup& rollup);

private:
    std::vector<std::size_t> numbers_as_listed();

    std::unordered_map<std::string, std::size_t> numbers_{};
    std::vector<std::vector<std::string>> also_{};  // by number
};

}  // namespace concordat
