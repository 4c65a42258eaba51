"""Components in Chromium: each selector of a site styles something, the gallery is open to all, scripts reckon well."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from guildbook.package_data import package_folder
from support.axe import Verdict, looks
from support.canaries import write_everything
from support.communities import write_small, write_starter
from support.gallery import build_gallery
from support.sites import build_site
from support.tabs import SITES, open_tab

pytestmark = pytest.mark.engine

COMPONENTS = package_folder("components")

# The script of the picker fills the element `gb-pick`, which it finds by its mark.
UNMATCHED = """([css, pages, scripts]) => {
  const documents = pages.map((page) => new DOMParser().parseFromString(page, "text/html"));
  const rules = (list) => [...list].flatMap((rule) => (rule.selectorText ? [rule] : rule.cssRules ? rules(rule.cssRules) : []));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const states = /::?(before|after|placeholder|marker|hover|focus-visible|target|empty)|\\[(open|hidden|dir[^\\]]*)\\]/g;
  const split = (text) => text.split(/,(?![^(]*\\))/).map((selector) => selector.trim());
  const selectors = rules(sheet.cssRules).flatMap((rule) => split(rule.selectorText));
  const ours = selectors.filter((selector) => selector.includes(".gb-"));
  const isMade = (selector) => selector.match(/gb-[\\w-]+/g).some((name) => scripts.includes(name) || name === "gb-pick");
  const plain = (selector) => selector.replace(states, "").replace(/:(is|not)\\(,? ?\\)/g, "") || "*";
  const found = (selector) => documents.some((page) => page.querySelector(plain(selector)));
  return [ours.length, ours.filter((selector) => !isMade(selector) && !found(selector))];
}"""


def site_files(site: Path, pattern: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(site.rglob(pattern))]


@pytest.mark.parametrize("name", SITES)
def test_every_selector_of_a_site_styles_something_on_it(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    sites = [build_site(write, "mkdocs", tmp_path_factory) / name for write in (write_starter, write_everything, write_small)]
    css = (sites[0] / "assets" / "guildbook.css").read_text(encoding="utf-8")
    scripts = "".join(site_files(sites[0] / "assets" / "js", "*.js"))
    page = chromium.new_page()
    count, unmatched = page.evaluate(UNMATCHED, [css, [text for site in sites for text in site_files(site, "*.html")], scripts])
    page.close()
    assert count > 50
    assert unmatched == []


@pytest.fixture(scope="module")
def gallery_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_gallery(tmp_path_factory.mktemp("gallery"))


def test_the_gallery_is_quiet_fits_its_window_and_axe_finds_nothing(
    gallery_site: Path, context: BrowserContext, axe: str, tmp_path: Path
) -> None:
    verdict = Verdict(axe)
    with open_tab(context, gallery_site) as opened:
        for width, scheme in looks():
            opened.show(width, scheme)
            opened.open("")
            opened.wait_for(scheme)
            assert opened.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            assert opened.page.screenshot(path=tmp_path / f"{width}-{scheme}.png", full_page=True)
        verdict.look(opened, "gallery", looks())
        assert opened.complaints == []
    verdict.hold("gallery")


def component(route: Route) -> None:
    path = COMPONENTS / route.request.url.removeprefix("http://components.test/")
    if path.is_file():
        route.fulfill(body=path.read_text(encoding="utf-8"), content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


def reckoned(context: BrowserContext, name: str, expression: str) -> Any:
    """What an expression comes to, in which `c` is the script of a component."""
    context.route("http://components.test/**", component)
    page = context.new_page()
    page.goto("http://components.test/")
    return page.evaluate(f"async () => {{ const c = await import('./{name}/script.js'); return {expression}; }}")


ENTRY = """((id, weight, ...texts) => ({ id, number: id, last: id === 9,
  phrases: texts.map((text) => ({ weight, text, words: c.splitter("en")(text) })) }))"""
RANKED = f"c.ranker([{ENTRY}(1, 1, 'the same link'), {ENTRY}(2, 1, 'somebody asks for a password'), {ENTRY}(9, 1, 'none')])"


@pytest.mark.parametrize(
    ("name", "expression", "comes_to"),
    [
        ("finder", "c.splitter('en')('Ana’s Crème, 2 fakes!')", ["ana", "creme", "2", "fakes"]),
        ("finder", "[c.apart('form', 'from', 2), c.apart('abc', 'abc', 2), c.apart('a', 'abcd', 2)]", [1, 0, 3]),
        ("finder", "[c.alike('spam', 'spam'), c.alike('spam', 'fish')]", [1, 0]),
        ("finder", "c.alike('pass', 'password')", 0.75),
        (
            "finder",
            "[c.alike('posting', 'posted'), c.alike('bans', 'banned'), c.alike('spma', 'spam')]",
            [0.75, 0.6, 0.65],
        ),
        ("finder", f"{RANKED}([])", None),
        ("finder", f"{RANKED}(['passwrod']).map((answer) => [answer.entry.id, Boolean(answer.none)])", [[2, False], [9, True]]),
        ("fill", "c.fieldsOf('{a} {b} {a} {c}', { a: 1, b: 1 })", ["a", "b"]),
        ("fill", "c.filled('{a} and {b}, {a}', ['a'], () => '{b}')", "{b} and {b}, {b}"),
        ("fill", "c.missing(['a', 'b', 'c'], (n) => ({ a: 'x', b: ' ', c: '{a}' })[n], { a: 1, b: 1, c: 1 })", ["b", "c"]),
        ("fill", "[c.callsAll('hi @everyone'), c.callsAll('hi everyone'), c.callsAll('!room')]", [True, False, True]),
        (
            "clock",
            "[c.minutes('09:30'), c.within(60, 1380, 420), c.within(600, 1380, 420), c.within(600, 540, 1020)]",
            [570, True, False, True],
        ),
        (
            "clock",
            "[c.state(600, '09:00', '17:00'), c.state(1400), c.state(1100, '09:00', '17:00')]",
            ["awake", "night", "there"],
        ),
        ("clock", "c.there('Asia/Tokyo', new Date('2026-01-01T20:05:00Z'), 'en')", {"at": 305, "time": "Fri 05:05"}),
        ("promise", "[c.countdown(65), c.countdown(7200), c.countdown(0)]", ["1:05", "2:00:00", "0:00"]),
        ("picker", "c.follows({ usually: ['a', 'b'], unless: [['x', 'c']] }, '1')", {"rung": "b", "next": "b"}),
        ("picker", "c.follows({ usually: ['a', 'b'], unless: [['x', 'c']] }, 'unless-0')", {"rung": "c"}),
    ],
)
def test_what_scripts_work_out(context: BrowserContext, name: str, expression: str, comes_to: object) -> None:
    assert reckoned(context, name, expression) == comes_to
