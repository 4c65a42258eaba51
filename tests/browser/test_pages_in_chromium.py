"""Every page of both sites in Chromium, narrow and wide, light and dark: quiet, within its window, open to everybody."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from browser.conftest import SCHEMES, SITES, STAY, WIDTHS, Tab, addresses, tab

HALVES = (0, 1)
"""Each site's pages are shared out to two tests, so that two workers can take them."""

OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
RULES = """async () => {
  document.querySelectorAll("details").forEach(one => one.open = true)
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false })
  return [found.passes.length, found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))]
}"""


def share(site: Path, half: int) -> list[str]:
    return addresses(site)[half::2]


def looks() -> Iterator[tuple[int, str]]:
    """Every width with every colour scheme."""
    return ((width, scheme) for scheme in SCHEMES for width in WIDTHS)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_every_page_opens_quietly_on_its_own_host_and_fits_its_window(
    sites: Path, context: BrowserContext, name: str, half: int
) -> None:
    wide = []
    with tab(context, sites / name) as opened:
        for width, scheme in looks():
            opened.show(width, scheme)
            for address in share(sites / name, half):
                opened.open(address)
                if "/r/" in f"/{address}":
                    opened.page.wait_for_url(lambda url: "/r/" not in url)
                opened.page.wait_for_selector("article h1")
                opened.wait_for(scheme)
                if (more := opened.page.evaluate(OVERFLOW)) > 0:
                    wide.append(f"{address} at {width}: {more} px too wide")
        assert (opened.complaints, wide) == ([], [])


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_axe_finds_nothing_against_wcag_2_2_a_and_aa_on_any_page(
    sites: Path, context: BrowserContext, axe: str, name: str, half: int
) -> None:
    violations: dict[str, Any] = {}
    pages = looked = passed = 0
    began = time.monotonic()
    with tab(context, sites / name) as opened:
        for address in share(sites / name, half):
            pages += 1
            opened.open(address + STAY if "/r/" in f"/{address}" else address)
            opened.page.evaluate(axe)
            for width, scheme in looks():
                opened.show(width, scheme)
                opened.wait_for(scheme)
                passes, found = opened.page.evaluate(RULES)
                looked += 1
                passed += passes
                for one in found:
                    violations.setdefault(one, f"{address or 'index'} at {width}, {scheme}")
    seconds = time.monotonic() - began
    sys.stdout.write(
        f"{name}: {pages} pages, {looked} looks, {passed} checks passed, {len(violations)} violations, {seconds:.0f} s\n"
    )
    assert violations == {}
    assert passed > 10 * looked


def search(opened: Tab, words: str, leads_to: str) -> str:
    """What the search finds: the address of the first result that leads there, opened."""
    opened.open("")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(words)
    result = opened.page.locator(f'.md-search-result__link[href*="{leads_to}"]').first
    result.wait_for(state="visible")
    result.click()
    opened.page.wait_for_url(f"**/{leads_to}**")
    return opened.page.locator("article h1").inner_text().removesuffix("#")


def test_the_handbooks_search_finds_a_playbook_by_one_of_its_signs(sites: Path, context: BrowserContext) -> None:
    with tab(context, sites / "handbook") as opened:
        opened.show(1280, "light")
        assert search(opened, "cryptocurrency", "playbooks/scam") == "Scams"
        assert opened.complaints == []


def test_the_members_search_finds_a_rule_by_a_word(sites: Path, context: BrowserContext) -> None:
    with tab(context, sites / "members") as opened:
        opened.show(1280, "light")
        search(opened, "spam", "rules/#no-spam")
        assert opened.complaints == []
