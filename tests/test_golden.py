"""A community in, pages out: each folder in tests/golden/ is a community, and `expected/` is what we write for the engine.

To accept new pages: make bless, then read the diff.
"""

import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from guildbook.i18n import translator
from guildbook.load import load
from guildbook.model import FILES, Part, fields, iter_leaves
from guildbook.pipeline.check_folder import check_folder
from guildbook.render import render
from support.paths import ROOT
from support.paths import TESTS as HERE
from support.trees import read_tree

GOLDEN = sorted(p for p in (HERE / "golden").iterdir() if (p / "content").is_dir())
LIVELY = HERE / "golden" / "lively"
TEMPLATES = ROOT / "generator/guildbook/templates"
NOT_A_PAGE = ("parts.md.j2",)
SOME_CHOICES = {
    "site/handbook": "a community has one handbook or none apart",
    "community/goes_without": "it has what it says it goes without already",
    "conversations/rituals/*/day": "a week of rituals would be all alike",
}
"""Fields of which `lively` does not show every word that may stand there, and why."""

BLESS = bool(os.environ.get("GUILDBOOK_BLESS"))


def written(folder: Path) -> dict[str, bytes]:
    """The configuration and pages that a community comes to; theme parts and assets are copies of ours."""
    ours = ("docs/assets/", "overrides/")
    checked = check_folder(folder)
    files = {
        plan.site.name: render(plan, checked.loaded.custom_files, translator(plan.site.language).gettext)
        for plan in checked.plans
    }
    return {f"{site}/{name}": data for site, made in files.items() for name, data in made.items() if not name.startswith(ours)}


@pytest.mark.parametrize("community", GOLDEN, ids=lambda path: path.name)
def test_a_community_becomes_these_pages(community: Path) -> None:
    assert not [p for p in check_folder(community).problems if p.is_error]
    pages = written(community)
    expected = community / "expected"
    if BLESS:
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in pages.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
    assert {name: data.decode() for name, data in pages.items()} == {n: d.decode() for n, d in read_tree(expected).items()}


def field_patterns(part: type[Part], under: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every field below a part: the pattern of its path, and the words that may stand there where only some may."""
    for field in fields(part):
        levels = 1 if field.shape == "list" else len(field.key_markers)
        pattern = "/".join([*filter(None, [under, field.key]), *["*"] * levels])
        yield pattern, field.choices
        if field.part:
            yield from field_patterns(field.part, pattern)


def _is_at(path: str, pattern: str) -> bool:
    """True for a path whose steps are those of a pattern, where `*` is any one step."""
    return path.count("/") == pattern.count("/") and fnmatch(path, pattern)


PATTERNS = dict(found for spec in FILES for found in field_patterns(spec.holds, spec.under))


def test_lively_fills_every_field_of_the_model() -> None:
    """What is written in the folder counts, and no default: so a new field has a look in a golden page from its first day."""
    paths = load(LIVELY).source_map.keys
    assert [pattern for pattern in PATTERNS if not any(_is_at(path, pattern) for path in paths)] == []


def test_lively_shows_every_word_where_only_some_may_stand() -> None:
    leaves = {leaf.path: leaf.value for leaf in iter_leaves(load(LIVELY).book)}
    shown = {
        pattern: {value for path, value in leaves.items() if _is_at(path, pattern)}
        for pattern in PATTERNS
        if pattern.removesuffix("/*") not in SOME_CHOICES
    }
    assert {pattern: missing for pattern in shown if (missing := set(PATTERNS[pattern]) - shown[pattern])} == {}


def test_lively_shows_every_page_template_of_both_sites() -> None:
    shown = {page.template for plan in check_folder(LIVELY).plans for page in plan.pages if page.template}
    ours = {p.relative_to(TEMPLATES).as_posix() for site in ("members", "handbook") for p in (TEMPLATES / site).glob("*.md.j2")}
    assert shown == {name for name in ours if not name.endswith(NOT_A_PAGE)}


def test_nothing_is_said_about_lively() -> None:
    assert [problem.sentence for problem in check_folder(LIVELY).problems] == []
