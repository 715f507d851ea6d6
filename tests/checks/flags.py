#!/usr/bin/env python3
"""Fails unless every command and flag that `concordat --help` and `concordat COMMAND --help` show is in docs/ and in the `cmd` of
some case, and unless every help text fits a screen of 24 lines of 80 columns, long lines wrapped.

    tests/checks/flags.py PROGRAM
"""

import math
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def help_text(program, *command):
    return subprocess.run([program, *command, "--help"], capture_output=True, text=True, check=True).stdout


def commands_in(text):
    """The first words of the indented lines, but for flags."""
    return re.findall(r"^ +([a-z][a-z-]*)  ", text, re.MULTILINE)


def flags_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))


def words_in(paths):
    return set(word for path in paths for word in re.findall(r"[\w-]+", path.read_text()))


def main():
    program = sys.argv[1]
    texts = {"": help_text(program)}
    commands = commands_in(texts[""])
    for command in commands:
        texts[command] = help_text(program, command)

    documented = words_in(ROOT.glob("docs/**/*.md"))
    tried = words_in(ROOT.glob("tests/cases/**/cmd"))
    checks = failed = 0

    def expect(condition, fault):
        nonlocal checks, failed
        checks += 1
        if not condition:
            failed += 1
            print(fault)

    expect(commands, "concordat --help lists no commands")
    for name, text in texts.items():
        called = f"concordat {name} --help".replace("  ", " ")
        height = sum(max(1, math.ceil(len(line) / 80)) for line in text.splitlines())
        expect(height <= 24, f"{called}: {height} lines do not fit a screen")
    for word in sorted(set(commands).union(*map(flags_in, texts.values()))):
        expect(word in documented, f"{word} is not in docs/")
        expect(word in tried, f"{word} is in no tests/cases/**/cmd")
    print(f"{checks - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
