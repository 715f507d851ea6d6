"""The logs and protocols under build/bench, made when they are first asked for and whenever what makes them has changed."""

import dataclasses
import os
import subprocess

import protocols

ROOT = protocols.ROOT
BUILT = ROOT / "build/release/benchmarks"
FOLDER = ROOT / "build/bench"

SOURCES = [BUILT / "make_log", ROOT / "examples/suffolk/compliant.yaml", ROOT / "examples/suffolk/ten-wrong.yaml"]


@dataclasses.dataclass(frozen=True)
class Log:
    which: str
    records: int
    form: str

    @property
    def path(self):
        return FOLDER / "logs" / f"{self.which}-{self.records}.{self.form}"

    def make(self):
        newest = max(source.stat().st_mtime for source in SOURCES)
        if self.path.exists() and self.path.stat().st_mtime >= newest:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        half_done = self.path.with_name(f"half-{self.path.name}")
        subprocess.run([BUILT / "make_log", self.which, str(self.records), half_done.with_suffix(""), self.form], cwd=ROOT, check=True)
        os.replace(half_done, self.path)


def protocol(name, text):
    path = FOLDER / "protocols" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def report(name):
    path = FOLDER / "reports" / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
