"""Why nothing was built, in words for an owner who does not program."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from guildbook.i18n import N_
from guildbook.problems import NotBuilt

__all__ = ["NotBuilt", "explain_os_errors"]

BLOCK = 4096  # what a file takes on a disk at the least


FULL = (
    N_("The disk is full: {folder} needs about {megabytes} MB. The last site is as it was."),
    N_("Make room on the disk, or choose a folder on another disk, and build again."),
)
FORBIDDEN = (
    N_("This account is not allowed to work in {folder}. The last site is as it was."),
    N_("Give your account the right to write there, close programs that have its files open, or choose another folder."),
)
IN_THE_WAY = (
    N_("A file stands where the folder {folder} needs a folder. The last site is as it was."),
    N_("Move or rename that file, or choose another folder, and build again."),
)
TOO_LONG = (
    N_("The name {file} is too long for the disk that {folder} is on. The last site is as it was."),
    N_("Give what it is called after a shorter id, or choose a folder with a shorter path, and build again."),
)
HELD = (
    N_("The folder {folder} cannot be moved: a program holds it, or it is a disk of its own. The last site is as it was."),
    N_("Close what uses it. If a disk is mounted there, mount it on the folder above, and build again."),
)
UNKNOWN = (
    N_("The folder {folder} could not be used: {reason}. The last site is as it was."),
    N_("Build again. If this comes back, show it to whoever looks after the computer."),
)
WORDS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), FORBIDDEN),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST, errno.EISDIR), IN_THE_WAY),
    **dict.fromkeys((errno.EBUSY, errno.EXDEV, errno.ENOTEMPTY), HELD),
    errno.ENAMETOOLONG: TOO_LONG,
}


@contextmanager
def explain_os_errors(
    folder: Path,
    files: Mapping[str, bytes] | None = None,
    words: Mapping[int, tuple[str, str]] = WORDS,
    otherwise: tuple[str, str] = UNKNOWN,
) -> Iterator[None]:
    """Turn what the system refuses while `files` are put into `folder` into a NotBuilt that names the folder.

    `words` are what is told and what to do, by errno, and `otherwise` for every other one.
    """
    try:
        yield
    except OSError as error:
        sentence, fix = words.get(error.errno or 0, otherwise)
        values = {
            "folder": str(folder),
            "file": Path(error.filename).name if isinstance(error.filename, str) else str(folder),
            "megabytes": _megabytes(files or {}),
            "reason": error.strerror or type(error).__name__,
        }
        raise NotBuilt(sentence, fix, values) from error


def _megabytes(files: Mapping[str, bytes]) -> int:
    blocks = sum(len(data) // BLOCK + 1 for data in files.values())
    return blocks * BLOCK // 1_000_000 + 1
