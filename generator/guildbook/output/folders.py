"""Folders that we made, known by a marker file, and the only ones that are ever emptied."""

import os
from collections.abc import Collection, Iterator, Mapping
from itertools import takewhile
from pathlib import Path, PurePosixPath
from stat import S_IMODE

from guildbook.i18n import N_
from guildbook.output.not_built import NotBuilt, explain_os_errors

FileTree = Mapping[str, bytes]
"""The files of a folder by their paths, which have "/"."""

MARKER = ".made-by-guildbook"
MARKER_TEXT = b"This folder is made by `guildbook build`, which may empty it: keep nothing of your own here.\n"
SOURCES = ("content", "playbooks", "site_config", ".git")


def write_tree(folder: Path, files: FileTree) -> None:
    """Make `folder` hold exactly these files (their paths have "/") and the marker; a file that is right is not touched.

    Raises NotBuilt where the folder is not ours or the system refuses, ValueError for a path that leaves the folder.
    """
    with explain_os_errors(folder, files):
        fill(folder, files)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the marker, by its path with "/", sorted. Raises NotBuilt for a link or an unreadable file."""
    with explain_os_errors(folder):
        return dict(
            sorted((name, _read_entry(folder, entry)) for name, entry in _list_entries(folder) if not _is_folder(entry))
        )


def refuse_unsafe(folder: Path, source: Path, home: Path) -> None:
    """Raise NotBuilt unless we may fill `folder`; changes nothing.

    Refused are the community's folder `source`, the folders in it that an owner edits, the `home` folder, whatever holds one
    of them, a link, a folder with something in it that is not ours, and one without a name ("." and "..").
    """
    with explain_os_errors(folder):
        _refuse_link(folder.absolute(), source)
        above = _with_parents(Path(os.path.realpath(folder)))
        if _is_among(above[0], [*_with_parents(source.resolve()), *_with_parents(home.resolve())]):
            raise _folder_refusal(N_("The folder {folder} holds your playbook or your home folder."), folder)
        if any(_is_among(source / name, above) for name in SOURCES):
            raise _folder_refusal(N_("The folder {folder} is where the playbook itself is written."), folder)
        if folder.name in ("", ".."):
            raise _folder_refusal(N_("The folder {folder} must be called by its own name."), folder)
        require_ours(folder)


def require_ours(folder: Path) -> None:
    """Raise NotBuilt unless `folder` is missing, empty, or has our marker. Raises OSError too."""
    if folder.is_symlink():
        raise _folder_refusal(N_("The folder {folder} is a link to another one."), folder)
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise _folder_refusal(N_("The folder {folder} has files in it that Guildbook did not make."), folder)


def make_ours(folder: Path) -> None:
    """Make `folder` and put our marker in it before anything else. Raises NotBuilt where it is not ours, and OSError."""
    require_ours(folder)
    _make_folder(folder)
    _write_file(folder / MARKER, MARKER_TEXT)


def fill(folder: Path, files: FileTree) -> None:
    """Do what `write_tree` does, but leave an OSError as it is."""
    folders = {str(parent) for name in files for parent in inner_path(name).parents}
    make_ours(folder)
    _prune(folder, files, folders)
    for name in sorted(folders):
        _make_folder(folder / name)
    for name, data in sorted(files.items()):
        _write_file(folder / name, data)


def remove(folder: Path) -> None:
    """Remove a folder of ours, if it is there. Raises NotBuilt where it is not ours, and OSError."""
    require_ours(folder)
    if folder.exists():
        _prune(folder, (), ())
        (folder / MARKER).unlink(missing_ok=True)  # last, so that what a killed build leaves is known as ours
        folder.rmdir()


def _list_entries(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder but its marker, by name; a folder comes before what it holds, links are not followed."""
    with os.scandir(folder / below) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = below + entry.name
        if name != MARKER:
            yield name, entry
            if _is_folder(entry):
                yield from _list_entries(folder, f"{name}/")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _prune(folder: Path, files: Collection[str], folders: Collection[str]) -> None:
    for name, entry in reversed(list(_list_entries(folder))):
        if _is_folder(entry):
            if name not in folders:
                Path(entry).rmdir()
        elif name not in files or not entry.is_file(follow_symlinks=False):
            Path(entry).unlink()


def _make_folder(folder: Path) -> None:
    if not folder.parent.is_dir():
        _make_folder(folder.parent)
    if not folder.is_dir():
        folder.mkdir()
    _set_mode(folder, 0o755)


def _write_file(path: Path, data: bytes) -> None:
    if not path.exists() or path.read_bytes() != data:
        path.unlink(missing_ok=True)  # a hard link elsewhere keeps what it had
        with path.open("xb") as file:
            file.write(data)
    _set_mode(path, 0o644)


def _set_mode(path: Path, mode: int) -> None:
    if S_IMODE(path.stat().st_mode) != mode:  # for who may write here but does not own the file
        path.chmod(mode)


def _read_entry(folder: Path, entry: os.DirEntry[str]) -> bytes:
    if not entry.is_file(follow_symlinks=False):
        raise NotBuilt(
            N_("{file} in {folder} is not a file but a link or a device. The last site is as it was."),
            N_("Remove it and build again."),
            {"file": entry.name, "folder": str(folder)},
        )
    return Path(entry).read_bytes()


def inner_path(name: str) -> PurePosixPath:
    """The path of a file inside a folder of ours. Raises ValueError where it would lead out of it, or be its marker."""
    leads_out = any(part in ("", ".", "..") for part in name.split("/")) or any(sign in name for sign in "\\:\0")
    if leads_out or name == MARKER:
        raise ValueError(f"not a path inside a folder of ours: {name!r}")
    return PurePosixPath(name)


def _refuse_link(folder: Path, source: Path) -> None:
    above = _with_parents(folder)
    below_source = list(takewhile(lambda path: not _is_among(path, [source]), above))
    for path in below_source if len(below_source) < len(above) else [folder]:
        if path.is_symlink():
            raise _folder_refusal(N_("The folder {folder} is a link to another one."), path)


def _with_parents(path: Path) -> list[Path]:
    return [path, *path.parents]


def _is_among(path: Path, others: list[Path]) -> bool:
    """Whether it is the same folder as one of the others, however they are spelled."""
    return path in others or (path.exists() and any(other.exists() and path.samefile(other) for other in others))


def _folder_refusal(sentence: str, folder: Path) -> NotBuilt:
    return NotBuilt(
        sentence,
        N_("Nothing was changed. Choose a folder that is empty or not there yet, for example site/members."),
        {"folder": str(folder)},
    )
