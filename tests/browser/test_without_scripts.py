"""Without scripts nothing is lost: every reply and every row is there to read, in the order in which it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from guildbook.model import Playbook
from support.starter import BOOK
from support.tabs import Tab, open_tab

pytestmark = pytest.mark.engine


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


def texts(opened: Tab, selector: str) -> list[str]:
    return opened.page.locator(selector).all_text_contents()


def sort_problems(playbook: Playbook) -> list[str]:
    """The replies as they are written, but what closes a loop follows what opens it."""
    closers = {reply.closed_by for reply in playbook.replies.values()}
    order: list[str] = []
    for reply_id in (reply_id for reply_id in playbook.replies if reply_id not in closers):
        follows: str | None = reply_id
        while follows and follows not in order:
            order.append(follows)
            follows = playbook.replies[follows].closed_by
    return order


@pytest.mark.parametrize("playbook_id", BOOK.playbooks)
def test_a_playbooks_replies_stand_on_its_page_in_order(sites: Path, without_scripts: BrowserContext, playbook_id: str) -> None:
    playbook = BOOK.playbooks[playbook_id]
    with open_tab(without_scripts, sites / "handbook") as opened:
        opened.open(f"playbooks/{playbook_id}/")
        order = sort_problems(playbook)
        assert set(order) == set(playbook.replies)
        assert texts(opened, ".gb-reply pre.gb-words:visible") == [playbook.replies[reply_id].text for reply_id in order]
        first = playbook.first_minute.say
        assert texts(opened, ".gb-first-minute pre.gb-words:visible") == ([playbook.replies[first].text] if first else [])


def test_the_offence_table_says_what_follows_and_the_picker_is_hidden(sites: Path, without_scripts: BrowserContext) -> None:
    rules = {rule_id: rule for rule_id, rule in BOOK.rules.items() if rule.what_happens and not rule.draft}
    with open_tab(without_scripts, sites / "handbook") as opened:
        opened.open("offences/")
        assert opened.page.locator(".gb-pick").is_hidden()
        shown = texts(opened, ".gb-offences tbody th > a:first-child:visible")
        assert shown == [f"{rule.number} {rule.label}" if rule.number else rule.label for rule in rules.values()]
        for row, rule in enumerate(rules.values()):
            assert rule.what_happens
            cells = texts(opened, f".gb-offences tbody tr:nth-child({row + 1}) td a:visible")
            usually = [BOOK.ladder[rung].name for rung in rule.what_happens.usually]
            assert cells == [*usually, *[usually[-1]] * (len(cells) - len(usually))]
        unless = {rule_id: len(rule.what_happens.unless) for rule_id, rule in rules.items() if rule.what_happens}
        assert any(unless.values())
        for rule_id, count in unless.items():
            assert opened.page.locator(f"#unless_{rule_id} + ul > li:visible").count() == count


def test_all_letters_stand_on_the_page_of_replies_by_rung_and_reader(sites: Path, without_scripts: BrowserContext) -> None:
    readers = ("member", "reporter", "everyone", "team")
    usual = [
        getattr(BOOK.letters[rung], reader)
        for rung in [*BOOK.ladder, *BOOK.besides]
        if rung in BOOK.letters
        for reader in readers
    ]
    with open_tab(without_scripts, sites / "handbook") as opened:
        opened.open("replies/")
        found = texts(opened, "article pre.gb-words")
        letters = [text for text in usual if text]
        assert letters
        assert [text for text in found if text in letters] == letters
