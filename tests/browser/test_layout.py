"""Where things stand, in any of three sets of fonts: nothing is too wide, covered, out of sight or too small to hit."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.axe import HALVES, share_pages
from support.chromium import launch_chromium
from support.fonts import FONT_SETS, FontSet, write_fontconfig
from support.opening import unfold
from support.paths import TESTS
from support.tabs import SITES, WIDTHS, Tab, open_tab

FIND_FAULTS = (TESTS / "support" / "layout.js").read_text(encoding="utf-8")
TARGET_SIZE = """async () => {
  const found = await axe.run({ runOnly: { type: "rule", values: ["target-size"] }, resultTypes: ["violations"] })
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))
}"""


@pytest.fixture(scope="session", params=FONT_SETS)
def fonts(request: pytest.FixtureRequest) -> FontSet:
    return FONT_SETS[request.param]


@pytest.fixture(scope="session")
def typeset(chromium: Browser, fonts: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium that knows one set of fonts and no other; started once for each set."""
    file = write_fontconfig(fonts, tmp_path_factory.mktemp("fonts"))
    browser = launch_chromium(chromium.browser_type, {**os.environ, "FONTCONFIG_FILE": str(file)})
    yield browser
    browser.close()


@pytest.fixture
def context(typeset: Browser) -> Iterator[BrowserContext]:
    context = typeset.new_context(reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()


def list_families(page: Page, selector: str) -> set[str]:
    """The families with which Chromium has really written the first element that fits."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    fonts: list[Any] = session.send("CSS.getPlatformFontsForNode", node)["fonts"]
    session.detach()
    return {font["familyName"] for font in fonts}


def test_chromium_writes_with_the_fonts_of_the_set(sites: Path, context: BrowserContext, fonts: FontSet) -> None:
    with open_tab(context, sites / "handbook") as opened:
        opened.show(1280, "light")
        opened.open("")
        page = opened.page
        page.evaluate("document.querySelector('article').innerHTML = '<h2>Words</h2><p>Words</p><code>Words</code>'")
        for selector, family in {"h2": fonts.serif, "p": fonts.sans, "code": fonts.mono}.items():
            assert list_families(page, f"article > {selector}") == {family}


def find_faults(opened: Tab, address: str, axe: str) -> list[str]:
    """What is wrong with where things stand on a page with everything unfolded, narrow and wide."""
    opened.show(min(WIDTHS), "light")
    opened.open(address)
    if opened.page.locator("pre.gb-words").count():
        opened.page.locator(".gb-copy").first.wait_for(state="attached")  # the script has made the panels that unfold
    unfold(opened.page)
    opened.page.evaluate(axe)
    found = []
    for width in WIDTHS:
        opened.show(width, "light")
        faults = [*opened.page.evaluate(TARGET_SIZE), *opened.page.evaluate(FIND_FAULTS)]
        found += [f"{address or 'index'} at {width}: {fault}" for fault in faults]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_nothing_is_too_wide_covered_out_of_sight_or_too_small_to_hit(
    sites: Path, context: BrowserContext, axe: str, name: str, half: int
) -> None:
    addresses = [address for address in share_pages(sites / name, half) if not address.startswith(("r/", "404"))]
    with open_tab(context, sites / name) as opened:
        found = [fault for address in addresses for fault in find_faults(opened, address, axe)]
    assert len(addresses) > 2
    assert found == []


FAULTS = {
    "the page is": ".gb-crises { width: 200vw }",
    "covered by": ".gb-crises > li:last-child { position: sticky; bottom: 0; background: white }",
    "overlaps": ".gb-crises > li { margin-bottom: -3rem !important }",
    "out of sight with the focus": ".gb-crises a { position: fixed; top: -200px }",
    "lower than 44 px": ".gb-crises a { display: block; min-height: 0 !important; height: 30px; padding: 0 !important }",
}
"""A style that makes a fault of each kind, by the words with which it is told."""

TINY = "<style>.tiny { width: 10px; height: 10px; padding: 0; border: 0 }</style>" + 2 * "<button class='tiny'>x</button>"


@pytest.mark.slow
def test_each_kind_of_fault_would_be_found(sites: Path, chromium: Browser, axe: str) -> None:
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    with open_tab(context, sites / "handbook") as opened:
        for words, style in FAULTS.items():
            opened.open("")
            opened.page.add_style_tag(content=style)
            assert [fault for fault in opened.page.evaluate(FIND_FAULTS) if fault.startswith(words)], words
        opened.page.evaluate(axe)
        opened.page.evaluate("html => document.querySelector('article').insertAdjacentHTML('afterbegin', html)", TINY)
        assert len(opened.page.evaluate(TARGET_SIZE)) == 2
    context.close()
