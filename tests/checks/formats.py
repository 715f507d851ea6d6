#!/usr/bin/env python3
"""Fails unless the same records come out the same however they are written: YAML, JSON, JSON lines, CSV, each plain and gzipped,
small and so large that they are streamed by several threads; the same verdicts, and the same diagnostics, of the same records. In each
file, a record stands on a line by itself.

    tests/checks/formats.py PROGRAM
"""

import csv
import gzip
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PROTOCOL = """\
protocol: small
title: Small protocol
in-force: {from: 2014-04-01}
bodies:
  board: {name: The Board, chair: board-chair}
  trust: {name: The Trust}
roles:
  board-chair: {name: Chair of the Board, of: board}
clauses:
  - clause: 1
    says: What is asked is answered within a week.
    rules:
      - rule: asked
        title: What is asked is answered within a week
        after: {act: requested, by: board}
        within: 1 week
        expect: {act: responded, re: $id}
  - clause: 2
    says: The chair is at every meeting.
    rules:
      - rule: chair-attends
        title: The chair is at every meeting
        each: {act: meeting, of: board}
        has: {present: board-chair}
"""
HEAD = {"log": "Small log", "protocol": "small", "covers": {"from": "2014-04-01", "to": "2014-12-31"}}


def records(count):
    """Requests, answers in time, late and not at all, and meetings."""
    result = []
    for i in range(count):
        month = 4 + i % 8
        result.append({"id": f"q{i}", "date": f"2014-{month:02}-03", "act": "requested", "by": ["board", "trust"], "to": "trust",
                       "note": 'one, "two"; é'})
        if i % 5:
            result.append({"id": f"a{i}", "date": f"2014-{month:02}-{8 + i % 4:02}", "act": "responded", "re": f"q{i}"})
        if i % 7 == 0:
            result.append({"id": f"m{i}", "date": f"2014-{month:02}-20", "act": "meeting", "of": "board",
                           "present": ["board-chair"] if i % 2 else ["trust"]})
    return result


def as_json(log):
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in log)
    return {"log.json": json.dumps(HEAD)[:-1] + ', "records": [\n' + lines + "]}\n"}


