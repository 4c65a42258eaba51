"""With a keyboard alone: one sees where one is at each stop, and goes through a page in the order in which it is written."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from guildbook.load import load
from support.paths import COMMUNITIES
from support.starter import PLAYBOOK
from support.tabs import WIDTHS, Tab, open_tab

pytestmark = pytest.mark.engine

PROMISE = load(COMMUNITIES / "desk").book.playbooks["spam"].replies["in-hand"]
PAGES = [
    ("handbook", ""),
    ("handbook", f"playbooks/{PLAYBOOK}/"),
    ("handbook", "offences/"),
    ("members", ""),
    ("members", "rules/"),
]
FOCUSABLE = "a[href], button, input, select, textarea, summary, label[tabindex], [tabindex]"
REMEMBER = f"""() => {{
  const shown = (one) => (one.matches("input.md-option") ? one.nextElementSibling : one)
  const looks = (one) => [shown(one), one.parentElement].map((it) => {{
    const style = getComputedStyle(it)
    const outline = style.outlineStyle === "none" || !parseFloat(style.outlineWidth) ? "" : style.outline
    return outline + "|" + style.boxShadow.replace("none", "")
  }})
  const calm = new Map([...document.querySelectorAll("{FOCUSABLE}")].map((one) => [one, looks(one)]))
  let last = null
  window.stop = () => {{
    const one = document.activeElement
    const order = last && last.compareDocumentPosition(one)
    last = one
    return {{
      "html": one.outerHTML.slice(0, 120),
      "is body": one === document.body,
      "stands out": looks(one).some((look, i) => look !== "|" && look !== calm.get(one)?.[i]),
      "goes on": !order || Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING),
    }}
  }}
}}"""
"""Remembers how everything looks without the focus, so that `stop` tells what the focus adds to where it is."""

FROM_THE_TOP = """() => {
  if (document.activeElement === document.body) return
  const first = document.querySelector("a[href]")
  first.focus()
  first.blur()
}"""
"""Where the finder waits for words, the Tab key begins after it; now it begins with the page."""


def stop(page: Page) -> dict[str, Any]:
    """Where the focus is now, and whether one can see that."""
    found: dict[str, Any] = page.evaluate("stop()")
    return found


def step(page: Page, key: str) -> dict[str, Any]:
    page.keyboard.press(key)
    return stop(page)


def open_at(opened: Tab, address: str, width: int) -> None:
    opened.show(width, "light")
    opened.open(address)
    opened.wait_for("light")
    if "playbooks" in address:
        opened.page.get_by_role("button", name="Copy").first.wait_for()
    opened.page.evaluate(FROM_THE_TOP)
    opened.page.evaluate(REMEMBER)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "address"), PAGES, ids=lambda value: value or "index")
def test_each_stop_of_the_tab_key_is_seen_and_lies_below_the_one_before_it(
    sites: Path, context: BrowserContext, name: str, address: str, width: int
) -> None:
    with open_tab(context, sites / name) as opened:
        open_at(opened, address, width)
        stops: list[dict[str, Any]] = []
        while not (one := step(opened.page, "Tab"))["is body"] and len(stops) < 500:
            stops.append(one)
        assert 5 < len(stops) < 500
        for mark in ("stands out", "goes on"):
            assert [one["html"] for one in stops if not one[mark]] == [], f"not every stop {mark}"


def test_a_stop_that_is_not_seen_or_not_in_order_would_be_found(sites: Path, context: BrowserContext) -> None:
    with open_tab(context, sites / "members") as opened:
        open_at(opened, "", 1280)
        opened.page.evaluate("""() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync("* { outline: none !important; box-shadow: none !important }")
          document.adoptedStyleSheets = [sheet]
          Array.from(document.querySelectorAll("article a[href]")).pop().tabIndex = 1
        }""")
        first, second = step(opened.page, "Tab"), step(opened.page, "Tab")
        assert not first["stands out"]
        assert not second["goes on"]


def test_one_goes_from_what_is_seen_by_arrow_to_the_copied_word_and_sees_each_stop(desk: Path, context: BrowserContext) -> None:
    with open_tab(context, desk / "handbook") as opened:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=opened.home)
        page = opened.page
        open_at(opened, "", 1280)
        page.reload()
        page.locator(".gb-box:focus").wait_for()
        page.evaluate(REMEMBER)
        page.keyboard.type("postin links everywhere")
        assert step(page, "ArrowDown")["stands out"]
        assert page.evaluate("document.activeElement.closest('li').dataset.id") == "spam"
        page.keyboard.press("Enter")
        page.wait_for_url("**/playbooks/spam/**")
        card = page.locator(".gb-first-minute")
        copy = card.get_by_role("button", name="Copy")
        copy.wait_for()
        page.evaluate(REMEMBER)
        stops: list[dict[str, Any]] = []
        while not copy.evaluate("one => one === document.activeElement") and len(stops) < 100:
            stops.append(step(page, "Tab"))
        assert [one["html"] for one in stops if not (one["stands out"] and one["goes on"])] == []
        page.keyboard.press("Enter")
        assert card.get_by_label("The place").evaluate("one => one === document.activeElement")
        assert stop(page)["stands out"]
        page.keyboard.type("#lounge")
        while not copy.evaluate("one => one === document.activeElement"):
            assert step(page, "Shift+Tab")["stands out"]
        page.keyboard.press("Enter")
        card.get_by_text(f"Copied: {PROMISE.title}").wait_for()
        text = PROMISE.text
        assert page.evaluate("navigator.clipboard.readText()") == text.replace("{place}", "#lounge")
        assert opened.complaints == []
