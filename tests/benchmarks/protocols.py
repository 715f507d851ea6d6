"""Protocols made out of others: many rules from the words of two-rules.yaml, two rules out of Suffolk's."""

import itertools
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TWO_RULES = ROOT / "tests/benchmarks/protocols/two-rules.yaml"
BAD_CASES = ROOT / "tests/benchmarks/protocols/bad-cases.yaml"

MOST_RULES = 1000  # ten boards, fifty topics, two rules of each

PAIR = """\
  - clause: {clause}
    says: What {board} publishes on {topic} is sent on or was consulted on.
    rules:
      - rule: report-sent-{clause}
        title: Each report of {board} on {topic} is sent to the chair of the HWB within 30 days
        after: {{act: published, by: {board}, document: report, about: {topic}}}
        expect: {{act: sent, by: {board}, to: hwb-chair, document: report, re: $id}}
        within: 30 days
      - rule: plan-consulted-{clause}
        title: Each plan of {board} on {topic} was consulted on within the 365 days before
        before: {{act: published, by: {board}, document: plan, about: {topic}}}
        expect: {{act: consulted, by: {board}, document: plan, subject: $subject}}
        within: 365 days
"""


def many_rules(count):
    """The two rules for one board and one topic each, so that 1 000 rules ask of the ordinary log what the two ask, and 10 a
    hundredth of that."""
    head = TWO_RULES.read_text().split("\nclauses:\n")[0]
    boards = ids_of(head, "bodies")
    topics = ids_of(head, "topics")
    assert 2 * len(boards) * len(topics) == MOST_RULES and count % 2 == 0 and count <= MOST_RULES
    pairs = itertools.islice(itertools.product(topics, boards), count // 2)
    clauses = [PAIR.format(clause=number, board=board, topic=topic) for number, (topic, board) in enumerate(pairs, 1)]
    return head + "\nclauses:\n" + "".join(clauses)


def ids_of(head, section):
    body = re.search(rf"^{section}:\n((?:  .*\n?)*)", head, re.MULTILINE)[1]
    return re.findall(r"^  ([\w-]+):", body, re.MULTILINE)


def two_of_suffolk():
    """Suffolk's protocol with two rules that look at records. Those which the log itself names stay too, because it would otherwise be
    refused: attestations and states. They make a few dozen obligations, however long the log."""
    head, rest = (ROOT / "protocols/suffolk.yaml").read_text().split("\nclauses:\n")
    kept = []
    for block in re.findall(r"^      - rule: .*\n(?:        .*\n|\n)*", rest, re.MULTILINE):
        if re.search(r"^        (attest|throughout): |rule: (ctjcg-acts-on-lscb-report|cypp-lscb-consulted)$", block, re.MULTILINE):
            kept.append(block)
    clauses = [f"  - clause: {number}\n    says: See suffolk.yaml.\n    rules:\n{block}" for number, block in enumerate(kept, 1)]
    return head + "\nclauses:\n" + "".join(clauses)
