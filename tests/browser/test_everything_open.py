"""Pages as they are while somebody works with them: unfolded, filled in half, with an answer, a message, a running clock."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from support.axe import Verdict, looks
from support.opening import OPENED
from support.tabs import open_tab

pytestmark = pytest.mark.engine

PAGES = [(site, address) for site, pages in OPENED.items() for address in pages]


@pytest.mark.parametrize(("name", "address"), PAGES, ids=lambda value: value or "index")
def test_axe_finds_nothing_on_a_page_with_everything_on_it_open(
    sites: Path, context: BrowserContext, axe: str, name: str, address: str
) -> None:
    verdict = Verdict(axe)
    with open_tab(context, sites / name) as opened:
        opened.open(address)
        OPENED[name][address](opened.page)
        verdict.look(opened, address, looks())
        assert opened.complaints == []
    verdict.hold(f"{name} {address or 'index'}, everything open")
