"""An engine that is started anew for every site, by its own command line."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from guildbook.engine.child import LEASH, SECONDS, refusal, seen, too_slow

_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.yml"),
}
_RUN = LEASH + 'import runpy, sys\ndel sys.argv[0]\nrunpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)\n'


class Cold:
    """An engine's command line, once for each site."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        """Take the engine's name and the environment of this program, of which the engine sees a part."""
        self._name = name
        self._environment = seen(environment)
        self._begun: dict[Path, subprocess.Popen[str]] = {}

    def begin(self, folder: Path) -> None:
        """Begin to build the site of a folder into its `out/`."""
        self._begun[folder] = subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN, *_COMMANDS[self._name]],
            cwd=folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def wait(self) -> None:
        """Wait until every site that was begun is built. Raises NotBuilt when one is refused."""
        for folder, process in self._begun.items():
            try:
                said, _ = process.communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired:
                raise too_slow(self._name, folder.name) from None
            if process.returncode:
                raise refusal(self._name, folder.name, process.returncode, said)
        self._begun.clear()

    def stop(self) -> None:
        """End what still runs."""
        for process in self._begun.values():
            process.kill()
            process.communicate()
