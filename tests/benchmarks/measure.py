"""One run of a program from its start to its exit: how long, how much CPU, how much memory at most."""

import dataclasses
import os
import subprocess
import threading
import time

PATIENCE = 300  # seconds


class Failed(Exception):
    """The program could not do it; the text is the first line of what it said."""


@dataclasses.dataclass
class Measured:
    seconds: float
    cpu: float  # seconds of user and system time
    peak: int  # bytes
    said: str


def measure(command, good=(0,)):
    began = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    impatience = threading.Timer(PATIENCE, child.kill)
    impatience.start()
    said = child.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    impatience.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    if seconds >= PATIENCE:
        raise Failed(f"not done after {PATIENCE} s")
    if child.returncode not in good:
        first = said.strip().splitlines()[:1]
        raise Failed(f"status {child.returncode}: {first[0] if first else 'it said nothing'}")
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, said)
