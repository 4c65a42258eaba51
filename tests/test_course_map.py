"""docs/course-map.md holds: a canary put into each field that it names is found on the page that it names."""

import os
import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from guildbook import output
from guildbook.engine import start_engine
from guildbook.load import CustomFiles, SourceMap, load
from guildbook.model import Book, Leaf, Part, iter_leaves
from guildbook.pages import OwnerNotes, SitePlan, plan_sites
from guildbook.postprocess import postprocess
from guildbook.render import render
from test_words import ENGINES, headings

ROW = re.compile(r"\| (\d+) \|.*\| `([^`]+)` \| (members|handbook) (\S+) \|$")


@dataclass(frozen=True)
class Promise:
    """A line of the map: the course's row, the field, the site and the address of the page."""

    row: int
    field: str
    site: str
    address: str


PROMISES = [
    Promise(int(found[1]), found[2], found[3], found[4].strip("/"))
    for line in (ROOT / "docs" / "course-map.md").read_text(encoding="utf-8").splitlines()
    if (found := ROW.match(line))
]
BOOK = load(ROOT).book


def with_canary(thing: Any, steps: list[str], canary: str) -> Any:
    """The same thing with the value at a path replaced."""
    if not steps:
        return canary
    step, rest = steps[0], steps[1:]
    if isinstance(thing, Part):
        return thing.model_copy(update={step: with_canary(getattr(thing, step), rest, canary)})
    if isinstance(thing, dict):
        return {**thing, step: with_canary(thing[step], rest, canary)}
    return [with_canary(item, rest, canary) if number == int(step) else item for number, item in enumerate(thing)]


def filled(pattern: str) -> list[Leaf]:
    """What the starter has filled in at a pattern of places."""
    return [leaf for leaf in iter_leaves(BOOK) if fnmatch(leaf.path, pattern) and leaf.path.count("/") == pattern.count("/")]


def pages_of(book: Book, site: str) -> dict[str, str]:
    plan: SitePlan = next(
        plan for plan in plan_sites(book, CustomFiles(), OwnerNotes(), SourceMap())[0] if plan.site.name == site
    )
    return {name: data.decode() for name, data in render(plan, CustomFiles(), str).items() if name.endswith(".md")}


def test_every_row_of_the_course_from_1_to_43_is_on_the_map() -> None:
    assert {promise.row for promise in PROMISES} == set(range(1, 44))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: f"{p.row}:{p.field}")
def test_what_an_owner_sets_is_read_where_the_map_says(promise: Promise) -> None:
    canary = "canarywordxyz"
    candidates = filled(promise.field)
    assert candidates, f"the starter leaves {promise.field} empty"
    wanted = Path("docs") / promise.address / "index.md"
    found = []
    for leaf in candidates:
        pages = pages_of(with_canary(BOOK, leaf.path.split("/"), canary), promise.site)
        found = [name for name, text in pages.items() if canary in text and fnmatch(name, wanted.as_posix())]
        if found:
            break
    assert found


def canaries() -> tuple[Book, dict[str, str]]:
    """The starter's book with a word of its own in every field that the map names, and the words by the fields' places."""
    places = dict.fromkeys(leaf.path for promise in PROMISES for leaf in filled(promise.field))
    words = {place: f"canary{number}x" for number, place in enumerate(places)}
    book = BOOK
    for place, word in words.items():
        book = with_canary(book, place.split("/"), word)
    return book, words


def shown(plans: tuple[SitePlan, ...], engine: str, folder: Path) -> dict[tuple[str, str], str]:
    """What a reader sees of each page of the finished sites, by site and address."""
    with start_engine(engine, os.environ) as builder:
        for plan in plans:
            output.write_tree(folder / plan.site.name, render(plan, CustomFiles(), str))
            builder.begin(folder / plan.site.name)
        for plan in plans:
            builder.wait(folder / plan.site.name)
    for plan in plans:
        output.write_tree(
            folder / "finished" / plan.site.name, postprocess(output.read_tree(folder / plan.site.name / "out"), plan)
        )
    return {
        (plan.site.name, page.address): " ".join(
            text
            for heading in headings(folder / "finished" / plan.site.name / page.address / "index.html")
            for text in (heading.text, *heading.shown)
        )
        for plan in plans
        for page in plan.pages
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_all_that_an_owner_sets_at_once_is_read_where_the_map_says_on_the_sites_of_both_engines(
    engine: str, tmp_path: Path
) -> None:
    book, words = canaries()
    assert len(words) > len({promise.field for promise in PROMISES})
    pages = shown(plan_sites(book, CustomFiles(), OwnerNotes(), SourceMap())[0], engine, tmp_path)
    lost = [
        (leaf.path, promise.site, promise.address)
        for promise in PROMISES
        for leaf in filled(promise.field)
        if not any(
            words[leaf.path] in text
            for (site, address), text in pages.items()
            if site == promise.site and fnmatch(address, promise.address)
        )
    ]
    assert lost == []
