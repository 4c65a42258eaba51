"""Show both sites on this machine while somebody edits: from memory, to this machine only, reloaded when they change."""

import html
import json
import mimetypes
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from guildbook.i18n import N_
from guildbook.output import FileTree
from guildbook.package_data import read_package_files
from guildbook.problems import NotBuilt

HOST = "127.0.0.1"
PREVIEW_PATH = "/_guildbook/"
WAIT_SECONDS = 25
"""How long a page's question “anything new?” stays open."""

_STYLE_LINK = b'<link rel="stylesheet" href="/_guildbook/preview.css">'


@dataclass
class PreviewState:
    """What is shown at this moment: the last sites that were whole, and the words of the problems since then."""

    sites: Mapping[str, FileTree] = field(default_factory=dict)
    problems: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def show(self, sites: Mapping[str, FileTree]) -> None:
        """Show new sites, and forget the problems."""
        with self.changed:
            self.sites, self.problems = sites, ""
            self.version += 1
            self.changed.notify_all()

    def tell(self, problems: str) -> None:
        """Tell problems over the sites that are shown."""
        with self.changed:
            self.problems = problems
            self.changed.notify_all()

    def news(self, version: int, problems: str) -> dict[str, object]:
        """What is new to a page that has a version and shows some problems; waits a while until something is."""
        with self.changed:
            self.changed.wait_for(lambda: (self.version, self.problems) != (version, problems), WAIT_SECONDS)
            return {"version": self.version, "problems": self.problems}


@contextmanager
def serve_sites(state: PreviewState, port: int) -> Iterator[int]:
    """Serve what is on state to this machine while the block runs; gives the port, which is a free one where 0 was asked for.

    Raises NotBuilt where the port cannot be used.
    """
    try:
        server = _Server((HOST, port), _handler(state))
    except (OSError, OverflowError) as error:
        sentence, fix = N_("Port {port} cannot be used: {reason}."), N_("Choose another: guildbook serve --port 8010")
        raise NotBuilt(sentence, fix, {"port": port, "reason": getattr(error, "strerror", None) or str(error)}) from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _handler(state: PreviewState) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(*self._reply())

        do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

        def _reply(self) -> tuple[HTTPStatus, str, bytes]:
            port = self.server.server_port  # type: ignore[attr-defined]  # an HTTPServer has one
            if self.headers.get("Host") not in (f"{HOST}:{port}", f"localhost:{port}"):
                return HTTPStatus.FORBIDDEN, "text/plain", b"This preview is for this machine only.\n"
            url = urlsplit(self.path)
            return (
                _preview_file(state, url.path, url.query)
                if url.path.startswith(PREVIEW_PATH)
                else _preview_page(state, unquote(url.path))
            )

        def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
            self.send_response(status)
            if status is HTTPStatus.FOUND:
                self.send_header("Location", body.decode())
                body = b""
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server has
            """Say nothing: an owner's terminal is for problems."""

    return Handler


def _preview_file(state: PreviewState, path: str, query: str) -> tuple[HTTPStatus, str, bytes]:
    name = path.removeprefix(PREVIEW_PATH)
    if name == "news":
        asked = json.loads(unquote(query) or "{}")
        news = state.news(int(asked.get("version", -1)), str(asked.get("problems", "")))
        return HTTPStatus.OK, "application/json", json.dumps(news).encode()
    if name in ("preview.js", "preview.css"):
        return HTTPStatus.OK, _kind(name), read_package_files(f"preview/assets/{name}")[f"preview/assets/{name}"]
    return _not_found(state)


def _preview_page(state: PreviewState, path: str) -> tuple[HTTPStatus, str, bytes]:
    if not state.sites:
        return HTTPStatus.OK, "text/html; charset=utf-8", _only_problems(state)
    if path == "/":
        return HTTPStatus.OK, "text/html; charset=utf-8", _front(state)
    site, _, rest = path.lstrip("/").partition("/")
    if site not in state.sites:
        return _not_found(state)
    tree = state.sites[site]
    if rest + "/index.html" in tree or path == f"/{site}":
        return HTTPStatus.FOUND, "text/plain", f"/{site}/{rest}/".replace("//", "/").encode()
    name = rest + "index.html" if rest == "" or rest.endswith("/") else rest
    if name in tree:
        body = _with_script(tree[name], state) if name.endswith(".html") else tree[name]
        return HTTPStatus.OK, _kind(name), body
    return HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(tree.get("404.html", b"<title>404</title>"), state)


def _with_script(page: bytes, state: PreviewState) -> bytes:
    script = f'<script type="module" src="/_guildbook/preview.js?version={state.version}"></script>'
    return page.replace(b"</head>", _STYLE_LINK + script.encode() + b"</head>", 1)


def _kind(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("javascript", "json")) else kind


def _not_found(state: PreviewState) -> tuple[HTTPStatus, str, bytes]:
    return HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _front(state)


def _front(state: PreviewState) -> bytes:
    links = "".join(f'<li><a href="/{site}/">{html.escape(state.words.get(site, site))}</a></li>' for site in state.sites)
    return _frame(state, f"<ul>{links}</ul>")


def _only_problems(state: PreviewState) -> bytes:
    return _frame(state, f'<pre class="gb-preview-problems">{html.escape(state.problems)}</pre>')


def _frame(state: PreviewState, inside: str) -> bytes:
    title = html.escape(state.words.get("title", "Guildbook"))
    head = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>"
    )
    body = f'<body class="gb-preview"><main><h1>{title}</h1>{inside}</main>'
    return _with_script((head + "</head>" + body).encode(), state)
