"""MkDocs processes that wait for work: they start while pages are still being written, and stay for the next build."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Timer

from guildbook.engine.child import LEASH, SECONDS, refusal, seen, too_slow

_RUN = LEASH + "import runpy, sys\nrunpy.run_path(sys.argv[1], run_name='__main__')\n"
_WORKER = str(Path(__file__).with_name("worker.py"))
_AT_ONCE = 2
"""How many are started before the first site is begun: one for each of our two sites."""


class Warm:
    """MkDocs, in one process for each site."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment of this program, of which the processes see a part, and start them."""
        self._environment = seen(environment)
        self._idle = [self._start() for _ in range(_AT_ONCE)]
        self._begun: dict[Path, subprocess.Popen[str]] = {}

    def begin(self, folder: Path) -> None:
        """Begin to build the site of a folder into its `out/`."""
        process = self._idle.pop() if self._idle else self._start()
        self._begun[folder] = process
        try:
            process.stdin.write(f"{folder}\n")  # type: ignore[union-attr]  # it was started with a pipe
            process.stdin.flush()  # type: ignore[union-attr]
        except BrokenPipeError:
            pass  # it has died; `wait` says so

    def wait(self) -> None:
        """Wait until every site that was begun is built. Raises NotBuilt when one is refused."""
        for folder, process in list(self._begun.items()):
            answer = self._answer(process, folder)
            del self._begun[folder]
            if answer is None:
                raise refusal("mkdocs", folder.name, process.wait(), "")
            self._idle.append(process)
            if said := str(json.loads(answer)["said"]):
                raise refusal("mkdocs", folder.name, None, said)

    def stop(self) -> None:
        """End all of them."""
        for process in (*self._begun.values(), *self._idle):
            process.kill()
            process.communicate()

    def _start(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN, _WORKER],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def _answer(self, process: "subprocess.Popen[str]", folder: Path) -> str | None:
        """What a process answers, None if it died. Raises NotBuilt when it takes too long."""
        late = Timer(SECONDS, process.kill)
        late.daemon = True  # an interrupted build does not wait for it
        late.start()
        answer = process.stdout.readline() if process.stdout else ""
        if not answer and late.finished.is_set():
            raise too_slow("mkdocs", folder.name)
        late.cancel()
        return answer or None
