"""Chromium's own accessibility tree: what somebody hears who does not see the page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from support.axe import HALVES, share_pages
from support.host import STAY
from support.opening import OPENED, copy_too_early, unfold
from support.tabs import SITES, WIDTHS, open_tab

pytestmark = pytest.mark.engine

CONTROLS = {
    "button",
    "checkbox",
    "combobox",
    "DisclosureTriangle",  # what a <summary> becomes
    "link",
    "listbox",
    "menuitem",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
}
OF_A_LABEL = "labels => labels.map((one) => one.childNodes[0].textContent.trim())"


@dataclass(frozen=True)
class Control:
    """Something to press, follow or fill in, as the tree holds it; `node` is its number in the page."""

    role: str
    name: str
    node: int


def tree(page: Page) -> Iterator[Control]:
    """The controls of a page that are in its tree."""
    session = page.context.new_cdp_session(page)
    nodes: Sequence[Any] = session.send("Accessibility.getFullAXTree")["nodes"]
    for node in nodes:
        role = node.get("role", {}).get("value")
        if role in CONTROLS and not node["ignored"]:
            yield Control(role, node.get("name", {}).get("value", "").strip(), node["backendDOMNodeId"])
    session.detach()


def written(page: Page, control: Control) -> str:
    """A control as it is written in the page, to find it by."""
    session = page.context.new_cdp_session(page)
    return str(session.send("DOM.getOuterHTML", {"backendNodeId": control.node})["outerHTML"])


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SITES)
def test_everything_that_can_be_pressed_followed_or_filled_in_has_a_name_on_every_page(
    sites: Path, context: BrowserContext, name: str, half: int
) -> None:
    nameless: dict[str, str] = {}
    with open_tab(context, sites / name) as opened:
        for address in share_pages(sites / name, half):
            opened.open(address + STAY if "/r/" in f"/{address}" else address)
            OPENED[name].get(address, unfold)(opened.page)
            for width in WIDTHS:
                opened.show(width, "light")
                found = list(tree(opened.page))
                assert len([control for control in found if control.role == "DisclosureTriangle"]) == (
                    opened.page.locator("summary:visible").count()
                )
                assert "link" in {control.role for control in found}
                for control in found:
                    if not control.name:
                        nameless.setdefault(written(opened.page, control), f"{address or 'index'} at {width}: {control.role}")
    assert nameless == {}


def test_a_control_without_a_name_would_be_found(sites: Path, context: BrowserContext) -> None:
    with open_tab(context, sites / "members") as opened:
        opened.open("")
        opened.page.evaluate("document.querySelector('article').append(document.createElement('button'))")
        assert [written(opened.page, control) for control in tree(opened.page) if not control.name] == ["<button></button>"]


def heard(page: Page, *roles: str) -> Counter[str]:
    return Counter(control.name for control in tree(page) if control.role in roles)


def seen(labels: Locator) -> Counter[str]:
    """What stands on buttons, or in labels before what they are for."""
    return Counter(labels.evaluate_all(OF_A_LABEL))


def test_the_finders_box_is_called_what_stands_above_it(sites: Path, context: BrowserContext) -> None:
    with open_tab(context, sites / "handbook") as opened:
        opened.open("")
        above = opened.page.locator(".gb-find")
        above.wait_for()
        assert seen(above) == Counter(["What is happening?"])
        assert heard(opened.page, "searchbox") == seen(above)


def test_every_copy_button_and_field_of_a_playbook_is_called_what_stands_on_it_or_before_it(
    desk: Path, context: BrowserContext
) -> None:
    with open_tab(context, desk / "handbook") as opened:
        opened.open("playbooks/spam/")
        copy_too_early(opened.page)
        page = opened.page
        buttons = seen(page.locator(".gb-copy:visible"))
        assert all(name.startswith("Copy “") for name in buttons)
        assert buttons.total() > 5
        assert Counter({name: n for name, n in heard(page, "button").items() if name.startswith("Copy")}) == buttons
        fields = seen(page.locator(".gb-fields label:has(input, textarea):visible"))
        assert {"The place", "What happened, in a sentence", "Your name"} <= set(fields)
        assert fields <= heard(page, "textbox")
        choosers = seen(page.locator(".gb-fields label:has(select):visible"))
        assert choosers.total() > 0
        assert heard(page, "combobox") >= choosers
