"""Which files of an owner's folder hold the book, read as they are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from guildbook import sources
from guildbook.i18n import N_
from guildbook.load.folder_reader import EDITED_FOLDERS, FileSet, list_files, read_file
from guildbook.model import FILES, FileSpec, is_id
from guildbook.problems import Position, Problem
from guildbook.sources import MAX_SOURCE_BYTES, Source

HAND_WRITTEN = (
    "content/pages/",
    "site_config/door/",
    "site_config/templates/",
    "site_config/overrides/",
    "site_config/assets/",
)
"""Folders whose files are not parts of the book."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read, its file specification, and the path that its keys stand below."""

    source: Source
    spec: FileSpec
    under: str


def read_source_files(folder: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Every file of the book, in the order of the specifications, and what does not belong there or cannot be read.

    Where a folder cannot be read, what its files would have held is known as unread, by a source without a root.
    """
    listings = [list_files(folder, FileSet(top, (".yml", ".yaml"), _is_no_part)) for top in EDITED_FOLDERS]
    names = sorted(name for listing in listings for name in listing.files)
    problems = [problem for listing in listings for problem in listing.problems]
    unread = [problem.position.file for problem in problems]
    source_files: list[SourceFile] = []
    for spec in FILES:
        matching = [name for name in names if _matches(name, spec)]
        source_files += [_read_source_file(folder, name, spec) for name in matching]
        problems += [_bad_name(name) for name in matching if "*" in spec.under and not is_id(PurePosixPath(name).stem)]
        hidden = list(_unread_files(spec, unread))
        source_files += hidden
        if spec.required and not matching and not hidden:
            problems.append(_missing_file(spec.pattern))
    known = {source_file.source.file for source_file in source_files}
    return source_files, [*problems, *(_unknown_file(name) for name in names if name not in known)]


def unread_source_files() -> list[SourceFile]:
    """What stands for the files of a community's folder where nothing in it can be read."""
    return [source_file for spec in FILES for source_file in _unread_files(spec, EDITED_FOLDERS)]


def _is_no_part(name: str, is_folder: bool) -> bool:
    return PurePosixPath(name).name.startswith(".") or (name + "/" * is_folder).startswith(HAND_WRITTEN)


def _matches(name: str, spec: FileSpec) -> bool:
    return fnmatch(name, spec.pattern) and name.count("/") == spec.pattern.count("/")


def _read_source_file(folder: Path, name: str, spec: FileSpec) -> SourceFile:
    data, problems = read_file(folder, name, MAX_SOURCE_BYTES)
    source = Source(name, (), None, tuple(problems)) if problems else sources.read(name, data)
    return SourceFile(source, spec, spec.under.replace("*", PurePosixPath(name).stem))


def _unread_files(spec: FileSpec, unread: Collection[str]) -> Iterator[SourceFile]:
    """A file of a specification for each path that could not be read and may hold or be one."""
    for name in unread:
        if _matches(name, spec):
            yield SourceFile(Source(name, (), None, ()), spec, spec.under.replace("*", PurePosixPath(name).stem))
        elif spec.pattern.startswith(f"{name}/"):
            yield SourceFile(Source(spec.pattern, (), None, ()), spec, spec.under.removesuffix("/*"))


def _bad_name(name: str) -> Problem:
    sentence = N_("“{stem}” cannot be part of an address, and this file's name becomes one.")
    fix = N_("Rename the file: small letters a to z, digits and single hyphens, as in content-theft.yml.")
    return Problem(Position(name), "file-name", sentence, fix, {"stem": PurePosixPath(name).stem})


def _missing_file(name: str) -> Problem:
    sentence = N_("There is no {file} here, and every playbook begins with it.")
    fix = N_("Run guildbook in your community's folder. To start a new one: guildbook new my-community")
    return Problem(Position(name), "missing-file", sentence, fix, {"file": name})


def _unknown_file(name: str) -> Problem:
    path = PurePosixPath(name)
    if path.suffix != ".yml":
        sentence, fix = N_("This file's name does not end in .yml, so nothing of it is read."), N_("Name it {near}.")
        return Problem(Position(name), "unknown-file", sentence, fix, {"near": path.stem + ".yml"})
    exact = [spec.pattern for spec in FILES if "*" not in spec.pattern]
    near = get_close_matches(name, exact, 1, 0.8)
    fix = (
        N_("Did you mean {near}?") if near else N_("Move it elsewhere if it is not for Guildbook. What belongs here: {files}.")
    )
    sentence = N_("Guildbook does not know this file, so nothing of it is read.")
    patterns = ", ".join(spec.pattern for spec in FILES)
    return Problem(Position(name), "unknown-file", sentence, fix, {"near": near[0] if near else "", "files": patterns})
