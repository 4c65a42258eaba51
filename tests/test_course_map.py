"""docs/course-map.md holds: a canary put into each field that it names is found on the page that it names."""

import os
import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from guildbook import output
from guildbook.engine import start_engine
from guildbook.load import CustomFiles, SourceMap, load
from guildbook.model import Book, Leaf, iter_leaves
from guildbook.pages import OwnerNotes, SitePlan, plan_sites
from guildbook.postprocess import postprocess
from guildbook.render import render
from support.html_pages import read_headings
from support.paths import ROOT
from support.replace import replace_value
from support.sites import ENGINES

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


def filled(pattern: str) -> list[Leaf]:
    """What the starter has filled in at a pattern of places."""
    return [leaf for leaf in iter_leaves(BOOK) if fnmatch(leaf.path, pattern) and leaf.path.count("/") == pattern.count("/")]


def test_every_row_of_the_course_from_1_to_43_is_on_the_map() -> None:
    assert {promise.row for promise in PROMISES} == set(range(1, 44))


def fill_with_canaries() -> tuple[Book, dict[str, str]]:
    """The starter's book with a word of its own in every field that the map names, and the words by the fields' paths."""
    paths = dict.fromkeys(leaf.path for promise in PROMISES for leaf in filled(promise.field))
    words = {path: f"canary{number}x" for number, path in enumerate(paths)}
    book = BOOK
    for path, word in words.items():
        book = replace_value(book, path.split("/"), word)
    return book, words


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    """The canaries by the paths of their fields."""
    return fill_with_canaries()[1]


@pytest.fixture(scope="module")
def plans() -> tuple[SitePlan, ...]:
    """Both sites of the book that is full of canaries."""
    return plan_sites(fill_with_canaries()[0], CustomFiles(), OwnerNotes(), SourceMap())[0]


@pytest.fixture(scope="module")
def pages(plans: tuple[SitePlan, ...]) -> dict[tuple[str, str], str]:
    """The Markdown of every page, by site and address."""
    files = {plan.site.name: render(plan, CustomFiles(), str) for plan in plans}
    return {
        (plan.site.name, page.address): files[plan.site.name][f"docs/{page.address}/index.md".replace("//", "/")].decode()
        for plan in plans
        for page in plan.pages
    }


def find_lost(promise: Promise, words: dict[str, str], pages: dict[tuple[str, str], str]) -> list[str]:
    """The paths of what is filled in at a promise's field and stands on no page that the promise names."""
    texts = [text for (site, address), text in pages.items() if site == promise.site and fnmatch(address, promise.address)]
    return [leaf.path for leaf in filled(promise.field) if not any(words[leaf.path] in text for text in texts)]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: f"{p.row}:{p.field}")
def test_what_an_owner_sets_is_read_where_the_map_says(
    promise: Promise, words: dict[str, str], pages: dict[tuple[str, str], str]
) -> None:
    assert filled(promise.field), f"the starter leaves {promise.field} empty"
    assert find_lost(promise, words, pages) == []


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
            for heading in read_headings(folder / "finished" / plan.site.name / page.address / "index.html")
            for text in (heading.text, *heading.shown)
        )
        for plan in plans
        for page in plan.pages
    }


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_all_that_an_owner_sets_at_once_is_read_where_the_map_says_on_the_sites_of_both_engines(
    engine: str, plans: tuple[SitePlan, ...], words: dict[str, str], tmp_path: Path
) -> None:
    assert len(words) > len({promise.field for promise in PROMISES})
    pages = shown(plans, engine, tmp_path)
    lost = [(promise.site, promise.address, path) for promise in PROMISES for path in find_lost(promise, words, pages)]
    assert lost == []
