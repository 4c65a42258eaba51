"""The one reader of an owner's folder: which files are in it, and their bytes. It follows no link and raises no OSError.

Whatever the system refuses becomes a Problem, so that what is there and cannot be read is never taken for nothing.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from guildbook.i18n import N_
from guildbook.problems import Position, Problem

EDITED_FOLDERS = ("content", "playbooks", "site_config")
"""The folders that an owner edits, below the community's."""

EntryKind = Literal["file", "folder", "link to a file", "other link", "device"]


@dataclass(frozen=True, slots=True)
class FileSet:
    """Which files below one folder are asked for.

    `suffixes` are those wanted, in small letters; without any, every file is. `ignores` says of a path (with "/") and whether
    it is a folder's that it is passed over, with all that is in it.
    """

    folder: str
    suffixes: tuple[str, ...]
    ignores: Callable[[str, bool], bool]

    def wants(self, name: str) -> bool:
        """True for the path of a file that is asked for."""
        return not self.suffixes or PurePosixPath(name).suffix.lower() in self.suffixes


@dataclass(frozen=True, slots=True)
class Listing:
    """The ordinary files found, by their paths with "/" below the community's folder, sorted; and what could not be read."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_folder_problem(folder: Path) -> Problem | None:
    """Why nothing can be read in a community's folder, if so: it is not there, not a folder, or closed to this account."""
    fix = N_("Run guildbook in your community's folder. To start a new one: guildbook new my-community")
    try:
        with os.scandir(folder), suppress(FileNotFoundError):
            (folder / EDITED_FOLDERS[0]).lstat()  # a folder can be open for listing, and let nobody in
        return None
    except FileNotFoundError:
        sentence = N_("There is no folder {folder}.")
    except NotADirectoryError:
        sentence = N_("{folder} is a file, not the folder of a community.")
    except OSError:
        sentence, fix = N_("The folder {folder} cannot be opened."), N_("Check that you may read it and go into it.")
    return Problem(Position("."), "unreadable-file", sentence, fix, {"folder": str(folder)})


def list_files(folder: Path, file_set: FileSet) -> Listing:
    """The files of a set in a community's folder. A link, a device or an unreadable folder among them is a problem."""
    problem = _find_problem_above(folder, file_set.folder)
    entries = [problem] if problem else list(_walk_folder(folder, file_set, file_set.folder))
    files = sorted(entry for entry in entries if isinstance(entry, str))
    return Listing(tuple(files), tuple(entry for entry in entries if isinstance(entry, Problem)))


def read_file(folder: Path, name: str, max_bytes: int) -> tuple[bytes, list[Problem]]:
    """The bytes of a file that was listed, but at most one more than `max_bytes`; with a problem in the list there are none."""
    try:
        with (folder / name).open("rb") as file:
            return file.read(max_bytes + 1), []
    except FileNotFoundError:
        sentence = N_("This file was there a moment ago, and is gone now.")
        return b"", [_reading_problem(name, sentence, N_("If you moved it away on purpose, run Guildbook once more."))]
    except OSError:
        sentence, fix = N_("This file cannot be opened."), N_("Check that you may read it, and that no other program holds it.")
        return b"", [_reading_problem(name, sentence, fix)]


def _find_problem_above(folder: Path, name: str) -> Problem | None:
    """What is wrong with a folder or one around it, below the community's; nothing where it is not there."""
    for part in reversed([PurePosixPath(name), *PurePosixPath(name).parents][:-1]):
        path = folder / part
        try:
            if path.is_symlink():
                return _link_problem(str(part))
            path.lstat()
        except FileNotFoundError:
            return None
        except OSError:  # the folder around it does not let us in
            return _unreadable_folder(str(part if part.parent == PurePosixPath() else part.parent))
    return None


def _walk_folder(folder: Path, file_set: FileSet, name: str) -> Iterator[str | Problem]:
    try:
        entries = _read_entries(folder / name)
    except FileNotFoundError:
        if name != file_set.folder:  # it stood in the listing of the folder around it
            sentence = N_("This folder was there a moment ago, and is gone now.")
            yield _reading_problem(name, sentence, N_("If you moved it away on purpose, run Guildbook once more."))
        return
    except NotADirectoryError:
        yield _reading_problem(name, N_("Guildbook needs a folder of this name, and this is a file."), N_("Rename the file."))
        return
    except OSError:
        yield _unreadable_folder(name)
        return
    for entry, kind in entries:
        below = f"{name}/{entry}"
        if not file_set.ignores(below, kind == "folder"):
            yield from _look_at_entry(folder, file_set, below, kind)


def _look_at_entry(folder: Path, file_set: FileSet, name: str, kind: EntryKind) -> Iterator[str | Problem]:
    """The file, what is in the folder, or why it cannot be read. What nobody asks for is passed over, but never a folder."""
    wanted = file_set.wants(name)
    if kind == "other link" or (wanted and kind == "link to a file"):
        yield _link_problem(name)
    elif kind == "folder" and not (wanted and file_set.suffixes):
        yield from _walk_folder(folder, file_set, name)
    elif wanted and (kind != "file" or not _is_text(name)):
        sentence, fix = N_("This is not an ordinary file of the playbook's folder."), N_("Move it elsewhere, or rename it.")
        yield _reading_problem(name, sentence, fix)
    elif wanted:
        yield name


def _read_entries(folder: Path) -> list[tuple[str, EntryKind]]:
    """What stands in a folder, by name, and what each is. Raises OSError."""
    with os.scandir(folder) as entries:
        return sorted((entry.name, _find_entry_kind(entry)) for entry in entries)


def _find_entry_kind(entry: os.DirEntry[str]) -> EntryKind:
    if entry.is_symlink():
        return "link to a file" if _leads_to_file(entry) else "other link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "device"


def _is_text(name: str) -> bool:
    """False where a name has bytes that are no letters: Python holds them as lone surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _leads_to_file(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_file()
    except OSError:  # nobody can say where it leads
        return False


def _link_problem(name: str) -> Problem:
    sentence = N_("This is a link, not an ordinary file or folder, and what it leads to is not read.")
    return _reading_problem(name, sentence, N_("Put the file or the folder itself here, not a link to it."))


def _unreadable_folder(name: str) -> Problem:
    sentence = N_("This folder cannot be opened, so nobody can say what is in it.")
    return _reading_problem(name, sentence, N_("Check that you may read it and what is in it."))


def _reading_problem(name: str, sentence: str, fix: str) -> Problem:
    printable = name.encode("utf-8", "replace").decode()
    return Problem(Position(printable), "unreadable-file", sentence, fix)
