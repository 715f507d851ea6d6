#!/usr/bin/env python3
"""Fails on any #include "…" in src that the table below does not allow, on any that names no file, and on a type that two headers
name alike: with a type of the one, the linker may take what was compiled for the other.

The table is the architecture (docs/architecture.md): each stage knows only what came before it. A module may always include
itself. Libraries are held to their places too: only one part of the program knows each.
"""

import pathlib
import re
import sys

SRC = pathlib.Path(__file__).resolve().parents[2] / "src"

MAY_INCLUDE = {
    "source": [],
    "time": [],
    "diagnostic": ["source"],
    "yaml": ["source", "diagnostic"],
    "model": ["source", "time"],
    "load": ["source", "time", "diagnostic", "yaml", "model"],
    "timeline": ["time", "model"],
    "engine": ["time", "model", "timeline"],
    "review": ["source", "diagnostic", "time", "model"],
    "report": ["source", "diagnostic", "time", "model", "engine", "review"],
    "cli": ["source", "time", "diagnostic", "yaml", "model", "load", "timeline", "engine", "review", "report"],
    "main.cpp": ["cli"],
}

LIBRARIES = {
    "CLI/": ["cli"],
    "yaml-cpp/": ["yaml"],
    "yaml.h": ["yaml"],
    "simdjson.h": ["yaml"],
    "csv.h": ["yaml"],
    "nlohmann/": ["yaml", "report"],
    "pugixml.hpp": ["report"],
    "libical/": ["report"],
    "openssl/": ["cli"],
    "zlib.h": ["cli"],
    "zstd.h": ["cli"],
}


def faults(path):
    module = path.relative_to(SRC).parts[0]
    if module not in MAY_INCLUDE:
        yield 1, f"the module {module} is not in the table"
        return
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if own := re.match(r'\s*#\s*include\s*"([^"]+)"', line):
            target = own[1].split("/")[0]
            if not (SRC / own[1]).is_file():
                yield number, f"no file src/{own[1]}"
            elif target != module and target not in MAY_INCLUDE[module]:
                yield number, f"{module} may not include {target}"
        elif library := re.match(r"\s*#\s*include\s*<([^>]+)>", line):
            for prefix, modules in LIBRARIES.items():
                if library[1].startswith(prefix) and module not in modules:
                    yield number, f"<{library[1]}> belongs to {', '.join(modules)}"


def types_named_alike(headers):
    """Each as (header, line, fault). Types at the left margin are the namespace's own."""
    first = {}
    for path in headers:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if found := re.match(r"(?:struct|class|enum class|enum) (\w+)\b[^;]*$", line):
                known = first.setdefault(found[1], path)
                if known != path:
                    yield path, number, f"`{found[1]}` is a type of {known.relative_to(SRC)} too"


def main():
    paths = sorted(path for path in SRC.rglob("*") if path.suffix in (".hpp", ".cpp"))
    alike = list(types_named_alike(path for path in paths if path.suffix == ".hpp"))
    failed = 0
    for path in paths:
        found = list(faults(path)) + [(number, fault) for where, number, fault in alike if where == path]
        failed += bool(found)
        for number, fault in found:
            print(f"src/{path.relative_to(SRC)}:{number}: {fault}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
