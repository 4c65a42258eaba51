"""One build at a time, by a lock that the system frees when its process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guildbook.i18n import N_
from guildbook.output.folders import make_ours
from guildbook.output.not_built import NotBuilt, explain_os_errors

LOCK = ".lock"

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        """Lock a byte behind the process id, because nobody else can read a locked byte there."""
        os.lseek(descriptor, 1024, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def hold_lock(build: Path) -> Iterator[None]:
    """Hold the folder `build` for this build alone, and make it if it is not there.

    Raises NotBuilt if another build holds it, if the folder is not ours, or if the system refuses.
    """
    with explain_os_errors(build):
        make_ours(build)
        descriptor = os.open(build / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        with explain_os_errors(build):
            if not _try_lock(descriptor):
                raise _busy_refusal(_read_process_id(descriptor))
            _write_process_id(descriptor)
        yield
    finally:
        os.close(descriptor)


def _read_process_id(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 20).decode("ascii", "replace").strip()


def _write_process_id(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"{os.getpid()}\n".encode())


def _busy_refusal(process: str) -> NotBuilt:
    wait = N_("Wait until it is done, then build again.")
    if process.isdecimal():
        return NotBuilt(N_("Another build is running (process {process})."), wait, {"process": process})
    return NotBuilt(N_("Another build is running."), wait, {})
