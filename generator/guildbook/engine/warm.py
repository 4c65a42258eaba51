"""An engine that stays: one MkDocs process for each build folder, started once and asked again and again."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from guildbook.engine.cold import not_built, seen
from guildbook.words import N_


class Warm:
    """MkDocs processes that wait for work; each build folder has its own, so that two sites are built at once."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment of this program, of which the processes see a part."""
        self._environment = seen(environment)
        self._running: dict[Path, subprocess.Popen[str]] = {}

    def build(self, folders: Sequence[Path]) -> None:
        """Build the site of every folder into its `out/`. Raises NotBuilt when one is refused."""
        asked = [self._ask(folder) for folder in folders]
        for folder, process in zip(folders, asked, strict=True):
            answer = process.stdout.readline() if process.stdout else ""
            said = str(json.loads(answer)["said"]) if answer else self._died(folder)
            if said:
                raise not_built("mkdocs", folder.name, said)

    def _ask(self, folder: Path) -> "subprocess.Popen[str]":
        if folder not in self._running or self._running[folder].poll() is not None:
            self._running[folder] = subprocess.Popen(
                [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        process = self._running[folder]
        if process.stdin:
            process.stdin.write(f"{folder}\n")
            process.stdin.flush()
        return process

    def _died(self, folder: Path) -> str:
        self._running.pop(folder).wait()
        return N_("It stopped without a word. The next change starts it again.")

    def stop(self) -> None:
        """End the processes."""
        for process in self._running.values():
            process.kill()
            process.communicate()


@contextmanager
def warm(environment: Mapping[str, str]) -> Iterator[Warm]:
    """An engine that stays warm while the block runs."""
    engine = Warm(environment)
    try:
        yield engine
    finally:
        engine.stop()
