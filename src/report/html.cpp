#include "report/html.hpp"

#include "report/html_parts.hpp"
#include "report/html_style.hpp"

namespace concordat {
namespace {

/// Links to the sections, behind the head of the page.
void add_contents(Element page) {
    Element contents = page.insert_child_after("nav", page.child("header"));
    set(contents, "aria-label", "On this page");
    Element list = add(contents, "ul");
    for (Element section : page.children("section")) {
        const Element heading = section.child("h2");
        add_link(add(list, "li"), heading.attribute("id").value(), heading.text().get());
    }
}

}  // namespace

std::string html(const Report& report) {
    const Listing listing = make_listing(report);
    pugi::xml_document document;
    Element page = document.append_child("main");
    add_head(page, report);
    add_totals(page, report);
    add_violations(page, report, listing);
    add_matrix(page, report, listing);
    add_timeline(page, report, listing);
    add_findings(page, report, listing);
    add_readings(page, report);
    add_waivers(page, report);
    add_powers(page, report);
    add_unchecked(page, report);
    add_assumptions(page, report, listing);
    add_inputs(page, report);
    add_contents(page);
    Element title = add(document, "title", "", report.log_title + ": compliance report");

    std::string bytes = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    bytes += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    bytes += "<meta name=\"color-scheme\" content=\"light\">\n";
    bytes += written_as_html(title);
    bytes.append("<style>\n").append(html_style).append("</style>\n</head>\n<body>\n").append(html_signs);
    bytes += written_as_html(page);
    return bytes + "</body>\n</html>\n";
}

}  // namespace concordat
