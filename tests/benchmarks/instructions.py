"""How many instructions a check takes, from its start to its exit: the same number in every run, whatever else the machine does. What was
counted last time is kept in build/bench/instructions.json and shown beside it, so that a change can be judged.

`callgrind_annotate build/bench/callgrind/NAME` tells where they went."""

import json
import re
import subprocess

import data
import protocols
import questions

RECORDS = 10_000


def runs(program):
    asked = questions.Questions(program, RECORDS, "jsonl")
    yield asked.ordinary(RECORDS, "jsonl")
    yield asked.ordinary(RECORDS, "yaml")
    yield asked.ordinary(100, "yaml")
    yield asked.check("suffolk", RECORDS, "suffolk", "yaml")
    yield asked.check("unanswered", RECORDS, protocols.TWO_RULES, "yaml")


def collected(run):
    """The number, or None where the program could not do it."""
    run.log.make()
    out = data.FOLDER / "callgrind" / run.name
    out.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *run.command], capture_output=True, text=True
    )
    if done.returncode not in run.good:
        return None
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def count(program):
    kept = data.FOLDER / "instructions.json"
    before = json.loads(kept.read_text()) if kept.exists() else {}
    now = {}
    print(f"{'instructions':26} {'all':>15} {'a record':>10}   {'before':>15}")
    for run in runs(program):
        number = collected(run)
        if number is None:
            print(f"{run.name:26} {'not run':>15}")
            continue
        now[run.name] = number
        line = f"{run.name:26} {number:15} {number / run.log.records:10.0f}"
        if old := before.get(run.name):
            line += f"   {old:15} {100 * (number - old) / old:+.2f} %"
        print(line, flush=True)
    kept.write_text(json.dumps(now, indent=2) + "\n")
    return 0
