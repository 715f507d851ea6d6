"""What tests/bench asks: which run is to be compared with which, and how much worse it may be."""

import dataclasses

import data
import protocols

BENCHMARKS = data.ROOT / "tests/benchmarks"

BAD_CASES = {  # and the protocol against which each is checked
    "one-day": protocols.TWO_RULES,
    "unanswered": protocols.TWO_RULES,
    "one-answer": protocols.BAD_CASES,
    "near-misses": protocols.TWO_RULES,
    "one-meeting": protocols.BAD_CASES,
    "standing": protocols.BAD_CASES,
    "same-std-hash": protocols.TWO_RULES,
    "same-name-hash": protocols.TWO_RULES,
}


@dataclasses.dataclass(frozen=True)
class Run:
    name: str
    log: data.Log
    command: tuple
    good: tuple = (0,)  # the statuses with which it may end
    times: int = 1  # in a round


@dataclasses.dataclass(frozen=True)
class Row:
    """`ours` may take `limit` times what `other` takes, a record. Without `other`, the limit is one on `of` itself. Without a limit,
    the row only tells."""

    name: str
    ours: Run
    other: Run = None
    limit: float = None
    of: str = "seconds"


def times(records):
    """How often in a round, so that short runs are not lost in the noise."""
    return max(1, min(20, 200_000 // records))


class Questions:
    def __init__(self, program, records, form):
        self.program, self.records, self.form = program, records, form

    def check(self, which, records, protocol, form=None, name=None):
        log = data.Log(which, records, form or self.form)
        name = name or log.path.name
        command = (self.program, "check", "--protocol", protocol, log.path, "--format", f"text:{data.report(name)}")
        return Run(name, log, tuple(map(str, command)), good=(0, 1), times=times(records))

    def ordinary(self, records, form=None):
        return self.check("ordinary", records, protocols.TWO_RULES, form)

    def beside(self, name, log, *command):
        return Run(name, log, (*map(str, command), str(log.path)), times=times(log.records))

    def json(self):
        ours = self.ordinary(self.records, "jsonl")
        yield Row("json", ours, self.beside("simdjson, parses only", ours.log, data.BUILT / "floor_json"), 3)
        yield Row("duckdb", ours, self.beside("DuckDB, counts only", ours.log, "node", BENCHMARKS / "duckdb/two_rules.mjs"), 1)
        yield Row("memory", ours, limit=120 * self.records + 20_000_000, of="peak")

    def yaml(self):
        ours = self.ordinary(self.records, "yaml")
        fewer = data.Log("ordinary", max(1, self.records // 50), "yaml")  # PyYAML is a hundred times slower
        yield Row("yaml", ours, self.beside("libyaml, parses only", ours.log, data.BUILT / "floor_yaml"), 1.3)
        yield Row("pyyaml", ours, self.beside("PyYAML, loads only", fewer, "python3", BENCHMARKS / "floors/pyyaml.py"))

    def formats(self):
        lines = self.ordinary(self.records, "jsonl")
        yield Row("json-document", self.ordinary(self.records, "json"), lines)
        yield Row("csv", self.ordinary(self.records, "csv"), lines)

    def suffolk(self):
        two = data.protocol("two-of-suffolk", protocols.two_of_suffolk())
        every = self.check("suffolk", self.records, "suffolk", name="suffolk, all rules")
        yield Row("suffolk", every, self.check("suffolk", self.records, two, name="suffolk, two rules"), 2)

    def start(self):
        for form in sorted({"yaml", self.form}):
            yield Row(f"start-{form}", self.ordinary(100, form), limit=0.010, of="cpu")

    def growth(self):
        least = self.ordinary(self.records // 100)
        for records in self.records // 10, self.records, self.records * 10:
            yield Row(f"growth-{records}", self.ordinary(records), least, 1.15)

    def rules(self):
        def run(count):
            protocol = data.protocol(f"{count}-rules", protocols.many_rules(count))
            return self.check("ordinary", self.records, protocol, name=f"{count} rules")

        yield Row("rules-100", run(100), run(10), 3)
        yield Row("rules-1000", run(1000), run(10), 3)

    def bad(self):
        size = self.records // 10
        for name, protocol in BAD_CASES.items():
            yield Row(f"bad-{name}", self.check(name, size, protocol), self.ordinary(size), 2)

    GROUPS = json, yaml, formats, suffolk, start, growth, rules, bad


def names():
    return [group.__name__ for group in Questions.GROUPS]