def as_json_lines(log):
    return {"log.jsonl": "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [HEAD, *log])}


def as_yaml(log):
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in HEAD.items())
    return {"log.yaml": head + "records:\n" + "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in log)}


def as_table(log):
    table = io.StringIO()
    writer = csv.DictWriter(table, ["id", "date", "act", "by", "to", "of", "present", "re", "note"])
    writer.writeheader()
    for line in log:
        writer.writerow({key: "; ".join(value) if isinstance(value, list) else value for key, value in line.items()})
    return {"log.csv": table.getvalue(), "head.yaml": "".join(f"{key}: {json.dumps(value)}\n" for key, value in HEAD.items())}


def compressed(files):
    return {name: text for name, text in files.items() if name == "head.yaml"} | {
        name + ".gz": gzip.compress(text.encode()) for name, text in files.items() if name != "head.yaml"}


# Each beside good ones: what a row has no room for, and what no record may be. `\u00e9` is written as an escape, too.
ODD = [{"id": ["x"]}, {"id": ""}, {"id": "x y"}, {"id": None}, {"id": 7}, {"id": {"x": "y"}}, {"date": "2014-13-01"}, {"date": "2014-06"},
       {"date": ["2014-06-01"]}, {"date": " 2014-06-01"}, {"act": "flown"}, {"act": []}, {"act": "$act"}, {"by": []}, {"by": ["board", ""]},
       {"by": ["board", ["trust"]]}, {"by": "board "}, {"by": "$by"}, {"by": "board-chair"}, {"by": {"role": "board-chair", "delegate": "Ann"}},
       {"by": [{"role": "board-chair"}]}, {"to": "nobody"}, {"re": ["q1"]}, {"re": "q1"}, {"re": "q999"}, {"re": "last"}, {"re": ""},
       {"subject": "a plan"}, {"subject": "  a plan "}, {"subject": "$x"}, {"subject": "a\nb"}, {"subject": ["a"]}, {"subject": " "},
       {"covering": ["2014", "2015"]}, {"covering": 2014}, {"in-writing": True}, {"in-writing": "true"}, {"in-writing": "maybe"},
       {"in-writing": None}, {"partial": True}, {"partial": [True]}, {"status": "planned"}, {"status": "lost"}, {"finding": "kept"},
       {"recorded": "2014-12-21"}, {"recorded": "2014-12-01"}, {"withdraws": "q1"}, {"withdraws": "last"}, {"note": ""}, {"note": []},
       {"note": ["a", " "]}, {"note": "\u00e9 \u20ac"}, {"note": {"a": "b"}}, {"evidence": "\ttab"}, {"unknown": "x"}, {"": "x"}, {"Id": "x"},
       {"act": "meeting", "of": "board", "items": [{"act": "agreed"}]}, {"act": "requested", "items": []}, {"of": "trust"}, {"role": "board"}]


FIRST_LINE = {as_yaml: 5, as_json: 2, as_json_lines: 2, as_table: 2}  # of the records


def check(program, files, first_line):
    """The exit status, and what was printed; for a line of the log, which record stands on it."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "protocol.yaml").write_text(PROTOCOL)
        for name, content in files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        done = subprocess.run([program, "check", "--protocol", "protocol.yaml", "--format", "json", *files], cwd=folder,
                              capture_output=True, text=True, timeout=120, check=False)
    # Of an error: where it is, its code, its sentence and its help. Excerpts and columns differ.
    errors = re.findall(r"^.*(?:error|warning)\[.*|^help: .*|^concordat: .*", done.stderr, re.MULTILINE)
    errors = [re.sub(r"^log\.\S*?:(\d+):\d+:", lambda place: f"record {int(place[1]) - first_line}:", error) for error in errors]
    return done.returncode, normal(json.loads(done.stdout), first_line) if done.stdout else None, errors


def normal(value, first_line):
    if isinstance(value, list):
        return [normal(one, first_line) for one in value]
    if not isinstance(value, dict):
        return value
    value = {key: normal(one, first_line) for key, one in value.items() if key not in ("sha256", "inputs")}
    for name in "path", "file":
        if str(value.get(name, "")).startswith("log."):
            value[name] = "log"
            value["line"] -= first_line
    return value


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    good = records(40)
    typo = {"id": "last", "date": "2014-12-20", "act": "requested", "by": "trsut"}
    control = {"id": "last", "date": "2014-12-20", "act": "requested", "note": "a\x01b"}
    many = [{"id": f"n{i}", "date": "2014-12-01", "act": "notified", "note": "x" * 60} for i in range(30000)]  # over 3 MB
    passed = failed = 0
    for odd in ODD:
        log = good + [{"id": "last", "date": "2014-12-20", "act": "requested", "by": "board"} | odd, {"id": "after", "date": "2014-12-20", "act": "requested", "by": "board"}]
        expected = check(program, as_json(log), FIRST_LINE[as_json])
        for write in (as_json_lines, as_yaml)[: 1 if None in odd.values() else 2]:  # in YAML, `null` is a word
            found = check(program, write(log), FIRST_LINE[write])
            same = found == expected
            passed, failed = passed + same, failed + (not same)
            if not same:
                print(f"{odd}, {write.__name__}: {found[0]}, {found[2]}; as_json: {expected[0]}, {expected[2]}")
    for title, log, status in (("good", good, 1), ("an unknown name", good + [typo], 2), ("a wrong date", good + [typo | {"date": "x"}], 2),
                               ("large", good + many, 1), ("large, an unknown name at its end", good + many + [typo], 2),
                               ("large, a control character at its end", good + many + [control], 2)):
        ways = {}
        for write in (as_yaml, as_json, as_json_lines, as_table):
            files = write(log)
            if log[-1] is control:  # as it is, not as an escape
                files = {name: text.replace("\\u0001", "\x01") for name, text in files.items()}
            ways |= {write.__name__: (files, FIRST_LINE[write]), write.__name__ + ", compressed": (compressed(files), FIRST_LINE[write])}
        expected = check(program, *ways["as_yaml"])  # the first way is the measure
        if status == 2 and not expected[2][0].startswith(f"record {len(log) - 1}: error["):
            sys.exit(f"{title}: {expected[2]}")
        for way, written in ways.items():
            found = check(program, *written)
            if found == expected and found[0] == status:
                passed += 1
            else:
                failed += 1
                print(f"{title}, {way}: exit status {found[0]}, {found[2]}; expected {status}, {expected[2]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
