"""The starter's two sites on a server of this machine, as a host that reads `_headers` would serve them, and one Chromium."""

import base64
import hashlib
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from conftest import ROOT
from test_engines import starter
from test_words import built, locked

pytest.register_assert_rewrite("browser.axe", "browser.opening")

AXE = "4.14.1"
AXE_SHA512 = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
WIDTHS = {390: 844, 1280: 900}
SCHEMES = ("light", "dark")
SITES = ("members", "handbook")
STAY = "?stay"
"""Asks the server for one of the tiny pages that lead on at once, without what leads on."""


class Host(SimpleHTTPRequestHandler):
    """Serves a site with the headers that its `_headers` asks for."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        lines = (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]
        for line in lines:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def do_GET(self) -> None:
        if not self.path.endswith(STAY):
            super().do_GET()
            return
        page = (Path(self.translate_path(urlsplit(self.path).path)) / "index.html").read_bytes()
        page = page.replace(b'http-equiv="refresh"', b'name="refresh"')
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *said: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no news."""


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """The address of a site's first page, as long as the block runs."""
    server = Server(("127.0.0.1", 0), partial(Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def addresses(site: Path) -> list[str]:
    """The address of every page below its site's."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [page.removesuffix("index.html") for page in pages]


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


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(starter, "mkdocs", tmp_path_factory)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@contextmanager
def tab(context: BrowserContext, site: Path) -> Iterator[Tab]:
    """A page of Chromium's at a site."""
    with hosted(site) as home:
        opened = Tab(context.new_page(), home)
        opened.listen()
        yield opened
        opened.page.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, from the npm registry that this machine uses, checked against the sum that is pinned here."""
    folder = ROOT / "build" / "axe"
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "lock"):
        packed = folder / f"axe-core-{AXE}.tgz"
        if not packed.exists():
            fetch(folder)
        found = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
        if found != AXE_SHA512:
            packed.unlink()
        assert found == AXE_SHA512, "This is not the axe-core that the tests know."
        with tarfile.open(packed) as archive:
            file = archive.extractfile("package/axe.min.js")
            assert file
            return file.read().decode()


def fetch(folder: Path) -> None:
    if not shutil.which("npm"):
        pytest.fail(
            "The accessibility tests need npm: install Node.js (on Debian and Ubuntu: apt-get install npm).", pytrace=False
        )
    done = subprocess.run(["npm", "pack", f"axe-core@{AXE}"], cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode:
        pytest.fail(f"npm could not fetch axe-core {AXE}: {done.stderr.strip().splitlines()[-1:]}", pytrace=False)
