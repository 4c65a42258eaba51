"""Every page of both sites in Chromium, narrow and wide, light and dark: quiet, and open to everybody."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from support.axe import HALVES, Verdict, looks, share_pages
from support.communities import write_open_starter
from support.sites import build_site
from support.tabs import SITES, Tab, open_tab

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(write_open_starter, "mkdocs", tmp_path_factory) / "members"


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_every_page_opens_quietly_on_its_own_host(sites: Path, context: BrowserContext, name: str, half: int) -> None:
    with open_tab(context, sites / name) as opened:
        for width, scheme in looks():
            opened.show(width, scheme)
            for address in share_pages(sites / name, half):
                opened.open(address)
                if "/r/" in f"/{address}":
                    opened.page.wait_for_url(lambda url: "/r/" not in url)
                opened.page.wait_for_selector("article h1")
                opened.wait_for(scheme)
        assert opened.complaints == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_axe_finds_nothing_against_wcag_2_2_a_and_aa_on_any_page(
    sites: Path, context: BrowserContext, axe: str, name: str, half: int
) -> None:
    verdict = Verdict(axe)
    with open_tab(context, sites / name) as opened:
        verdict.visit(opened, share_pages(sites / name, half), looks())
    verdict.hold(name)


@pytest.mark.parametrize("half", HALVES)
def test_axe_finds_nothing_on_any_page_of_a_community_that_works_in_the_open(
    open_site: Path, context: BrowserContext, axe: str, half: int
) -> None:
    verdict = Verdict(axe)
    with open_tab(context, open_site) as opened:
        verdict.visit(opened, share_pages(open_site, half), ((390, "light"), (1280, "dark")))
    verdict.hold("one open site")


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


def test_the_handbooks_search_finds_a_playbook_by_one_of_its_signs(desk: Path, context: BrowserContext) -> None:
    with open_tab(context, desk / "handbook") as opened:
        opened.show(1280, "light")
        assert search(opened, "cryptocurrency", "playbooks/scam") == "Scams"
        assert opened.complaints == []


def test_the_members_search_finds_a_rule_by_a_word(desk: Path, context: BrowserContext) -> None:
    with open_tab(context, desk / "members") as opened:
        opened.show(1280, "light")
        search(opened, "spam", "rules/#no-spam")
        assert opened.complaints == []
