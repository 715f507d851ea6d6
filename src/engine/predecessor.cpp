#include "engine/predecessor.hpp"

#include <algorithm>
#include <map>
#include <queue>

namespace concordat {

namespace {

/// What a record is about: its subject, else its document, else its topics. Empty: it has none.
std::vector<Name> subject_of(const Log& log, const Record& record) {
    if (record.subject != Name::none) return {record.subject};
    if (record.document != Name::none) return {record.document};
    const auto about = log.words_of(record.about);
    std::vector<Name> topics(about.begin(), about.end());
    std::sort(topics.begin(), topics.end());
    return topics;
}

/// The latest day seen so far for each edition, asked for all editions below a given one.
class LatestByEdition {
public:
    explicit LatestByEdition(std::size_t editions) : tree_(editions + 1) {}

    void see(std::size_t edition, Day day) {
        for (std::size_t i = edition + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] = std::max(tree_[i], std::optional(day));
    }
    std::optional<Day> latest_below(std::size_t edition) const {
        std::optional<Day> result;
        for (std::size_t i = edition; i > 0; i -= i & (~i + 1)) result = std::max(result, tree_[i]);
        return result;
    }

private:
    std::vector<std::optional<Day>> tree_;  // prefix maxima, as in a Fenwick tree
};

/// Goes through the guarded records of one subject in order.
class Subject {
public:
    Subject(const std::vector<Found>& guarded, const std::vector<std::size_t>& places, const RuleJob& job)
        : guarded_(guarded), places_(places), job_(job), by_edition_(sort_editions()) {}

    void run(std::vector<std::optional<Day>>& previous) {
        // A record is a predecessor only of those that begin after it has ended; until then it waits.
        const auto later = [&](std::size_t a, std::size_t b) { return last_day(a) > last_day(b); };
        std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> waiting(later);
        for (std::size_t place : places_) {
            while (!waiting.empty() && last_day(waiting.top()) < date(place).first) {
                see(waiting.top());
                waiting.pop();
            }
            const auto edition = edition_of(place);
            previous[place] = edition ? std::max(unstated_, by_edition_.latest_below(*edition)) : any_;
            if (guarded_[place].sure) waiting.push(place);
        }
    }

private:
    DayRange date(std::size_t place) const { return job_.job.timeline.date(guarded_[place].record); }
    Day last_day(std::size_t place) const { return date(place).last; }

    const std::string* label_of(std::size_t place) const {
        const Log& log = job_.job.log;
        const std::string* latest = nullptr;
        for (Name edition : log.words_of(log.at(guarded_[place].record).covering))
            if (const std::string& text = job_.job.names.text(edition); !latest || *latest < text) latest = &text;
        return latest;
    }

    std::size_t sort_editions() {
        for (std::size_t place : places_)
            if (const std::string* label = label_of(place)) editions_.try_emplace(*label, 0);
        std::size_t next = 0;
        for (auto& [label, order] : editions_) order = next++;
        return next;
    }

    std::optional<std::size_t> edition_of(std::size_t place) const {
        const std::string* label = label_of(place);
        if (!label) return std::nullopt;
        return editions_.at(*label);
    }

    void see(std::size_t place) {
        const std::optional<Day> day = last_day(place);
        any_ = std::max(any_, day);
        if (const auto edition = edition_of(place))
            by_edition_.see(*edition, *day);
        else
            unstated_ = std::max(unstated_, day);
    }

    const std::vector<Found>& guarded_;
    const std::vector<std::size_t>& places_;
    const RuleJob& job_;
    std::map<std::string, std::size_t> editions_;
    LatestByEdition by_edition_;
    std::optional<Day> any_, unstated_;
};

}  // namespace

std::vector<std::optional<Day>> predecessors(const std::vector<Found>& guarded, const RuleJob& job) {
    std::vector<std::optional<Day>> previous(guarded.size());
    std::map<std::vector<Name>, std::vector<std::size_t>> subjects;
    for (std::size_t i = 0; i < guarded.size(); ++i) {
        std::vector<Name> subject = subject_of(job.job.log, job.job.log.at(guarded[i].record));
        if (!subject.empty()) subjects[std::move(subject)].push_back(i);
    }
    for (const auto& [subject, places] : subjects) Subject(guarded, places, job).run(previous);
    return previous;
}

}  // namespace concordat
