"""An engine that is started anew for every site, by its own command line."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from guildbook.engine.process import SECONDS, refusal, spawn, stop, too_slow

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.yml"),
}
"""The module of each engine and its arguments, in a folder with a `mkdocs.yml`."""


class OneshotEngine:
    """An engine's command line, once for each site."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        """Take the engine's name and the environment of this program, of which the engine sees a part."""
        self._name = name
        self._environment = environment
        self._begun: dict[Path, subprocess.Popen[str]] = {}

    def begin(self, folder: Path) -> None:
        """Begin to build the site of a folder into its `out/`."""
        command = COMMANDS[self._name]
        self._begun[folder] = spawn("module", *command, environment=self._environment, folder=folder, errors=subprocess.STDOUT)

    def wait(self, folder: Path) -> None:
        """Wait until the site of a folder is built. Raises NotBuilt when it is refused; what else was begun is then stopped."""
        process = self._begun[folder]
        try:
            said, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self.stop()
            raise too_slow(self._name, folder.name) from None
        del self._begun[folder]
        if process.returncode:
            self.stop()
            raise refusal(self._name, folder.name, process.returncode, said)

    def stop(self) -> None:
        """End what still runs."""
        self.abandon()

    def abandon(self) -> None:
        """End what was begun and not waited for; the engine can be used again."""
        for process in self._begun.values():
            stop(process)
        self._begun.clear()
