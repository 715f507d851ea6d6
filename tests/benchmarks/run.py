#!/usr/bin/env python3
"""Asks the questions of questions.py, round by round, so that what is compared ran side by side, and prints medians and ratios.

Ends with 1 if something is over its limit or could not be run. Started by tests/bench, which builds what it needs."""

import argparse
import dataclasses
import os
import pathlib
import re
import statistics
import sys

import data
import instructions
import measure
import questions


def words():
    parser = argparse.ArgumentParser(prog="tests/bench", description="How fast concordat is, beside others in the same run.")
    parser.add_argument("--records", type=int, default=1_000_000, metavar="N", help="in the great logs (default: 1000000)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="of which medians are taken (default: 5)")
    parser.add_argument("--only", action="append", metavar="NAME", help=f"a row, or a group of them: {', '.join(questions.names())}")
    parser.add_argument("--program", type=pathlib.Path, default=data.ROOT / "build/release/concordat", metavar="PATH")
    parser.add_argument("--logs", choices=["jsonl", "yaml"], default="jsonl", help="where a row is not about a format (default: jsonl)")
    parser.add_argument("--cpu", action="store_true", help="compare seconds of CPU, of all threads: for a busy machine")
    parser.add_argument("--instructions", action="store_true", help="count instructions on 10 000 records instead, with valgrind")
    return parser.parse_args()


def rows_of(group, asked, only, cpu):
    rows = list(group(asked))
    if cpu:
        rows = [dataclasses.replace(row, of="cpu") if row.of == "seconds" else row for row in rows]
    return rows if not only or group.__name__ in only else [row for row in rows if row.name in only]


def tell(progress):
    if sys.stderr.isatty():
        print(f"\r{progress:70}\r", end="", file=sys.stderr)


def run_all(rows, rounds):
    """Every run of the rows once a round, one after the other; by its name."""
    runs = {run.name: run for row in rows for run in (row.ours, row.other) if run}
    measured = {name: [] for name in runs}
    failed = {}
    for number in range(rounds):
        for name, run in runs.items():
            if name in failed:
                continue
            tell(f"round {number + 1} of {rounds}: {name}")
            run.log.make()
            try:
                measured[name] += [measure.measure(run.command, run.good) for _ in range(run.times)]
            except measure.Failed as fault:
                failed[name] = str(fault)
    tell("")
    return measured, failed


def median(measured, of):
    return statistics.median(getattr(one, of) for one in measured)


def shown(amount, of):
    if of == "peak":
        return f"{amount / 1e6:.1f} MB"
    return f"{amount:.2f} s" if amount >= 1 else f"{amount * 1e3:.1f} ms"


def print_row(row, measured, failed):
    """Whether the row is as it should be."""
    for run in (row.ours, row.other):
        if run and run.name in failed:
            print(f"{row.name:18} not run: {run.name}: {failed[run.name][-90:]}")
            return False
    ours = median(measured[row.ours.name], row.of)
    line = f"{row.name:18} {shown(ours, row.of):>9}"
    if row.other:
        other = median(measured[row.other.name], row.of)
        amount = (ours / row.ours.log.records) / (other / row.other.log.records)
        line += f"   {shown(other, row.of):>9}  {row.other.name:26} {amount:7.2f}"
        limit = f"<= {row.limit}" if row.limit else ""
    else:
        amount, limit = ours, f"<= {shown(row.limit, row.of)}"
        line += f"   {'':9}  {'(' + row.of + ')':26} {'':7}"
    over = row.limit is not None and amount > row.limit
    print(f"{line}  {limit:12} {'' if row.limit is None else 'OVER' if over else 'ok'}".rstrip())
    return not over


def counts_agree(rows, measured, failed):
    """Ours and DuckDB's, of what was not done in time."""
    row = next((row for row in rows if row.name == "duckdb"), None)
    if not row or row.ours.name in failed or row.other.name in failed:
        return True
    theirs = sum(map(int, re.findall(r":(\d+)", measured[row.other.name][-1].said)))
    breached, late = re.search(r"^(\d+) breached, (\d+) late", data.report(row.ours.name).read_text(), re.MULTILINE).groups()
    ours = int(breached) + int(late)
    print(f"{'':18} {ours} duties not done in time; DuckDB counts {theirs}{'' if ours == theirs else '  DIFFERS'}")
    return ours == theirs


def machine():
    cpu = re.search(r"^model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return f"{os.cpu_count()} cores, {cpu[1] if cpu else 'CPU unknown'}, load {os.getloadavg()[0]:.1f}"


def main():
    asked = words()
    program = asked.program.resolve()
    if asked.instructions:
        return instructions.count(program)
    print(f"{asked.records} records over ten years, {asked.rounds} rounds, medians of {'CPU' if asked.cpu else 'time'}; {machine()}")
    print(f"{'':18} {'ours':>9}   {'other':>9}  {'':26} {'ratio':>7}  limit")
    good, seen = True, False
    for group in questions.Questions.GROUPS:
        rows = rows_of(group, questions.Questions(program, asked.records, asked.logs), asked.only, asked.cpu)
        seen = seen or bool(rows)
        measured, failed = run_all(rows, asked.rounds)
        for row in rows:
            good = print_row(row, measured, failed) and good
        good = counts_agree(rows, measured, failed) and good
        sys.stdout.flush()
    if not seen:
        sys.exit(f"tests/bench: nothing is called {' '.join(asked.only)}; see --help")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
