#include "generator/bad_cases.hpp"

#include <string>

#include "generator/colliding.hpp"
#include "generator/days.hpp"
#include "generator/ordinary.hpp"

namespace bench {
namespace {

constexpr std::size_t some_day = 2000;

Mapping head(std::string_view name, std::string_view protocol, const Days& days) {
    return {{"log", name}, {"protocol", protocol}, {"covers", Mapping{{"from", days[0]}, {"to", days.last()}}}};
}

Mapping published(std::size_t number, const std::string& date) {
    return {{"id", plain_id(number)}, {"date", date}, {"act", "published"}, {"by", "lscb"}, {"document", "report"}};
}

Mapping sent(std::size_t number, const std::string& date, std::string_view to) {
    return {{"id", plain_id(number)}, {"date", date}, {"act", "sent"}, {"by", "lscb"}, {"to", to}, {"document", "report"}};
}

/// The ordinary log, but all of it happened on one day.
void one_day(std::size_t size, Sink& sink) { write_ordinary({.records = size, .on_one_day = true}, sink); }

void ordinary_with(const std::vector<std::string>& ids, Sink& sink) {
    write_ordinary({.records = ids.size(), .id = [&](std::size_t number) { return ids[number - 1]; }}, sink);
}

/// The ordinary log, with ids of one hash.
void same_std_hash(std::size_t size, Sink& sink) { ordinary_with(meet_in_std_hash(size), sink); }
void same_name_hash(std::size_t size, Sink& sink) { ordinary_with(meet_in_names(size), sink); }

/// Reports over ten years, and not one is sent.
void unanswered(std::size_t size, Sink& sink) {
    const Days days = ten_years();
    sink.head(head("Nothing is answered", "two-rules", days));
    for (std::size_t i = 0; i < size; ++i) sink.record(published(i + 1, days[i * (days.count() - 31) / size]));
    sink.end();
}

Mapping with_edition(Mapping record, std::string_view edition) {
    record.emplace_back("covering", edition);
    return record;
}

/// Reports of one edition over 30 days, and one mailing on the last of them; a report of another edition has none
/// (protocols/bad-cases.yaml).
void one_answer(std::size_t size, Sink& sink) {
    const Days days = ten_years();
    sink.head(head("One answer for all", "bad-cases", days));
    for (std::size_t i = 0; i < size; ++i) sink.record(with_edition(published(i + 1, days[some_day + i * 30 / size]), "2014-15"));
    sink.record(with_edition(sent(size + 1, days[some_day + 30], "hwb-chair"), "2014-15"));
    sink.record(with_edition(published(size + 2, days[some_day + 30]), "2015-16"));
    sink.end();
}

/// One report, and mailings of it inside its 30 days to everybody but the chair of the HWB.
void near_misses(std::size_t size, Sink& sink) {
    const Days days = ten_years();
    sink.head(head("Near misses", "two-rules", days));
    sink.record(published(1, days[some_day]));
    for (std::size_t i = 0; i < size; ++i) {
        Mapping record = sent(i + 2, days[some_day + i * 31 / size], i % 2 ? "ssab-chair" : "cpb-chair");
        record.emplace_back("re", plain_id(1));
        sink.record(record);
    }
    sink.end();
}

/// `size` names of the log's own, and the keys under which they stand, which have to outlive them.
const std::vector<std::string>& people(std::size_t size) {
    static std::vector<std::string> ids;
    ids.clear();
    for (std::size_t i = 0; i < size; ++i) ids.push_back("guest-" + std::to_string(i + 1));
    return ids;
}

Mapping roles(const std::vector<std::string>& ids) {
    Mapping declared;
    for (const std::string& id : ids) declared.emplace_back(id, Mapping{{"name", "Guest " + id.substr(6)}});
    return declared;
}

/// One meeting of the HWB with everybody there but whom the rule asks for (protocols/bad-cases.yaml).
void one_meeting(std::size_t size, Sink& sink) {
    const Days days = ten_years();
    const std::vector<std::string>& ids = people(size);
    Mapping top = head("A great meeting", "bad-cases", days);
    top.emplace_back("roles", roles(ids));
    sink.head(top);
    sink.record({{"id", "great"},
                 {"date", days[some_day]},
                 {"act", "meeting"},
                 {"of", "hwb"},
                 {"present", List(ids.begin(), ids.end())}});
    sink.end();
}

/// Half of the facts are seats of as many guests on the HWB; the others say in turn who held one of two chairs for some months,
/// of which two are the same person's (protocols/bad-cases.yaml).
void standing(std::size_t size, Sink& sink) {
    const Days days = ten_years();
    const std::vector<std::string>& ids = people(size / 2);
    List facts;
    for (std::size_t i = 0; i < ids.size(); ++i)
        facts.emplace_back(
            Mapping{{"role", i ? ids[i] : "lscb-chair"}, {"of", "hwb"}, {"as", "member"}, {"from", days[i % 1000]}});
    const std::size_t terms = size - ids.size();
    for (std::size_t i = 0; i < terms; ++i) {
        const std::size_t from = i / 2 * (days.count() - 100) / (terms / 2 + 1);
        const std::string person = i == 100 || i == 101 ? "The same person" : "Person " + std::to_string(i);
        facts.emplace_back(Mapping{
            {"role", i % 2 ? "lscb-chair" : "hwb-chair"}, {"held-by", person}, {"from", days[from]}, {"to", days[from + 99]}});
    }
    Mapping top = head("Many facts", "bad-cases", days);
    top.emplace_back("roles", roles(ids));
    top.emplace_back("standing", std::move(facts));
    sink.head(top);
    sink.record(published(1, days[some_day]));
    sink.end();
}

}  // namespace

const std::vector<BadCase>& bad_cases() {
    static const std::vector<BadCase> cases = {{"one-day", one_day},
                                               {"unanswered", unanswered},
                                               {"one-answer", one_answer},
                                               {"near-misses", near_misses},
                                               {"one-meeting", one_meeting},
                                               {"standing", standing},
                                               {"same-std-hash", same_std_hash},
                                               {"same-name-hash", same_name_hash}};
    return cases;
}

}  // namespace bench
