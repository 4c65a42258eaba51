"""Notice when an owner saves a file."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from guildbook.i18n import N_
from guildbook.problems import NotBuilt

QUIET_SECONDS = 0.05
"""How long nothing must change before it counts as saved: editors write a file in several steps."""


@contextmanager
def watch_folders(folder: Path, names: Sequence[str]) -> Iterator[Callable[[], None]]:
    """Watch the folders of these names in a folder while the block runs, also those that arrive or come back meanwhile.

    Calling what it gives waits until something below them has changed. Raises NotBuilt where the system lets nobody watch.
    """
    saved = threading.Event()
    observer = Observer()
    watches: dict[str, ObservedWatch] = {}

    def watch(name: str) -> None:
        if name in watches:  # the folder that it watched is gone
            observer.unschedule(watches.pop(name))
        watches[name] = observer.schedule(_SaveHandler(saved), str(folder / name), recursive=True)

    with _explain_watch_errors(folder):
        observer.schedule(_ArrivalHandler(names, watch, saved), str(folder), recursive=False)
        observer.start()
    try:
        for name in names:
            with _explain_watch_errors(folder / name), suppress(FileNotFoundError, NotADirectoryError):
                watch(name)
        yield lambda: _wait(saved)
    finally:
        observer.stop()
        observer.join()


@contextmanager
def _explain_watch_errors(folder: Path) -> Iterator[None]:
    """Say in plain words why a folder cannot be watched. Raises NotBuilt."""
    try:
        yield
    except OSError as error:
        sentence = N_("The folder {folder} cannot be watched for changes: {reason}.")
        fix = N_("Check that you may read it and what is in it; on Linux, a program can also watch too many files.")
        raise NotBuilt(sentence, fix, {"folder": str(folder), "reason": error.strerror or str(error)}) from error


class _SaveHandler(FileSystemEventHandler):
    def __init__(self, saved: threading.Event) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in ("opened", "closed_no_write"):
            self.saved.set()


class _ArrivalHandler(FileSystemEventHandler):
    """Watches a folder that is made, or moved here, under one of the names, and notices when one goes.

    Its other neighbours change with every build.
    """

    def __init__(self, names: Sequence[str], watch: Callable[[str], None], saved: threading.Event) -> None:
        self.names = names
        self.watch = watch
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "moved", "deleted"):
            for path in (Path(os.fsdecode(name)) for name in (event.src_path, event.dest_path) if name):
                if path.name in self.names:
                    if path.is_dir():
                        with suppress(OSError):  # it is gone again; if it comes back, that is noticed too
                            self.watch(path.name)
                    self.saved.set()


def _wait(saved: threading.Event) -> None:
    while not saved.wait(1):  # in short naps, so that Ctrl-C is heard on every system
        pass
    while True:
        saved.clear()
        if not saved.wait(QUIET_SECONDS):
            return
