#!/usr/bin/env python3
"""Holds the shipped protocols to their own proof: every rule's examples pass and every witness in them matters (`concordat test`), every
rule is decided in the logs under examples/ (`concordat test --exercised`), and docs/protocols/ID.md is what `concordat clauses` prints.

    tests/checks/protocols.py PROGRAM            all of it
    tests/checks/protocols.py PROGRAM --accept   write docs/protocols anew, for `git diff` to be read
"""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def main():
    program, accept = sys.argv[1], "--accept" in sys.argv[2:]
    ids = sorted(path.stem for path in (ROOT / "protocols").glob("*.yaml"))
    pages = {path.stem for path in (ROOT / "docs/protocols").glob("*.md")}
    faults = [f"docs/protocols/{page}.md: there is no protocol {page}" for page in sorted(pages - set(ids))]
    for protocol in ids:
        status, out, err = run(program, "test", protocol)
        if status != 0:
            faults.append(f"concordat test {protocol} -> {status}\n{out}{err}")
        status, out, err = run(program, "clauses", protocol, "--format", "markdown")
        page = ROOT / "docs/protocols" / f"{protocol}.md"
        if status != 0:
            faults.append(f"concordat clauses {protocol} -> {status}\n{err}")
        elif accept:
            page.parent.mkdir(exist_ok=True)
            page.write_text(out)
        elif not page.exists() or page.read_text() != out:
            faults.append(f"docs/protocols/{protocol}.md is stale: tests/checks/protocols.py PROGRAM --accept")
    logs = sorted(str(path) for path in (ROOT / "examples").glob("*/*.yaml"))
    status, out, err = run(program, "test", "--exercised", *logs)
    if status != 0:
        faults.append(f"concordat test --exercised -> {status}\n{out}{err}")
    if missing := [protocol for protocol in ids if f"{protocol}: " not in out]:
        faults.append(f"no log under examples/ is kept for {', '.join(missing)}")
    print("\n".join(faults) if faults else f"{len(ids)} protocols hold")
    sys.exit(1 if faults else 0)


main()
