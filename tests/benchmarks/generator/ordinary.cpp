#include "generator/ordinary.hpp"

#include <cstdio>
#include <string_view>
#include <vector>

#include "generator/days.hpp"
#include "generator/dice.hpp"
#include "generator/words.hpp"

namespace bench {
namespace {

enum class Kind { report, mailing, consultation, plan, meeting, consideration, request, answer };

/// A record to come. `re` is the number of the record that it answers; `matter` tells one plan from another.
struct Event {
    Kind kind;
    std::size_t board;
    std::size_t topic;
    std::size_t re = 0;
    std::size_t matter = 0;
};

class World {
public:
    World(const Ordinary& wanted, Sink& sink) : wanted_(wanted), sink_(sink), days_(ten_years()), due_(days_.count()) {}

    void run() {
        sink_.head({{"log", "Ten boards, " + std::to_string(wanted_.records) + " records"},
                    {"protocol", "two-rules"},
                    {"covers", Mapping{{"from", days_[0]}, {"to", days_.last()}}}});
        for (today_ = 0; today_ < days_.count(); ++today_) {
            const std::size_t quota = wanted_.records * (today_ + 1) / days_.count();
            for (std::size_t i = 0; written_ < wanted_.records && (i < due_[today_].size() || written_ < quota);)
                happen(i < due_[today_].size() ? due_[today_][i++] : something_new());
            due_[today_] = {};
        }
        sink_.end();
    }

private:
    Event something_new() {
        const Event event{.kind = Kind::meeting, .board = dice_.below(boards.size()), .topic = dice_.below(topics.size())};
        const std::size_t share = dice_.below(100);
        if (share < 27) return with(event, Kind::report);
        if (share < 41)
            return dice_.once_in_thousand(5) ? matter_of(with(event, Kind::plan)) : matter_of(with(event, Kind::consultation));
        if (share < 69) return event;
        if (share < 88) return with(event, Kind::consideration);
        return with(event, Kind::request);
    }

    static Event with(Event event, Kind kind) {
        event.kind = kind;
        return event;
    }
    Event matter_of(Event event) {
        event.matter = ++matters_;
        return event;
    }

    /// Writes the record and plans what follows from it. What would follow after the last day never happens.
    void happen(Event event) {  // a copy: what follows may move the list that it is in
        const std::size_t number = ++written_;
        write(event, number);
        Event next = event;
        next.re = number;
        if (event.kind == Kind::report) {
            const std::size_t luck = dice_.below(1000);
            if (luck < 10) return;
            follow(with(next, Kind::mailing), luck < 20 ? dice_.between(31, 90) : dice_.between(0, 30));
        } else if (event.kind == Kind::consultation) {
            follow(with(next, Kind::plan), dice_.once_in_thousand(5) ? dice_.between(366, 500) : dice_.between(20, 340));
        } else if (event.kind == Kind::request) {
            follow(with(next, Kind::answer), dice_.between(1, 60));
        }
    }

    void follow(const Event& event, int after) {
        const std::size_t day = today_ + static_cast<std::size_t>(after);
        if (day < due_.size()) due_[day].push_back(event);
    }

    void write(const Event& event, std::size_t number) {
        const std::string board(boards[event.board]);
        const std::string topic(topics[event.topic]);
        const std::string other(boards[(event.board + 1 + event.topic % (boards.size() - 1)) % boards.size()]);
        const auto begin = [&](const char* act) {
            return Mapping{{"id", wanted_.id(number)}, {"date", wanted_.on_one_day ? days_[2000] : days_[today_]}, {"act", act}};
        };
        const auto end = [&](Mapping record, Mapping rest) {
            for (auto& field : rest) record.push_back(std::move(field));
            sink_.record(record);
        };
        switch (event.kind) {
            case Kind::report:
                return end(begin("published"), {{"by", board},
                                                {"document", "report"},
                                                {"about", topic},
                                                {"evidence", "reports/" + topic + "-" + std::to_string(number) + ".pdf"}});
            case Kind::mailing:
                return end(
                    begin("sent"),
                    {{"by", board}, {"to", "hwb-chair"}, {"document", "report"}, {"about", topic}, {"re", wanted_.id(event.re)}});
            case Kind::consultation:
                return end(begin("consulted"),
                           {{"by", board}, {"to", other}, {"document", "plan"}, {"about", topic}, {"subject", subject(event)}});
            case Kind::plan:
                return end(begin("published"),
                           {{"by", board}, {"document", "plan"}, {"about", topic}, {"subject", subject(event)}});
            case Kind::meeting:
                return end(begin("meeting"), {{"of", board}, {"present", present(event.board)}, {"about", topic}});
            case Kind::consideration:
                return end(begin("considered"), {{"by", board},
                                                 {"document", "report"},
                                                 {"about", topic},
                                                 {"evidence", "minutes/" + board + "/" + days_[today_] + ".pdf"}});
            case Kind::request: return end(begin("requested"), {{"by", board + "-chair"}, {"to", other}, {"about", topic}});
            case Kind::answer:
                return end(begin("responded"),
                           {{"by", other}, {"to", board + "-chair"}, {"about", topic}, {"re", wanted_.id(event.re)}});
        }
    }

    static std::string subject(const Event& event) { return "plan " + std::to_string(event.matter); }

    List present(std::size_t board) {
        List list{std::string(boards[board]) + "-chair"};
        const std::size_t step = 1 + dice_.below(4);
        for (std::size_t guest = 1; guest <= 2; ++guest)
            list.emplace_back(std::string(boards[(board + guest * step) % boards.size()]) + "-chair");
        return list;
    }

    const Ordinary& wanted_;
    Sink& sink_;
    Days days_;
    std::vector<std::vector<Event>> due_;  // by day
    std::size_t today_ = 0;
    std::size_t written_ = 0;
    std::size_t matters_ = 0;
    Dice dice_{20140620};
};

}  // namespace

std::string plain_id(std::size_t number) {
    char text[24];
    std::snprintf(text, sizeof text, "r%06zu", number);
    return text;
}

void write_ordinary(const Ordinary& wanted, Sink& sink) { World(wanted, sink).run(); }

}  // namespace bench
