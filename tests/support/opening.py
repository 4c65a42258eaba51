"""What a reader can open on our pages, opened: folded parts, panels to fill in, the finder's answers, the picker, the clock."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from support.starter import BOOK, PLAYBOOK, RULE, list_promises

Open = Callable[[Page], None]


def unfold(page: Page) -> None:
    """Every folded part, and every panel with fields."""
    page.evaluate("document.querySelectorAll('article details').forEach((one) => one.open = true)")
    page.locator(".gb-fill [aria-expanded=false]").evaluate_all("openers => openers.forEach((one) => one.click())")
    assert page.locator("article details:not([open]), .gb-fill [aria-expanded=false]").count() == 0


def find(page: Page) -> None:
    """The finder with the answers to some words."""
    page.get_by_role("searchbox", name="What is happening?").fill(BOOK.playbooks[PLAYBOOK].title)
    page.get_by_text("Lines that fit:").wait_for()
    unfold(page)


def copy_too_early(page: Page) -> None:
    """A playbook's panels, the first of them told that something is not filled in yet, and its clock running."""
    page.get_by_role("button", name="Copy").first.wait_for()
    unfold(page)
    page.locator(".gb-clock button").first.click()
    page.get_by_role("timer").get_by_text("Be back in").wait_for()
    page.locator("pre:has(mark.gb-empty) + .gb-fill .gb-copy").first.click()
    page.get_by_text("Fill in first").wait_for()
    assert page.locator("[aria-invalid=true]:visible").count() > 0


def fill(page: Page) -> None:
    """The panels of a page with ready words."""
    page.get_by_role("button", name="Copy").first.wait_for()
    unfold(page)
    assert page.locator(".gb-fields :is(input, textarea):visible").count() > 0


def pick(page: Page) -> None:
    """The picker with a rule chosen that has letters, and the panels of these."""
    page.get_by_label("Which rule?").first.select_option(RULE)
    unfold(page)
    assert page.locator(".gb-answer .gb-fields :is(input, textarea):visible").count() > 0


def copy_links(page: Page) -> None:
    """The rules' folded parts, and one that says that its link is copied, or what it is where it cannot be."""
    unfold(page)
    page.get_by_role("button", name="Copy the link to").first.click()
    page.locator(".gb-link .gb-told:not(:empty)").wait_for()


OPENED: Mapping[str, Mapping[str, Open]] = {
    "handbook": {
        "": find,
        **{f"playbooks/{playbook_id}/": copy_too_early for playbook_id in list(list_promises(BOOK))[:2]},
        "replies/": fill,
        "offences/": pick,
        "newcomers/": fill,
    },
    "members": {"rules/": copy_links, "help/": unfold},
}
"""The pages that have something to open, by site, and how it is opened."""
