"""A new folder for an owner, with everything in it or not there at all."""

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from guildbook.i18n import N_
from guildbook.output.folders import MARKER, MARKER_TEXT, FileTree, inner_path
from guildbook.output.not_built import NotBuilt, explain_os_errors

CHOOSE_ANOTHER = N_("Choose a folder in which you may write, for example one in your home folder.")
CANNOT_CREATE: Mapping[int, tuple[str, str]] = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
        (
            N_("The disk is full: {folder} needs about {megabytes} MB. Nothing was left there."),
            N_("Make room on the disk, or choose a folder on another disk."),
        ),
    ),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS),
        (N_("This account is not allowed to make {folder}. Nothing was left there."), CHOOSE_ANOTHER),
    ),
    **dict.fromkeys(
        (errno.ENOTDIR, errno.EEXIST, errno.EISDIR),
        (N_("{folder} cannot be made: a file or a link stands in its way."), N_("Choose a new name.")),
    ),
    errno.ENAMETOOLONG: (N_("The name {folder} is too long for this disk."), N_("Choose a shorter name.")),
}
"""What is told when the system refuses a new folder, by its errno."""
CANNOT_CREATE_OTHERWISE = (N_("{folder} could not be made: {reason}. Nothing was left there."), CHOOSE_ANOTHER)


def create_tree(folder: Path, files: FileTree) -> None:
    """Put files (their paths have "/") into a folder that is missing or empty.

    Raises NotBuilt where something is in it or the system refuses, ValueError for a path that leaves the folder. Whatever
    happens, Ctrl-C too, what was made until then is taken away again.
    """
    made: list[Path] = []
    try:
        with explain_os_errors(folder, files, CANNOT_CREATE, CANNOT_CREATE_OTHERWISE):
            _refuse_occupied(folder)
            for name, data in sorted(files.items()):
                path = folder / inner_path(name)
                _make_missing(path.parent, made)
                with path.open("xb") as file:
                    made.append(path)
                    file.write(data)
    except BaseException:
        _take_away(made)
        raise


def marker_files(*folders: str) -> dict[str, bytes]:
    """The markers that make folders inside a new one ours, so that a build may use them."""
    return {f"{folder}/{MARKER}": MARKER_TEXT for folder in folders}


def _refuse_occupied(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sentence = N_("{folder} is not empty, and nothing of yours is overwritten.")
        raise NotBuilt(sentence, N_("Choose a new name."), {"folder": folder})


def _make_missing(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make_missing(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _take_away(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # why it all ends is being told already
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
