"""A web server on this machine for a built site."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

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
def serve_site(site: Path) -> Iterator[str]:
    """The address of a site's first page, as long as the block runs."""
    server = Server(("127.0.0.1", 0), partial(Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def list_addresses(site: Path) -> list[str]:
    """The address of every page below its site's."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [page.removesuffix("index.html") for page in pages]
