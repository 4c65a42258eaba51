"""The links of a built site, and where they lead."""

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from support.html_pages import read_page

BASES = {
    "members": ("https://members.example/", "https://address-not-set.invalid/"),
    "handbook": ("https://handbook.example/", "https://address-not-set.invalid/"),
}

SOMEWHERE = "https://here.invalid/some/folders/deep/"
"""Where a site is thought to be, so that a link that climbs too far does not stop at the top by chance."""


class Links(HTMLParser):
    """The ids of a page, and the addresses that its links, pictures, scripts and styles name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.ids[value or ""] += 1
            elif name in ("href", "src"):
                self.addresses.append(value or "")


@dataclass(frozen=True)
class Site:
    """A built site: its pages by path, each parsed."""

    folder: Path
    pages: dict[str, Links]

    def missing(self) -> list[str]:
        """Every link inside the site whose file or id does not exist."""
        links = [(name, address) for name, page in self.pages.items() for address in page.addresses]
        return [f"{name}: {address}" for name, address in links if not self.leads_somewhere(name, address)]

    def leads_somewhere(self, name: str, address: str) -> bool:
        whole, fragment = urldefrag(urljoin(SOMEWHERE + name, address))
        base = next(
            (base for base in (SOMEWHERE, urljoin(SOMEWHERE, "/"), *BASES[self.folder.name]) if whole.startswith(base)), None
        )
        if base is None:
            return True
        path = unquote(whole.removeprefix(base))
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        if not (self.folder / file).is_file():
            return False
        return not fragment or unquote(fragment) in self.pages[file].ids


def parse_site(folder: Path) -> Site:
    pages = sorted(folder.rglob("*.html"))
    return Site(folder, {page.relative_to(folder).as_posix(): Links(read_page(page)) for page in pages})
