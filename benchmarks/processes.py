"""Runs a program in a process of its own and says how long it took and how much memory it held."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from msgspec import Struct

__all__ = ["Run", "best_of", "python"]

# Linux counts the resident set in units of 1024 bytes.
_KIB = 1024


class Run(Struct, frozen=True):
    """Wall and processor time of the whole process in seconds, peak resident memory in MB (10^6 bytes), exit code."""

    seconds: float
    cpu: float
    megabytes: float
    code: int


def python(arguments: Sequence[str]) -> Run:
    """Run this Python with `arguments` from a cold start, its output thrown away."""
    began = time.perf_counter()
    # S603: the commands are the benchmarks' own, a list of arguments and no shell.
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)  # noqa: S603 - as said above
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    return Run(time.perf_counter() - began, cpu, used.ru_maxrss * _KIB / 1e6, process.returncode)


def best_of(times: int, arguments: Sequence[str]) -> Run:
    """Return the fastest of several runs: what disturbs a run can only make it slower."""
    return min((python(arguments) for _ in range(times)), key=lambda run: run.seconds)
