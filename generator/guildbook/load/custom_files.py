"""What an owner adds with their own hands: pages and images, templates, theme parts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import relpath
from urllib.parse import unquote

import yaml

from guildbook import sources
from guildbook.i18n import N_
from guildbook.load.folder_reader import FileSet, list_files, read_file
from guildbook.model import is_id
from guildbook.problems import Position, Problem

PAGES = "content/pages"
TEMPLATES = "site_config/templates"
OVERRIDES = "site_config/overrides"
CUSTOM_ASSETS = "site_config/assets"
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
MAX_CUSTOM_BYTES = 5_000_000

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n?(.*)\Z", re.DOTALL)
_PHOTO_DATA = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/", b"eXIf", b"<x:xmpmeta")
"""How the place and the camera of a photo, or its author, are written into it (Exif 2.32 and XMP, checked 2026-11-22)."""
_ACTIVE_SVG = re.compile(
    rb"<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY|(?:href|src)\s*=\s*[\"']https?:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CustomPage:
    """A page that an owner wrote in Markdown: for whom, at which address, and whether it stands in for one of ours."""

    file: str
    site: str
    address: str
    title: str
    text: str
    replaces: str | None = None

    def pictures(self, images: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of the images that this page names, by where they stand when the page stands at its address."""
        text, here = unquote(self.text), PurePosixPath(self.file.removeprefix(PAGES + "/")).parent
        named = {relpath(name, here): data for name, data in images.items() if relpath(name, here) in text}
        return {(PurePosixPath(self.address).parent / way).as_posix(): data for way, data in named.items()}


@dataclass(frozen=True, slots=True)
class CustomFiles:
    """Everything that an owner added by hand."""

    pages: tuple[CustomPage, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, bytes] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)


def read_custom_files(folder: Path) -> tuple[CustomFiles, list[Problem]]:
    """What an owner added below a community's folder, and what is wrong with it."""
    files, problems = _read_folder(folder, PAGES)
    pages, images = [], {}
    for name, data in files.items():
        path = PurePosixPath(name)
        if path.suffix == ".md":
            page, more = _parse_page(f"{PAGES}/{name}", data)
            pages += [page] if page else []
            problems += more
        elif path.suffix.lower() in IMAGES:
            images[name] = data
        else:
            sentence = N_("Only Markdown (.md) and pictures belong into content/pages.")
            problems.append(_custom_problem(f"{PAGES}/{name}", sentence, N_("Move it elsewhere.")))
    templates, more = _read_templates(folder)
    overrides, more_of_overrides = _read_folder(folder, OVERRIDES)
    assets, more_of_assets = _read_folder(folder, CUSTOM_ASSETS)
    problems += [*more, *more_of_overrides, *more_of_assets]
    for top, pictures in ((PAGES, images), (CUSTOM_ASSETS, assets)):
        problems += [problem for name, data in pictures.items() for problem in _find_picture_problems(f"{top}/{name}", data)]
    return CustomFiles(tuple(pages), images, templates, overrides, assets), problems


def _read_folder(folder: Path, below: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The files below one of our folders, by their paths in it; hidden ones, copies of editors and giants are left out."""
    listing = list_files(folder, FileSet(below, (), _is_left_out))
    files: dict[str, bytes] = {}
    problems = list(listing.problems)
    for name in listing.files:
        data, more = read_file(folder, name, MAX_CUSTOM_BYTES)
        if len(data) > MAX_CUSTOM_BYTES:
            fix = N_("Make it smaller: people open the site on phones.")
            more = [_custom_problem(name, N_("This file is larger than 5 MB."), fix)]
        if not more:
            files[name.removeprefix(f"{below}/")] = data
        problems += more
    return files, problems


def _is_left_out(name: str, is_folder: bool) -> bool:
    file = PurePosixPath(name).name
    return file.startswith("_") or (not is_folder and (file.startswith(".") or file.endswith("~")))


def _read_templates(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    files, problems = _read_folder(folder, TEMPLATES)
    templates: dict[str, str] = {}
    for name, data in files.items():
        templates[name], more = sources.decode_utf8(f"{TEMPLATES}/{name}", data)
        problems += more
    return templates, problems


def _parse_page(name: str, data: bytes) -> tuple[CustomPage | None, list[Problem]]:
    text, problems = sources.decode_utf8(name, data)
    if problems:
        return None, problems
    found = _FRONT_MATTER.match(text.replace("\r\n", "\n"))
    try:
        front = yaml.load(found[1], Loader=yaml.BaseLoader) if found else {}  # noqa: S506 - BaseLoader makes text and nothing else
    except yaml.YAMLError:
        front = {}
    front = front if isinstance(front, dict) else {}
    address = PurePosixPath(name.removeprefix(PAGES + "/")).with_suffix("").as_posix()
    problems = list(_find_front_matter_problems(name, front, address))
    if problems or not found:
        return None, problems
    replaces = front.get("replaces")
    if replaces is not None:
        address = "" if replaces == "index" else replaces.strip("/")
    return CustomPage(name, front["site"], address, front["title"], found[2], replaces), []


def _find_front_matter_problems(name: str, front: Mapping[str, object], address: str) -> Iterator[Problem]:
    if front.get("site") not in ("members", "handbook"):
        sentence = N_("This page does not say who may read it.")
        fix = N_(
            "Begin it with three hyphens, then “site: members” or “site: handbook”, a “title: …”, and three hyphens again."
        )
        yield _custom_problem(name, sentence, fix)
    elif not str(front.get("title") or "").strip():
        yield _custom_problem(name, N_("This page has no title."), N_("Add “title: …” between the hyphens at its beginning."))
    elif not all(is_id(part) for part in address.split("/")):
        yield _custom_problem(
            name, N_("The name of this file cannot be an address."), N_("Use small letters, digits and single hyphens.")
        )
    for key, value in front.items():
        if key not in ("site", "title", "replaces"):
            fix = N_("Between the hyphens may stand: site, title, replaces.")
            yield _custom_problem(name, N_("Guildbook does not know “{key}” here."), fix, key=key)
        elif not isinstance(value, str):
            fix = N_("Write one word or one line behind “{key}:”.")
            yield _custom_problem(name, N_("“{key}” needs a text."), fix, key=key)


def _find_picture_problems(name: str, data: bytes) -> Iterator[Problem]:
    if any(mark in data for mark in _PHOTO_DATA):
        fix = N_("Save it again without these data; most programs call it “export for the web”.")
        yield _custom_problem(name, N_("This picture says in its hidden data where, when or by whom it was made."), fix)
    if name.lower().endswith(".svg") and _ACTIVE_SVG.search(data):
        fix = N_("Save it as a plain drawing, or as PNG.")
        yield _custom_problem(name, N_("This drawing holds a script, or loads something from elsewhere."), fix)


def _custom_problem(name: str, sentence: str, fix: str, **values: object) -> Problem:
    return Problem(Position(name), "own-file", sentence, fix, values)
