"""MkDocs processes that wait for work: they start while pages are still being written, and stay for the next build."""

import json
import subprocess
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from guildbook.engine.process import SECONDS, refusal, spawn, stop, too_slow

_WORKER = str(Path(__file__).with_name("mkdocs_worker.py"))
_AT_ONCE = 2
"""How many are started before the first site is begun: one for each of our two sites."""

LAST_LINES = 100
"""How much of what a process writes beside its answers is kept, to be told if it dies."""


class WorkerPool:
    """MkDocs, in one process for each site."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment of this program, of which the processes see a part, and start them."""
        self._environment = environment
        self._errors: dict[int, _LastLines] = {}
        self._idle = [self._start() for _ in range(_AT_ONCE)]
        self._begun: dict[Path, subprocess.Popen[str]] = {}

    def begin(self, folder: Path) -> None:
        """Begin to build the site of a folder into its `out/`."""
        process = self._idle.pop(0) if self._idle else self._start()
        self._begun[folder] = process
        try:
            process.stdin.write(f"{folder}\n")  # type: ignore[union-attr]  # it was started with a pipe
            process.stdin.flush()  # type: ignore[union-attr]
        except BrokenPipeError:
            pass  # it has died; `wait` says so

    def wait(self, folder: Path) -> None:
        """Wait until the site of a folder is built. Raises NotBuilt when it is refused; what else was begun is then stopped."""
        process = self._begun[folder]
        answer = self._answer(process, folder)
        del self._begun[folder]
        if answer is None:
            self.abandon()
            raise refusal("mkdocs", folder.name, process.wait(), self._errors[process.pid].text())
        self._idle.append(process)
        if said := str(json.loads(answer)["said"]):
            self.abandon()
            raise refusal("mkdocs", folder.name, None, said)

    def stop(self) -> None:
        """End all of them."""
        for process in (*self._begun.values(), *self._idle):
            stop(process)

    def abandon(self) -> None:
        """End what was begun and not waited for; the engine can be used again."""
        for process in self._begun.values():
            stop(process)
        self._begun.clear()

    def _start(self) -> subprocess.Popen[str]:
        process = spawn("path", _WORKER, environment=self._environment, folder=None, errors=subprocess.PIPE)
        self._errors[process.pid] = _LastLines(process.stderr)
        return process

    def _answer(self, process: subprocess.Popen[str], folder: Path) -> str | None:
        """What a process answers, None if it died. Raises NotBuilt when it takes too long."""
        late = Timer(SECONDS, process.kill)
        late.daemon = True  # an interrupted build does not wait for it
        late.start()
        answer = process.stdout.readline() if process.stdout else ""
        if not answer and late.finished.is_set():
            raise too_slow("mkdocs", folder.name)
        late.cancel()
        return answer or None


class _LastLines:
    """The last lines of a stream that nobody else reads: a full pipe would stop the process that writes to it."""

    def __init__(self, stream: Iterable[str] | None) -> None:
        self._lines: deque[str] = deque(maxlen=LAST_LINES)
        self._reader = Thread(target=self._read, args=(stream or (),), daemon=True)
        self._reader.start()

    def text(self) -> str:
        """What was written, once the stream has ended."""
        self._reader.join(timeout=5)
        return "".join(self._lines)

    def _read(self, stream: Iterable[str]) -> None:
        with suppress(ValueError):  # the stream was closed meanwhile
            self._lines.extend(stream)
