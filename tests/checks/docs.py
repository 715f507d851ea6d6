#!/usr/bin/env python3
"""Runs the examples in README.md and docs/**/*.md, so that no page shows what the program does not do.

    tests/checks/docs.py PROGRAM               all pages
    tests/checks/docs.py PROGRAM docs/log.md   these pages
    tests/checks/docs.py --accept PROGRAM      write what the commands printed into the pages, for `git diff` to be read

On a page, in order:

    ```yaml file=NAME    is written to the file NAME; `yaml protocol` and `yaml log` are short for file=protocol.yaml, file=log.yaml
    ```json file=NAME    likewise, whatever the language
    ```console           is run: each line that begins with `$ ` is a shell command, and the lines up to the next one are what it
                         prints, both streams together. A line that is only `…` stands for any number of lines.
                         `$ echo $?` shows the exit status of the command before.

All other blocks are left alone. Each page has a folder of its own, with the tree's examples/ and protocols/ in it, so later blocks
see the files of earlier ones, and a block of the same name replaces the file.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
SHORT = {"yaml protocol": "protocol.yaml", "yaml log": "log.yaml"}


def file_name(info):
    named = re.search(r"\bfile=(\S+)", info)
    return named[1] if named else SHORT.get(info)


def split_console(body):
    """Pairs of a command and what it prints."""
    parts = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)
    if parts[0].strip():
        raise ValueError("a console block begins with `$ `")
    return list(zip(parts[1::2], parts[2::2]))


def matches(expected, actual):
    pattern = "".join("(?:.*\n)*" if line == "…\n" else re.escape(line) for line in expected.splitlines(keepends=True))
    return re.fullmatch(pattern, actual) is not None


class Page:
    def __init__(self, path, program, accepting):
        self.path, self.program, self.accepting = path, program, accepting
        self.ran = 0
        self.faults = []

    def run(self):
        text = self.path.read_text()
        with tempfile.TemporaryDirectory() as folder:
            self.folder = pathlib.Path(folder)
            for shared in ("examples", "protocols"):
                (self.folder / shared).symlink_to(ROOT / shared)
            changed = BLOCK.sub(lambda block: self.block(text, block), text)
        if self.accepting and changed != text:
            self.path.write_text(changed)

    def block(self, text, block):
        info, body = block["info"].strip(), block["body"]
        line = text.count("\n", 0, block.start()) + 1
        if name := file_name(info):
            (self.folder / name).write_text(body)
        elif info == "console":
            return block[0].replace(body, self.console(line, body)) if body else block[0]
        return block[0]

    def console(self, line, body):
        status = 0
        shown = ""
        for command, expected in split_console(body):
            printed, status = self.shell(command, status)
            self.ran += 1
            shown += f"$ {command}\n{expected if matches(expected, printed) else printed}"
            if not self.accepting and not matches(expected, printed):
                difference = difflib.unified_diff(expected.splitlines(), printed.splitlines(), "the page", "what it printed", lineterm="")
                self.faults.append(f"{self.path.relative_to(ROOT)}:{line}: $ {command}\n" + "\n".join(difference) + "\n")
        return shown

    def shell(self, command, status):
        env = {"PATH": f"{self.program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        done = subprocess.run(["bash", "-c", f"(exit {status}); {command}"], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
        return done.stdout.decode(errors="backslashreplace"), done.returncode


def main():
    words = sys.argv[1:]
    accepting = "--accept" in words
    words = [word for word in words if word != "--accept"]
    program = pathlib.Path(words[0]).resolve()
    paths = [pathlib.Path(word).resolve() for word in words[1:]] or [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
    pages = [Page(path, program, accepting) for path in paths]
    for page in pages:
        page.run()
        for fault in page.faults:
            print(fault)
    failed = sum(len(page.faults) for page in pages)
    print(f"{sum(page.ran for page in pages) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
