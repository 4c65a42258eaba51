"""Two folders change places: in one step where the system can do that, else by renames."""

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = RENAME_SWAP = 2
RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
# A sandbox may answer EPERM to a call that it does not know; where renames are forbidden too, they will say so themselves.
CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def swap(folder: Path, other: Path, backup: Path) -> bool:
    """Let `folder` and `other`, on the same disk, change places; where there is no `other`, `folder` moves there.

    Gives False if `other` had to be put `backup`, so that for a moment there was none. Raises OSError.
    """
    if not other.exists():
        folder.rename(other)
        return True
    try:
        exchange(folder, other)
    except OSError as error:
        if error.errno not in CANNOT:
            raise
        other.rename(backup)
        folder.rename(other)
        backup.rename(folder)
        return False
    return True


def exchange(folder: Path, other: Path) -> None:
    """Exchange two folders in one step. Raises OSError, with an errno in CANNOT where this system or disk has no such step."""
    ways = {"linux": _on_linux, "darwin": _on_mac}
    if sys.platform not in ways:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    system = ctypes.CDLL(None, use_errno=True)
    if ways[sys.platform](system, os.fsencode(folder), os.fsencode(other)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(folder), None, str(other))


def by_number(system: ctypes.CDLL, folder: bytes, other: bytes, machine: str) -> int:
    """Call renameat2 where the C library has no name for it (musl). Gives 0, or -1 and an errno."""
    if machine not in RENAMEAT2 or sys.maxsize < 2**32:
        ctypes.set_errno(errno.ENOSYS)
        return -1
    return int(system.syscall(ctypes.c_long(RENAMEAT2[machine]), AT_FDCWD, folder, AT_FDCWD, other, RENAME_EXCHANGE))


def _on_linux(system: ctypes.CDLL, folder: bytes, other: bytes) -> int:
    if hasattr(system, "renameat2"):
        return int(system.renameat2(AT_FDCWD, folder, AT_FDCWD, other, RENAME_EXCHANGE))
    return by_number(system, folder, other, platform.machine())


def _on_mac(system: ctypes.CDLL, folder: bytes, other: bytes) -> int:
    return int(system.renamex_np(folder, other, RENAME_SWAP))
