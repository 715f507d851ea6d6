#!/usr/bin/env python3
"""Fails unless the same records come out the same however they are written: YAML, JSON, JSON lines, CSV, each plain and gzipped,
small and so large that they are streamed by several threads; the same verdicts, and the same diagnostics but for names and places.

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
    return {"log.json": json.dumps(HEAD | {"records": log}, ensure_ascii=False)}


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


def check(program, files):
    """The exit status, and what was printed but for names and places."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "protocol.yaml").write_text(PROTOCOL)
        for name, content in files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        done = subprocess.run([program, "check", "--protocol", "protocol.yaml", "--format", "json", *files], cwd=folder,
                              capture_output=True, text=True, timeout=120, check=False)
    # Of an error: its code, its sentence and its help. Excerpts and places differ.
    errors = re.findall(r"(?:error|warning)\[.*|^help: .*|^concordat: .*", done.stderr, re.MULTILINE)
    return done.returncode, normal(json.loads(done.stdout)) if done.stdout else None, errors


def normal(value):
    if isinstance(value, dict):
        return {key: normal(one) for key, one in value.items() if key not in ("path", "line", "file", "sha256", "inputs")}
    return [normal(one) for one in value] if isinstance(value, list) else value


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    good = records(40)
    typo = {"id": "last", "date": "2014-12-20", "act": "requested", "by": "trsut"}
    control = {"id": "last", "date": "2014-12-20", "act": "requested", "note": "a\x01b"}
    many = [{"id": f"n{i}", "date": "2014-12-01", "act": "notified", "note": "x" * 60} for i in range(30000)]  # over 3 MB
    passed = failed = 0
    for title, log, status in (("good", good, 1), ("an unknown name", good + [typo], 2), ("a wrong date", good + [typo | {"date": "x"}], 2),
                               ("large", good + many, 1), ("large, an unknown name at its end", good + many + [typo], 2),
                               ("large, a control character at its end", good + many + [control], 2)):
        small = log if len(log) < 1000 else good + log[len(good) + len(many):]
        ways = {}
        for write in (as_yaml, as_json, as_json_lines, as_table):
            files = write(log)
            if log[-1] is control:  # as it is, not as an escape
                files = {name: text.replace("\\u0001", "\x01") for name, text in files.items()}
            ways |= {write.__name__: files, write.__name__ + ", compressed": compressed(files)}
        files = as_yaml(small)
        if log[-1] is control:
            files = {name: text.replace("\\u0001", "\x01") for name, text in files.items()}
        expected = check(program, files)
        if small is not log and status != 2:  # other records, other totals: the first way is the measure
            expected = check(program, ways["as_yaml"])
        for way, files in ways.items():
            found = check(program, files)
            if found == expected and found[0] == status:
                passed += 1
            else:
                failed += 1
                print(f"{title}, {way}: exit status {found[0]}, {found[2]}; expected {status}, {expected[2]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
