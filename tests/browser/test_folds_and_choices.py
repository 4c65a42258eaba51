"""What folds open, and what one chooses: a whole rule behind its line, how an act is done, words for another situation."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from support.tabs import open_tab

pytestmark = pytest.mark.engine


def test_a_line_of_the_minute_folds_open_to_the_whole_rule(sites: Path, context: BrowserContext) -> None:
    with open_tab(context, sites / "members") as opened:
        opened.open("rules/")
        page = opened.page
        line = page.locator(".gb-minute > li").filter(has=page.locator(".gb-why")).first
        button = line.get_by_role("button", name="Show the whole rule")
        assert button.get_attribute("aria-expanded") == "false"
        assert not line.locator(".gb-rule").is_visible()
        button.click()
        why = line.locator(".gb-why").inner_text()
        assert button.get_attribute("aria-expanded") == "true"
        assert why
        assert why in page.locator(".md-content").inner_text()
        ids = page.evaluate("Array.from(document.querySelectorAll('.md-content [id]'), (one) => one.id)")
        assert len(ids) == len(set(ids))
        button.click()
        assert not line.locator(".gb-why").is_visible()
        assert opened.complaints == []


def test_how_it_is_done_is_one_tap_away_in_the_first_minute(desk: Path, context: BrowserContext) -> None:
    with open_tab(context, desk / "handbook") as opened:
        opened.open("playbooks/spam/")
        page = opened.page
        page.get_by_text("How is it done here?").click()
        page.locator(".gb-how details > summary").first.click()
        assert page.locator(".gb-how dt").filter(visible=True).all_inner_texts() == [
            "To delete a message",
            "To pause somebody",
            "To remove somebody",
            "To ban somebody",
            "To lock a thread or room",
        ]


def test_words_for_another_situation_come_first_and_keep_a_clock_of_their_own(desk: Path, context: BrowserContext) -> None:
    with open_tab(context, desk / "handbook") as opened:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=opened.home)
        opened.open("playbooks/spam/")
        page = opened.page
        minute = page.locator(".gb-first-minute")
        other = minute.locator("details.gb-say")
        usual = minute.locator("dd > div").filter(has=page.locator("pre"))
        minute.get_by_text("Five accounts or more?").last.click()
        other.get_by_role("button", name="Copy").click()
        while other.locator("[aria-invalid]").count():
            other.locator("[aria-invalid]").first.fill("#help")
            other.get_by_role("button", name="Copy").click()
        other.locator(".gb-left", has_text="Be back in").wait_for()
        assert usual.get_by_role("button", name="Start the clock").is_visible()
        assert opened.complaints == []


def test_whoever_taps_a_field_can_fill_it_at_once_and_finds_it_again_after_coming_back(
    desk: Path, context: BrowserContext
) -> None:
    with open_tab(context, desk / "handbook") as opened:
        opened.open("playbooks/spam/")
        page = opened.page
        page.locator(".gb-live mark").first.click()
        page.keyboard.type("#showcase")
        assert page.locator(".gb-live mark").first.inner_text() == "#showcase"
        opened.open("team/")
        page.go_back()
        page.locator(".gb-live mark.gb-full", has_text="#showcase").first.wait_for()
        opened.open("team/")
        opened.open("playbooks/spam/")
        page.locator(".gb-live mark.gb-empty").first.wait_for()
        assert page.locator(".gb-live mark", has_text="#showcase").count() == 0
        assert opened.complaints == []
