"""Notice when an owner saves a file."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET_SECONDS = 0.05
"""How long nothing must change before it counts as saved: editors write a file in several steps."""


@contextmanager
def watched(folders: list[Path]) -> Iterator[Callable[[], None]]:
    """Watch folders while the block runs; calling what it gives waits until something below them has changed."""
    saved = threading.Event()
    observer = Observer()
    for folder in folders:
        observer.schedule(_Noticing(saved), str(folder), recursive=True)
    observer.start()
    try:
        yield lambda: _wait(saved)
    finally:
        observer.stop()
        observer.join()


class _Noticing(FileSystemEventHandler):
    def __init__(self, saved: threading.Event) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in ("opened", "closed_no_write"):
            self.saved.set()


def _wait(saved: threading.Event) -> None:
    while not saved.wait(1):  # in short naps, so that Ctrl-C is heard on every system
        pass
    while True:
        saved.clear()
        if not saved.wait(QUIET_SECONDS):
            return
