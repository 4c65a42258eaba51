"""Both engines make the same sites of the same Markdown: the same addresses and headings; every link inside leads somewhere."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from conftest import copy_community
from test_private import everything
from test_words import ENGINES, built, headings, hostile, read

BASES = {
    "members": ("https://members.example/", "https://address-not-set.invalid/"),
    "handbook": ("https://handbook.example/", "https://address-not-set.invalid/"),
}
HERE = "https://here.invalid/some/folders/deep/"
"""Where a site is thought to be, so that a link that climbs too far does not stop at the top by chance."""


def starter(folder: Path) -> None:
    copy_community("starter", folder)


def small(folder: Path) -> None:
    copy_community("small", folder)


COMMUNITIES: tuple[Callable[[Path], object], ...] = (starter, small, hostile, everything)


class Links(HTMLParser):
    """The ids of a page, and the addresses that its links, pictures, scripts and styles name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.ids[value or ""] += 1
            elif name in ("href", "src"):
                self.addresses.append(value or "")


@dataclass(frozen=True)
class Site:
    """A built site: its pages by path, each parsed."""

    folder: Path
    pages: dict[str, Links]

    def missing(self) -> list[str]:
        """Every link inside the site whose file or id does not exist."""
        links = [(name, address) for name, page in self.pages.items() for address in page.addresses]
        return [f"{name}: {address}" for name, address in links if not self.leads_somewhere(name, address)]

    def leads_somewhere(self, name: str, address: str) -> bool:
        whole, fragment = urldefrag(urljoin(HERE + name, address))
        base = next((base for base in (HERE, urljoin(HERE, "/"), *BASES[self.folder.name]) if whole.startswith(base)), None)
        if base is None:
            return True
        path = unquote(whole.removeprefix(base))
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        if not (self.folder / file).is_file():
            return False
        return not fragment or unquote(fragment) in self.pages[file].ids


def parsed(folder: Path) -> Site:
    pages = sorted(folder.rglob("*.html"))
    return Site(folder, {page.relative_to(folder).as_posix(): Links(read(page)) for page in pages})


Both = dict[str, dict[str, Site]]


@pytest.fixture(scope="module", params=COMMUNITIES, ids=lambda write: write.__name__)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Both sites of a community, by each engine."""
    sites = {engine: built(request.param, engine, tmp_path_factory) for engine in ENGINES}
    return {name: {engine: parsed(site / name) for engine, site in sites.items()} for name in ("members", "handbook")}


@pytest.mark.parametrize("name", ["members", "handbook"])
def test_both_engines_give_the_same_addresses(both: Both, name: str) -> None:
    mkdocs, zensical = (set(both[name][engine].pages) for engine in ENGINES)
    assert mkdocs == zensical
    assert {"index.html", "404.html", "rules/index.html"} <= mkdocs


@pytest.mark.parametrize("name", ["members", "handbook"])
def test_both_engines_give_every_page_the_same_headings(both: Both, name: str) -> None:
    mkdocs, zensical = (
        {
            page: [(heading.level, heading.id, heading.text) for heading in headings(site.folder / page)]
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
    assert parsed(folder).missing() == [f"index.html: {link}" for link in bad]
