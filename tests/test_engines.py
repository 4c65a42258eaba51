"""Both engines make the same sites of the same Markdown: the same addresses and headings; every link inside leads somewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.canaries import write_everything
from support.communities import write_small, write_starter
from support.hostile import write_hostile
from support.html_pages import read_headings
from support.links import Site, parse_site
from support.sites import ENGINES, build_site

pytestmark = pytest.mark.engine

COMMUNITIES: tuple[Callable[[Path], object], ...] = (write_starter, write_small, write_hostile, write_everything)


Both = dict[str, dict[str, Site]]


@pytest.fixture(scope="module", params=COMMUNITIES, ids=lambda write: write.__name__)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Both sites of a community, by each engine."""
    sites = {engine: build_site(request.param, engine, tmp_path_factory) for engine in ENGINES}
    return {name: {engine: parse_site(site / name) for engine, site in sites.items()} for name in ("members", "handbook")}


@pytest.mark.parametrize("name", ["members", "handbook"])
def test_both_engines_give_the_same_addresses(both: Both, name: str) -> None:
    mkdocs, zensical = (set(both[name][engine].pages) for engine in ENGINES)
    assert mkdocs == zensical
    assert {"index.html", "404.html", "rules/index.html"} <= mkdocs


@pytest.mark.parametrize("name", ["members", "handbook"])
def test_both_engines_give_every_page_the_same_headings(both: Both, name: str) -> None:
    mkdocs, zensical = (
        {
            page: [(heading.level, heading.id, heading.text) for heading in read_headings(site.folder / page)]
            for page in site.pages
            if page != "404.html"
        }
        for site in both[name].values()
    )
    assert mkdocs == zensical
    pages = {page: found for page, found in mkdocs.items() if not page.startswith("r/")}  # a card has no heading
    assert all(found[0][0] == 1 and all(id_ and text for _, id_, text in found) for found in pages.values())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["members", "handbook"])
def test_every_link_inside_a_site_leads_to_a_file_and_an_id_that_exist(both: Both, name: str, engine: str) -> None:
    site = both[name][engine]
    assert site.missing() == []
    assert sum(address.startswith("#") for page in site.pages.values() for address in page.addresses) > len(site.pages)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["members", "handbook"])
def test_no_page_repeats_an_id(both: Both, name: str, engine: str) -> None:
    repeated = {
        page: twice for page, links in both[name][engine].pages.items() if (twice := [i for i, n in links.ids.items() if n > 1])
    }
    assert repeated == {}


def test_a_link_that_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    folder = tmp_path / "members"
    (folder / "rules").mkdir(parents=True)
    good = (
        "rules/#one",
        "rules/",
        "/rules/#one",
        "https://members.example/rules/",
        "https://elsewhere.example/#x",
        "#here",
        "",
    )
    bad = ("rules/#two", "gone/", "rules", "../rules/", "https://members.example/gone/", "#gone")
    (folder / "index.html").write_text('<p id="here">' + "".join(f'<a href="{link}">x</a>' for link in good + bad))
    (folder / "rules/index.html").write_text('<h2 id="one">x</h2>')
    assert parse_site(folder).missing() == [f"index.html: {link}" for link in bad]
