"""Chromium, started for tests."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserType, sync_playwright


def launch_chromium(browser_type: BrowserType, environment: Mapping[str, str] | None = None) -> Browser:
    """A Chromium that asks nobody else anything; where an environment is given, in that one."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    options = ["--no-sandbox", "--disable-background-networking"]
    return browser_type.launch(executable_path=path, args=options, env=dict(environment) if environment else None)


@contextmanager
def start_chromium() -> Iterator[Browser]:
    """A Chromium as long as the block runs; more may be launched by its `browser_type`, but not by another Playwright."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright.chromium)
        yield browser
        browser.close()
