"""`guildbook serve` goes on whatever vanishes, and blames the port only for what is wrong with the port."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest

from support.command import run_guildbook

pytestmark = pytest.mark.engine

SECONDS = 60
"""How long anything may take before a test gives up."""

VANISH = """
import os, runpy, sys, time
def vanish(event, arguments):
    if event in ("open", "os.scandir") and str(arguments[0]).endswith({names!r}) and os.path.exists(arguments[0] + {mark!r}):
        os.rename(arguments[0], "vanished-%d" % time.time_ns())
sys.addaudithook(vanish)
runpy.run_module("guildbook", run_name="__main__", alter_sys=True)
"""
"""Takes a file or folder away in the moment in which it is about to be read, if a mark stands beside it."""


@dataclass
class Serving:
    """A preview that runs, and the lines that it has printed so far."""

    process: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)

    def until(self, words: str) -> None:
        """Wait until these words were printed, and forget everything up to now."""
        deadline = time.monotonic() + SECONDS
        while not re.search(words, "".join(self.lines)):
            assert time.monotonic() < deadline, self.lines
            assert self.process.poll() is None, self.lines
            time.sleep(0.05)
        self.lines.clear()


@contextmanager
def serving(folder: Path, *names: str) -> Iterator[Serving]:
    """A preview of a folder in which files and folders of these names vanish while they are read, once they are marked."""
    process = subprocess.Popen(
        [sys.executable, "-c", VANISH.format(names=names, mark=".mark"), "serve", "--port", "0"],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    preview = Serving(process)
    reader = Thread(target=lambda: preview.lines.extend(process.stdout or ()), daemon=True)
    reader.start()
    try:
        yield preview
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(SECONDS)
        reader.join(SECONDS)
        if process.stdout:
            process.stdout.close()
    assert "Traceback" not in "".join(preview.lines)


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


PAGE = "---\nsite: members\ntitle: Mine\n---\nWords.\n"


def test_it_outlives_a_file_and_a_folder_that_vanish_while_they_are_read(small: Path) -> None:
    rules = (small / "content/rules.yml").read_text()
    put(small, "content/pages/mine.md", PAGE)
    put(small, "content/pages/more/deep.md", PAGE)
    with serving(small, "content/rules.yml", "pages/mine.md", "pages/more") as preview:
        preview.until("Shown")
        for name, mend in (
            ("content/rules.yml", lambda: put(small, "content/rules.yml", rules)),
            ("content/pages/mine.md", lambda: put(small, "content/pages/mine.md", PAGE)),
            ("content/pages/more", lambda: put(small, "content/pages/more/deep.md", PAGE)),
        ):
            put(small, f"{name}.mark", "")
            preview.until("was there a moment ago, and is gone now")
            (small / f"{name}.mark").unlink()
            mend()
            preview.until("Shown")


def test_it_outlives_a_folder_of_ours_that_is_taken_away_and_comes_back(small: Path) -> None:
    with serving(small) as preview:
        preview.until("Shown")
        (small / "content").rename(small / "elsewhere")
        preview.until("There is no content/community.yml here")
        (small / "elsewhere").rename(small / "content")
        preview.until("Shown")


@pytest.mark.parametrize("port", ["taken", "99999"])
def test_a_port_that_cannot_be_used_is_told(small: Path, port: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = str(taken.getsockname()[1]) if port == "taken" else port
        done = run_guildbook(small, "serve", "--port", number)
    assert done.returncode == 3
    why, fix = done.stderr.splitlines()
    assert why.startswith(f"Port {number} cannot be used: ")
    assert fix == "→ Choose another: guildbook serve --port 8010"


def test_a_folder_that_nobody_can_watch_is_told_and_the_port_is_not_blamed(small: Path) -> None:
    code = (
        "import errno, runpy\n"
        "from watchdog.observers.api import BaseObserver\n"
        "def refuse(*_, **__): raise OSError(errno.EMFILE, 'inotify instance limit reached')\n"
        "BaseObserver.schedule = refuse\n"
        "runpy.run_module('guildbook', run_name='__main__', alter_sys=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, "serve"], cwd=small, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 3
    why, fix = done.stderr.splitlines()
    assert why == f"The folder {small} cannot be watched for changes: inotify instance limit reached."
    assert fix.startswith("→ ")
