#include "engine/predecessor.hpp"

#include <algorithm>
#include <map>
#include <queue>

#include "timeline/sort_by_number.hpp"

namespace concordat {

namespace {

/// What a record is about: its subject, else its document, else its topics, sorted. Empty: it has none.
void subject_of(const Log& log, const Record& record, std::vector<Name>& subject) {
    subject.clear();
    for (Part part : {Part::subject, Part::document})
        if (const Name name = log.name(record, part); name != Name::none) return subject.push_back(name);
    const auto about = log.words(record, Part::about);
    subject.assign(about.begin(), about.end());
    std::sort(subject.begin(), subject.end());
}

/// A record and the days that it may have happened on; none before anything is seen.
struct Seen {
    DayRange date{};
    RecordIndex record = RecordIndex::none;
};

Seen later_of(Seen a, Seen b) {
    if (a.record == RecordIndex::none || b.record == RecordIndex::none) return a.record == RecordIndex::none ? b : a;
    return std::pair(a.date.last, a.date.first) < std::pair(b.date.last, b.date.first) ? b : a;
}

/// The latest date seen so far for each edition, asked for all editions below a given one.
class LatestByEdition {
public:
    explicit LatestByEdition(std::size_t editions) : tree_(editions + 1) {}

    void see(std::size_t edition, Seen seen) {
        for (std::size_t i = edition + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] = later_of(tree_[i], seen);
    }
    Seen latest_below(std::size_t edition) const {
        Seen result;
        for (std::size_t i = edition; i > 0; i -= i & (~i + 1)) result = later_of(result, tree_[i]);
        return result;
    }

private:
    std::vector<Seen> tree_;  // prefix maxima, as in a Fenwick tree
};

/// Goes through the guarded records of one subject in order.
class Subject {
public:
    Subject(const std::vector<Found>& guarded, std::span<const std::size_t> places, const RuleJob& job)
        : guarded_(guarded), places_(places), job_(job), by_edition_(sort_editions()) {}

    void run(std::vector<RecordIndex>& previous) {
        // A record is a predecessor only of those that begin after it has ended; until then it waits.
        const auto later = [&](std::size_t a, std::size_t b) { return last_day(a) > last_day(b); };
        std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> waiting(later);
        for (std::size_t place : places_) {
            while (!waiting.empty() && last_day(waiting.top()) < date(place).first) {
                see(waiting.top());
                waiting.pop();
            }
            const std::optional<std::string_view> earliest = label_of(place, false);
            previous[place] = (earliest ? later_of(unstated_, by_edition_.latest_below(editions_.at(*earliest))) : any_).record;
            if (guarded_[place].sure) waiting.push(place);
        }
    }

private:
    DayRange date(std::size_t place) const { return job_.job.timeline.date(guarded_[place].record); }
    Day last_day(std::size_t place) const { return date(place).last; }

    /// The latest or the earliest edition that a record states; none if it states none.
    std::optional<std::string_view> label_of(std::size_t place, bool latest) const {
        const Log& log = job_.job.log;
        std::optional<std::string_view> best;
        for (Name edition : log.words(log.at(guarded_[place].record), Part::covering))
            if (const std::string_view text = job_.job.names.text(edition); !best || (latest ? *best < text : text < *best))
                best = text;
        return best;
    }

    std::size_t sort_editions() {
        for (std::size_t place : places_)
            for (const bool latest : {false, true})
                if (const auto label = label_of(place, latest)) editions_.try_emplace(*label, 0);
        std::size_t next = 0;
        for (auto& [label, order] : editions_) order = next++;
        return next;
    }

    void see(std::size_t place) {
        const Seen seen{date(place), guarded_[place].record};
        any_ = later_of(any_, seen);
        if (const auto latest = label_of(place, true))
            by_edition_.see(editions_.at(*latest), seen);
        else
            unstated_ = later_of(unstated_, seen);
    }

    const std::vector<Found>& guarded_;
    std::span<const std::size_t> places_;
    const RuleJob& job_;
    std::map<std::string_view, std::size_t> editions_;
    LatestByEdition by_edition_;
    Seen any_, unstated_;
};

}  // namespace

std::vector<RecordIndex> predecessors(const std::vector<Found>& guarded, const RuleJob& job) {
    const Log& log = job.job.log;
    std::vector<RecordIndex> previous(guarded.size(), RecordIndex::none);
    std::vector<std::pair<Name, std::uint32_t>> by_name;  // of one name, as nearly all are
    std::map<std::vector<Name>, std::vector<std::size_t>> by_names;
    std::vector<Name> subject;
    for (std::size_t i = 0; i < guarded.size(); ++i) {
        subject_of(log, log.at(guarded[i].record), subject);
        if (subject.size() == 1) by_name.emplace_back(subject.front(), static_cast<std::uint32_t>(i));
        if (subject.size() > 1) by_names[subject].push_back(i);
    }
    sort_by_number(by_name, [](const auto& one) { return static_cast<std::uint32_t>(one.first); });
    std::vector<std::size_t> places;
    for (auto first = by_name.begin(), last = first; first != by_name.end(); first = last) {
        places.clear();
        for (; last != by_name.end() && last->first == first->first; ++last) places.push_back(last->second);
        if (places.size() > 1) Subject(guarded, places, job).run(previous);
    }
    for (const auto& [names, own] : by_names) Subject(guarded, own, job).run(previous);
    return previous;
}

}  // namespace concordat
