#include "engine/telling.hpp"

namespace concordat {

Binding Telling::binding() const {
    return {.member = obligation.member,
            .period = obligation.key == KeyKind::period ? &audit.periods[obligation.period] : nullptr,
            .record = obligation.key == KeyKind::record && !std::holds_alternative<AtLeastEvery>(rule().form)
                          ? obligation.record
                          : RecordIndex::none};
}

const Pattern* Telling::expect() const {
    struct Expect {
        const Pattern* operator()(const Every& form) const { return &form.expect; }
        const Pattern* operator()(const AtLeastEvery& form) const { return &form.expect; }
        const Pattern* operator()(const Once& form) const { return &form.expect; }
        const Pattern* operator()(const After& form) const { return &form.expect; }
        const Pattern* operator()(const Before& form) const { return &form.expect; }
        const Pattern* operator()(const Each&) const { return nullptr; }
        const Pattern* operator()(const Never&) const { return nullptr; }
        const Pattern* operator()(const Throughout&) const { return nullptr; }
        const Pattern* operator()(const May&) const { return nullptr; }
        const Pattern* operator()(const Attest&) const { return nullptr; }
    };
    return std::visit(Expect{}, rule().form);
}

std::span<const Witness> Telling::witnesses() const {
    return std::span(audit.witnesses).subspan(obligation.witnesses, obligation.witness_count);
}

std::string_view Telling::id_of(RecordIndex record) const { return job.job.names.text(job.job.log.at(record).id); }

std::string Telling::date_of(RecordIndex record) const { return to_string(job.job.log.at(record).date()); }

std::string_view Telling::act_of(RecordIndex record) const { return job.job.names.text(job.job.log.at(record).act); }

std::string_view Telling::call(Name name) const { return job.job.log.directory.display(name, job.job.names); }

Sighting Telling::sighting(RecordIndex record, std::string why) const {
    const Record& at = job.job.log.at(record);
    return {.id = std::string{id_of(record)},
            .date = to_string(at.date()),
            .file = at.file,
            .line = at.line,
            .late = false,
            .why = std::move(why)};
}

std::string text_of(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts) size += part.size();
    std::string text;
    text.reserve(size);
    for (const std::string_view part : parts) text += part;
    return text;
}

std::string join(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    add_joined(text, words, last, [](const std::string& word) { return std::string_view(word); });
    return text;
}

}  // namespace concordat
