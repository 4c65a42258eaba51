"""A page in Chromium that keeps what it complains of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request

from support.host import serve_site

WIDTHS = {390: 844, 1280: 900}

SCHEMES = ("light", "dark")

SITES = ("members", "handbook")


@dataclass
class Tab:
    """A page in Chromium, and everything that it complained of or asked other hosts for."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(self.home + address, wait_until="load")

    def show(self, width: int, scheme: str) -> None:
        """Turn the window to a width and a colour scheme, as a reader with such a device has it."""
        self.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of SCHEMES

    def wait_for(self, scheme: str) -> None:
        """Wait until the page stands in the colours of a scheme. The tiny pages that lead on have no colours of ours."""
        name = {"light": "default", "dark": "slate"}[scheme]
        if self.page.locator("body[data-md-color-scheme]").count():
            self.page.wait_for_selector(f"body[data-md-color-scheme={name}]")

    def listen(self) -> None:
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complain(said.text))
        self.page.on("pageerror", lambda error: self.complain(str(error)))
        self.page.on("requestfailed", self.failed)
        self.page.on("request", self.asked)

    def complain(self, text: str) -> None:
        self.complaints.append(f"{self.page.url}: {text}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # it left the page
            self.complain(f"{request.url} {request.failure}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.complain(f"asked for {request.url}")


@contextmanager
def open_tab(context: BrowserContext, site: Path) -> Iterator[Tab]:
    """A page of Chromium's at a site."""
    with serve_site(site) as home:
        opened = Tab(context.new_page(), home)
        opened.listen()
        yield opened
        opened.page.close()
