"""Each figure beside its rival's, from the same run: `make bench`.

Runs take turns, so that a busy machine is unfair to nobody. Work is how long a process and all that it started kept processors
busy: other programs hardly change it, while they may double the time on the clock.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from guildbook.engine.oneshot import COMMANDS
from guildbook.engine.process import engine_environment

RUNS = 7
MAY_TAKE = 1.25
"""How many times as long as MkDocs alone a build may take."""

SITES = ("members", "handbook")
Rival = Callable[[], None]


def run(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
    """Run Python with these arguments and throw away what it says."""
    subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def community(folder: Path) -> Path:
    """The starter community, built once, so that nothing is compiled or cached for the first time while we measure."""
    run(folder, "-m", "guildbook", "new", "demo")
    run(folder / "demo", "-m", "guildbook", "build")
    return folder / "demo"


def mkdocs_alone(demo: Path, folder: Path) -> Rival:
    """MkDocs on the two configurations that we derive, one after the other, in the environment that we give it."""
    for site in SITES:
        shutil.copytree(demo / "build" / site, folder / site)

    def both() -> None:
        for site in SITES:
            run(folder / site, "-P", "-m", *COMMANDS["mkdocs"], environment=engine_environment(os.environ))

    return both


@dataclass
class Runs:
    """Seconds of each run, on the clock and of work."""

    clock: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)


def measured(rivals: Mapping[str, Rival]) -> dict[str, Runs]:
    """Each rival's runs, in turns, after one run each that does not count."""
    runs = {name: Runs() for name in rivals}
    for turn in range(RUNS + 1):
        for name, action in rivals.items():
            started, worked = time.perf_counter(), work()
            action()
            if turn:
                runs[name].clock.append(time.perf_counter() - started)
                runs[name].work.append(work() - worked)
    return runs


def work() -> float:
    """Seconds for which the processes that have ended kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(title: str, measures: Mapping[str, Runs]) -> None:
    """A table, by the middle of all runs; beside each figure, how many times the first row's it is."""
    first, widest = next(iter(measures.values())), max(map(len, measures))
    print(f"\n{title}\n  {'':<{widest}}        on the clock   (fastest, slowest)           work")
    for name, runs in measures.items():
        clock, worked = median(runs.clock), median(runs.work)
        spread = f"({min(runs.clock):5.2f} s, {max(runs.clock):5.2f} s)"
        times, worked_times = clock / median(first.clock), worked / median(first.work)
        print(f"  {name:<{widest}}  {clock:5.2f} s, {times:5.2f} times   {spread}   {worked:5.2f} s, {worked_times:5.2f} times")


def main() -> int:
    """Measure, show, and say whether a build takes longer than it may."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo = community(folder)
        builds = measured(
            {
                "mkdocs build, both sites, one after the other": mkdocs_alone(demo, folder),
                "guildbook build": lambda: run(demo, "-m", "guildbook", "build"),
            }
        )
        checks = measured(
            {
                "python, doing nothing": lambda: run(demo, "-c", "pass"),
                "python, importing yaml and pydantic": lambda: run(demo, "-c", "import yaml, pydantic"),
                "python, importing mkdocs": lambda: run(demo, "-c", "import mkdocs.__main__, mkdocs.commands.build"),
                "guildbook check": lambda: run(demo, "-m", "guildbook", "check"),
            }
        )
    print(f"The starter community, {RUNS} runs each, from the start of a process to its end; {os.cpu_count()} processors.")
    show("Building both sites", builds)
    show("Checking a playbook", checks)
    alone, ours = (median(runs.clock) for runs in builds.values())
    verdict = "as it should be" if ours <= MAY_TAKE * alone else "too long"
    print(f"\nA build takes {ours / alone:.2f} times as long as MkDocs alone; up to {MAY_TAKE} is well: {verdict}.")
    return 0 if ours <= MAY_TAKE * alone else 1


if __name__ == "__main__":
    sys.exit(main())
