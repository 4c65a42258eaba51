"""What an owner adds with their own hands: pages and images, templates, theme parts. Only files that are asked for are read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import relpath
from urllib.parse import unquote

import yaml

from guildbook.i18n import N_
from guildbook.model import is_id
from guildbook.problems import Position, Problem

PAGES, TEMPLATES, OVERRIDES, ASSETS = "content/pages", "site_config/templates", "site_config/overrides", "site_config/assets"
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
MAX_BYTES = 5_000_000

_FRONT = re.compile(r"\A---\n(.*?)\n---\n?(.*)\Z", re.DOTALL)
_WHO = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/", b"eXIf", b"<x:xmpmeta")
"""How the place and the camera of a photo, or its author, are written into it (Exif 2.32 and XMP, checked 2026-11-22)."""
_ACTIVE = re.compile(rb"<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY|(?:href|src)\s*=\s*[\"']https?:", re.IGNORECASE)


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
    problems: list[Problem] = []
    pages, images, templates = [], {}, {}
    for name, path in _files(folder, PAGES, problems):
        if path.suffix == ".md":
            page, more = _page(name, path)
            pages += [page] if page else []
            problems += more
        elif path.suffix.lower() in IMAGES:
            images[name.removeprefix(PAGES + "/")] = path.read_bytes()
            problems += _picture(name, images[name.removeprefix(PAGES + "/")])
        else:
            problems.append(
                _problem(name, N_("Only Markdown (.md) and pictures belong into content/pages."), N_("Move it elsewhere."))
            )
    for name, path in _files(folder, TEMPLATES, problems):
        templates[name.removeprefix(TEMPLATES + "/")] = path.read_text(encoding="utf-8", errors="replace")
    overrides = {name.removeprefix(OVERRIDES + "/"): path.read_bytes() for name, path in _files(folder, OVERRIDES, problems)}
    assets = {name.removeprefix(ASSETS + "/"): path.read_bytes() for name, path in _files(folder, ASSETS, problems)}
    for name, data in assets.items():
        problems += _picture(f"{ASSETS}/{name}", data)
    return CustomFiles(tuple(pages), images, templates, overrides, assets), problems


def _files(folder: Path, below: str, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """The ordinary files below a folder that are not hidden; a link or a giant is a problem, and never opened."""
    for path in sorted((folder / below).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.name.startswith(".") or path.name.endswith("~") or "/_" in name or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink() or not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
            problems.append(
                _problem(name, N_("This is not an ordinary file of this folder."), N_("Put the file itself here, not a link."))
            )
        elif path.stat().st_size > MAX_BYTES:
            problems.append(
                _problem(name, N_("This file is larger than 5 MB."), N_("Make it smaller: people open the site on phones."))
            )
        else:
            yield name, path


def _page(name: str, path: Path) -> tuple[CustomPage | None, list[Problem]]:
    found = _FRONT.match(path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n"))
    try:
        front = yaml.load(found[1], Loader=yaml.BaseLoader) if found else {}  # noqa: S506 - BaseLoader makes text and nothing else
    except yaml.YAMLError:
        front = {}
    front = front if isinstance(front, dict) else {}
    address = PurePosixPath(name.removeprefix(PAGES + "/")).with_suffix("").as_posix()
    problems = list(_front_matter(name, front, address))
    if problems or not found:
        return None, problems
    replaces = front.get("replaces")
    if replaces is not None:
        address = "" if replaces == "index" else replaces.strip("/")
    return CustomPage(name, front["site"], address, front["title"], found[2], replaces), []


def _front_matter(name: str, front: Mapping[str, object], address: str) -> Iterator[Problem]:
    if front.get("site") not in ("members", "handbook"):
        sentence = N_("This page does not say who may read it.")
        fix = N_(
            "Begin it with three hyphens, then “site: members” or “site: handbook”, a “title: …”, and three hyphens again."
        )
        yield _problem(name, sentence, fix)
    elif not str(front.get("title") or "").strip():
        yield _problem(name, N_("This page has no title."), N_("Add “title: …” between the hyphens at its beginning."))
    elif not all(is_id(part) for part in address.split("/")):
        yield _problem(
            name, N_("The name of this file cannot be an address."), N_("Use small letters, digits and single hyphens.")
        )
    for key in front:
        if key not in ("site", "title", "replaces"):
            fix = N_("Between the hyphens may stand: site, title, replaces.")
            yield _problem(name, N_("Guildbook does not know “{key}” here."), fix, key=key)


def _picture(name: str, data: bytes) -> Iterator[Problem]:
    if any(mark in data for mark in _WHO):
        fix = N_("Save it again without these data; most programs call it “export for the web”.")
        yield _problem(name, N_("This picture says in its hidden data where, when or by whom it was made."), fix)
    if name.lower().endswith(".svg") and _ACTIVE.search(data):
        fix = N_("Save it as a plain drawing, or as PNG.")
        yield _problem(name, N_("This drawing holds a script, or loads something from elsewhere."), fix)


def _problem(name: str, sentence: str, fix: str, **values: object) -> Problem:
    return Problem(Position(name), "own-file", sentence, fix, values)
