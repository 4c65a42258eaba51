"""The starter's two sites on a server of this machine, as a host that reads `_headers` would serve them, and one Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from support.axe_script import read_axe
from support.communities import write_desk, write_starter
from support.sites import build_site


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(write_starter, "mkdocs", tmp_path_factory)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites of the community whose words are the tests' own."""
    return build_site(write_desk, "mkdocs", tmp_path_factory)


@pytest.fixture(scope="session")
def axe() -> str:
    return read_axe()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()
