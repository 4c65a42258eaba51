"""Which files of an owner's folder hold the book, read as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from guildbook import sources
from guildbook.i18n import N_
from guildbook.model import FILES, FileSpec, is_id
from guildbook.problems import Position, Problem
from guildbook.sources import Source

MAX_BYTES = 1_000_000
FOLDERS = ("content", "playbooks", "site_config")
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


def read_all(folder: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Every file of the book, in the order of the shelves, and problems with files that do not belong or cannot be read."""
    source_files, problems = [], []
    names = sorted(_yaml_files(folder))
    for spec in FILES:
        for name in [n for n in names if fnmatch(n, spec.pattern) and n.count("/") == spec.pattern.count("/")]:
            source = _read(folder, name)
            stem = PurePosixPath(name).stem
            source_files.append(SourceFile(source, spec, spec.under.replace("*", stem)))
            if "*" in spec.under and not is_id(stem):
                problems.append(_bad_name(name, stem))
        if spec.required and spec.pattern not in names:
            problems.append(_missing(spec.pattern))
    known = {volume.source.file for volume in source_files}
    problems += [_unknown(name) for name in names if name not in known]
    return source_files, problems


def _yaml_files(folder: Path) -> Iterator[str]:
    for top in FOLDERS:
        for path in (folder / top).rglob("*"):
            name = path.relative_to(folder).as_posix()
            if path.suffix.lower() in (".yml", ".yaml") and not name.startswith(HAND_WRITTEN) and "/." not in name:
                yield name


def _read(folder: Path, name: str) -> Source:
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return _unreadable(
            name,
            N_("This is not an ordinary file of the playbook's folder."),
            N_("Put the file itself here, not a link to it."),
        )
    try:
        with path.open("rb") as file:
            return sources.read(name, file.read(MAX_BYTES + 1))
    except OSError:
        return _unreadable(
            name, N_("This file cannot be opened."), N_("Check that you may read it, and that no other program holds it.")
        )


def _bad_name(name: str, stem: str) -> Problem:
    sentence = N_("“{stem}” cannot be part of an address, and this file's name becomes one.")
    fix = N_("Rename the file: small letters a to z, digits and single hyphens, as in content-theft.yml.")
    return Problem(Position(name), "file-name", sentence, fix, {"stem": stem})


def _unreadable(name: str, sentence: str, fix: str) -> Source:
    return Source(name, (), None, (Problem(Position(name), "unreadable-file", sentence, fix),))


def _missing(name: str) -> Problem:
    sentence = N_("There is no {file} here, and every playbook begins with it.")
    fix = N_("Run guildbook in your community's folder. To start a new one: guildbook new my-community")
    return Problem(Position(name), "missing-file", sentence, fix, {"file": name})


def _unknown(name: str) -> Problem:
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
