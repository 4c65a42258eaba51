"""Find it, say it, decide it: what our scripts add to the pages, in a real Chromium, and that nothing needs them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from guildbook.load import load
from support.communities import copy_community, make_playbook, write_desk, write_starter, write_yaml
from support.host import serve_site
from support.hostile import HOSTILE
from support.paths import COMMUNITIES
from support.sites import ENGINES, build_site
from support.starter import BOOK

pytestmark = pytest.mark.engine

SIZES = {390: 844, 1280: 900}

WORDINGS = {
    "spam": (
        "the bot keeps postin links everywhere",
        "someone advertises his shop in every channel",
        "promo msgs in my DMs, spamers",
    ),
    "scam": (
        "got an email with free gift card link",
        "he asked me for my passwrod",
        "a guy took money and disappeared, fraudster",
    ),
    "danger": (
        "member wants to kill himself",
        "she says she does not want to live",
        "someone threatens to hurt people",
    ),
    "impersonation": (
        "somebody pretends to be an admin",
        "fake profile with our logo",
        "clone of my acount writes to people",
    ),
    "technical": (
        "login is broken for everyone",
        "emails not being sent",
        "app shows errors and is so slow",
    ),
    "angry-customers": (
        "people angry about billing",
        "customers complain and want refunds",
        "he is shouting because he was charged two times",
    ),
    "content-theft": (
        "they stole our course",
        "someone copied a newsletter of mine",
        "pirate copy of the templates for download",
    ),
    "unexpected": (
        "zombies",
        "no clue what to do",
        "rumors going viral in the press",
    ),
}
"""What a moderator types who has never read the playbooks; no wording stands in them."""

PROMISE = load(COMMUNITIES / "desk").book.playbooks["spam"].replies["in-hand"]
NASTY = [text for text in HOSTILE if not re.search(r"@here|\{x\}", text)][:60]
MEMBER = "$& $1 {0} <b>O'Brien</b> \\n &amp; 👩‍👩‍👧"
HAPPENED = "One line,\nanother; {not_a_field} and `code`."


def nasty(folder: Path) -> None:
    """A community whose replies are hostile texts between two fields, one that calls everyone, and one that may."""
    copy_community("small", folder)
    address = {"addresses": {"members": "https://knights.example/play/"}}
    write_yaml(folder / "site_config/site.yml", address)
    said = {f"r{i}": {"to": "member", "text": f"{{member}}: {text}|{{what_happened}}"} for i, text in enumerate(NASTY)}
    said |= {
        "calls": {"to": "everyone", "text": "Look, @Here!"},
        "may-call": {"to": "everyone", "text": "Look, @here!", "allow_mention": "true"},
        "ruled": {"to": "member", "text": "{rule_label}: {rule_short} {rule_link} {moderator}"},
    }
    write_yaml(folder / "playbooks/nasty.yml", make_playbook("Nasty", said))


def _is_ours(said: ConsoleMessage) -> bool:
    """True for an error that the theme's own scripts did not make: Zensical's asks for a style that the policy forbids."""
    return said.type == "error" and "/assets/javascripts/" not in said.location["url"]


@contextmanager
def opened(chromium: Browser, home: str, width: int = 390, **more: Any) -> Iterator[Page]:
    """A page that may not complain, nor ask another host for anything, while the block runs."""
    context: BrowserContext = chromium.new_context(viewport={"width": width, "height": SIZES[width]}, base_url=home, **more)
    if more.get("java_script_enabled", True):
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if _is_ours(said) else None)
    page.on("pageerror", lambda error: wrong.append(f"{error}"))
    page.on("request", lambda asked: None if asked.url.startswith((home, "data:")) else wrong.append(asked.url))
    page.set_default_timeout(10_000)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(scope="module", params=ENGINES)
def handbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve_site(build_site(write_starter, request.param, tmp_path_factory) / "handbook") as home:
        yield home


@pytest.fixture(scope="module", params=ENGINES)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve_site(build_site(write_desk, request.param, tmp_path_factory) / "handbook") as home:
        yield home


@pytest.mark.parametrize("width", SIZES)
def test_the_finder_leads_to_the_right_playbook_from_words_that_stand_nowhere(chromium: Browser, desk: str, width: int) -> None:
    with opened(chromium, desk, width) as page:
        page.goto("/")
        box = page.get_by_role("searchbox", name="What is happening?")
        box.wait_for()
        lost = {}
        for playbook, wordings in WORDINGS.items():
            for wording in wordings:
                box.fill(wording)
                first = page.locator(".gb-crises[data-gb-finder] > li:not([hidden])").evaluate_all(
                    "items => items.slice(0, 2).map((item) => item.dataset.id)"
                )
                if playbook not in first:
                    lost[wording] = (playbook, first)
        assert lost == {}


def test_the_finder_is_worked_by_keys_alone(chromium: Browser, desk: str) -> None:
    with opened(chromium, desk, 1280) as page:
        page.goto("/")
        box = page.get_by_role("searchbox", name="What is happening?")
        box.wait_for()
        page.locator(".gb-box:focus").wait_for()  # on a desk the box waits for words
        page.keyboard.type("fake adm")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('li').dataset.id") == "impersonation"
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.type") == "search"
        page.keyboard.press("Enter")
        page.wait_for_url("**/playbooks/impersonation/")
        page.goto("/")
        page.locator(".gb-box:focus").wait_for()
        page.keyboard.type("qwxyz")
        assert page.locator(".gb-told").inner_text() == "No line fits these words."
        assert page.locator(".gb-crises[data-gb-finder] > li:not([hidden])").count() == 1
        page.keyboard.press("1")
        page.wait_for_url("**/playbooks/unexpected/")


def test_on_a_phone_the_finder_does_not_open_the_keyboard(chromium: Browser, desk: str) -> None:
    with opened(chromium, desk) as page:
        page.goto("/")
        page.get_by_role("searchbox", name="What is happening?").wait_for()
        assert page.evaluate("document.activeElement.tagName") == "BODY"


@pytest.fixture(scope="module", params=ENGINES)
def nasty_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve_site(build_site(nasty, request.param, tmp_path_factory) / "handbook") as home:
        yield home


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_what_is_copied_is_the_yaml_with_its_fields_filled(chromium: Browser, nasty_home: str) -> None:
    with opened(chromium, nasty_home) as page:
        page.goto("/playbooks/nasty/")
        cards = page.locator(".gb-reply")
        cards.first.get_by_role("button", name="Fill in").click()
        cards.first.get_by_label("The member’s name").fill(MEMBER)
        cards.first.get_by_label("What happened, in a sentence").fill(HAPPENED)
        for number, text in enumerate(NASTY):
            page.evaluate("navigator.clipboard.writeText('')")
            button = cards.nth(number).get_by_role("button", name="Copy")
            button.focus()
            page.keyboard.press("Enter")
            cards.nth(number).get_by_text(f"Copied: R{number}").wait_for()
            assert clipboard(page) == f"{MEMBER}: {text}|{HAPPENED}"


def test_nothing_unfilled_is_copied_and_nobody_calls_everyone_by_mistake(chromium: Browser, nasty_home: str) -> None:
    with opened(chromium, nasty_home) as page:
        page.goto("/playbooks/nasty/")
        page.evaluate("navigator.clipboard.writeText('before')")
        card = page.locator(".gb-reply").first
        copy = card.get_by_role("button", name="Copy “R0”")
        copy.click()
        assert card.get_by_role("status").inner_text() == "Fill in first: The member’s name, What happened, in a sentence"
        assert card.get_by_label("The member’s name").evaluate("one => one === document.activeElement")
        card.get_by_label("The member’s name").fill("{moderator}")
        card.get_by_label("What happened, in a sentence").fill("x")
        copy.click()
        assert card.get_by_role("status").inner_text() == "Fill in first: The member’s name"
        card.get_by_label("The member’s name").fill("@everyone")
        copy.click()
        assert card.get_by_role("status").inner_text().startswith("Not copied: it would call everyone")
        page.get_by_role("button", name="Copy “Calls”").click()
        assert clipboard(page) == "before"
        page.get_by_role("button", name="Copy “May call”").click()
        page.get_by_text("Copied: May call").wait_for()
        assert clipboard(page) == "Look, @here!"


def test_a_rule_is_cited_by_its_lasting_address_and_the_moderator_is_remembered(chromium: Browser, nasty_home: str) -> None:
    with opened(chromium, nasty_home, 1280) as page:
        page.goto("/playbooks/nasty/")
        card = page.locator(".gb-reply").last
        card.get_by_role("button", name="Fill in").click()
        card.get_by_label("Which rule?").select_option("No spoilers")
        card.get_by_label("Your name").fill("Ana")
        page.goto("/rules/")
        page.goto("/playbooks/nasty/")
        page.get_by_role("button", name="Copy “Ruled”").click()
        assert card.get_by_label("Your name").input_value() == "Ana"
        card.get_by_label("Which rule?").select_option("No spoilers")
        page.get_by_role("button", name="Copy “Ruled”").click()
        page.get_by_text("Copied: Ruled").wait_for()
        assert clipboard(page) == "No spoilers: Do not give the end away. https://knights.example/play/r/no-spoilers/ Ana"
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('guildbook'))") == [
            "guildbook-moderator"
        ]


def test_the_clock_runs_from_the_copied_promise_to_the_word_that_keeps_it(chromium: Browser, desk: str) -> None:
    with opened(chromium, desk) as page:
        page.clock.install(time="2026-03-02T11:00:00Z")
        page.goto("/playbooks/spam/")
        page.clock.pause_at("2026-03-02T11:05:00Z")  # a slow machine loses no second
        card = page.locator(".gb-first-minute")
        card.get_by_role("button", name="Copy").click()
        card.get_by_label("The place").fill("#lounge")
        card.get_by_role("button", name="Copy").click()
        card.get_by_role("timer").get_by_text("Be back in 30:00").wait_for()
        page.clock.fast_forward("10:00")
        card.get_by_text("Be back in 20:00").wait_for()
        page.reload()
        card.get_by_text("Be back in 20:00").wait_for()
        page.clock.fast_forward("20:01")
        card.get_by_text("Now be back, as you promised.").wait_for()
        card.locator(".gb-clock").get_by_role("link").press("Enter")
        assert page.url.endswith("#reply_all-clear")


def test_who_is_awake_is_told_by_each_ones_own_clock(chromium: Browser, desk: str) -> None:
    with opened(chromium, desk) as page:
        page.clock.install(time="2026-03-02T11:00:00Z")
        page.goto("/team/")
        hours = page.locator(".gb-hours[data-from]").first
        hours.locator(".gb-awake").wait_for()
        page.clock.fast_forward("14:00:00")
        hours.get_by_text("it is night there").wait_for()


@pytest.mark.parametrize("width", SIZES)
def test_the_picker_says_what_the_yaml_says(chromium: Browser, handbook: str, width: int) -> None:
    with opened(chromium, handbook, width) as page:
        page.goto("/offences/")
        rule_box = page.get_by_label("Which rule?").first
        time_box = page.get_by_label("Which time, or which situation?")
        for rule_id, rule in BOOK.rules.items():
            if rule.what_happens is None or rule.draft:
                continue
            rule_box.select_option(rule_id)
            wanted = [*rule.what_happens.usually, *(other.then for other in rule.what_happens.unless)]
            assert time_box.locator("option").count() == len(wanted)
            for number, rung_id in enumerate(wanted):
                time_box.select_option(index=number)
                assert page.locator(".gb-answer").get_attribute("data-rung") == rung_id
                shown = page.locator(".gb-answer").inner_text()
                rung = BOOK.ladder.get(rung_id)
                assert rung is None or all(part in shown for part in (rung.name, rung.lasts, rung.counts_for) if part)
                own, usual = BOOK.for_rule.get(rule_id, {}).get(rung_id), BOOK.letters.get(rung_id)
                letters = [getattr(own, to, None) or getattr(usual, to, None) for to in ("member", "reporter")]
                assert page.locator(".gb-answer pre").count() == len([text for text in letters if text])


def test_without_scripts_all_texts_are_there(chromium: Browser, handbook: str) -> None:
    with opened(chromium, handbook, java_script_enabled=False) as page:
        for playbook_id, one in BOOK.playbooks.items():
            page.goto(f"/playbooks/{playbook_id}/")
            texts = page.locator("pre.gb-words > code").all_text_contents()
            assert {reply.text for reply in one.replies.values()} <= set(texts)
        page.goto("/")
        assert page.locator(".gb-crises[data-gb-finder] > li:visible").count() == len(BOOK.playbooks)
        page.goto("/offences/")
        assert page.locator(".gb-pick").is_hidden()
        assert page.locator(".gb-offences tbody tr:visible").count() > 0


def test_one_walks_from_what_is_seen_to_the_copied_word_by_keys_alone(chromium: Browser, desk: str) -> None:
    with opened(chromium, desk, 1280) as page:
        page.goto("/")
        page.locator(".gb-box:focus").wait_for()
        page.keyboard.type("spamers")
        page.keyboard.press("Enter")
        page.wait_for_url("**/playbooks/spam/")
        card = page.locator(".gb-first-minute")
        copy = card.get_by_role("button", name="Copy")
        copy.wait_for()
        for _ in range(80):
            page.keyboard.press("Tab")
            if copy.evaluate("one => one === document.activeElement"):
                break
        assert copy.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
        page.keyboard.press("Enter")
        page.keyboard.type("#lounge")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        card.get_by_text(f"Copied: {PROMISE.title}").wait_for()
        assert clipboard(page) == PROMISE.text.replace("{place}", "#lounge")


def test_a_member_copies_a_rules_lasting_link_and_sees_who_is_awake(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = build_site(write_starter, "mkdocs", tmp_path_factory) / "members"
    with serve_site(site) as home, opened(chromium, home) as page:
        page.goto("/rules/")
        page.get_by_role("button", name="Copy the link to").first.click()
        page.get_by_text("Copied: the link to").wait_for()
        address = clipboard(page)
        assert address.startswith(f"{home}r/")
        assert (site / address.removeprefix(home) / "index.html").is_file()
        page.clock.install(time="2026-03-02T11:00:00Z")
        page.goto("/who-is-who/")
        page.locator("[data-from] .gb-awake").first.wait_for()
