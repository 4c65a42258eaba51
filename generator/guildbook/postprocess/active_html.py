"""What may not stand on a page that an owner wrote: what acts, and what is fetched from elsewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import urlsplit

from guildbook.i18n import N_
from guildbook.load import CustomFiles
from guildbook.pages import SitePlan
from guildbook.problems import Position, Problem
from guildbook.prose import WEB_SCHEMES

ACTIVE_ELEMENTS = re.compile(
    "script|style|link|meta|base|i?frame|frameset|object|embed|applet|portal|form|svg|math|template|slot|textarea|title|xmp|"
    "plaintext|noembed|noframes|noscript"
)
"""Elements that run, load or send something, or inside which browsers read a page differently than we do (HTML, 2026-11)."""

LOADING_ATTRIBUTES = ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "xlink:href")
"""Attributes whose address a browser fetches without asking."""

_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL | re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers pass over in an address: `java\\tscript:` runs."""


def find_active_html(built: Mapping[str, bytes], plan: SitePlan, custom_files: CustomFiles) -> Iterator[Problem]:
    """A problem for every page of the owner's that holds, as an engine built it, what acts or comes from elsewhere."""
    for page in custom_files.pages:
        name = f"{page.address}/index.html".removeprefix("/")
        if page.site != plan.site.name or name not in built:
            continue
        article = _ARTICLE.search(built[name].decode())
        for what in dict.fromkeys(_ActiveHtmlParser(article[0]).found if article else ()):
            sentence = N_(
                "A page of your own may not hold “{what}”: it runs, or is fetched from elsewhere, when somebody reads."
            )
            fix = N_("Take it out. Pictures belong beside the page; to anything else, make a link.")
            yield Problem(Position(page.file), "own-page", sentence, fix, {"what": what})


class _ActiveHtmlParser(HTMLParser):
    """Everything in some HTML that acts or comes from elsewhere, in the words in which it is written."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        if ACTIVE_ELEMENTS.fullmatch(tag):
            self.found.append(f"<{tag}>")
        self.found += [f"{name}={value or ''}" for name, value in attributes if _is_active(name, value or "")]

    def handle_data(self, data: str) -> None:
        if "<" in data:  # engines write it as &lt;: this is a tag that only browsers would understand
            self.found.append(data.strip().partition("\n")[0])

    def handle_comment(self, data: str) -> None:
        self.found += _ActiveHtmlParser(data).found  # browsers end some comments earlier than Python does

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def _is_active(name: str, value: str) -> bool:
    """Does an attribute run something or fetch something from elsewhere?"""
    if name.startswith("on") or name == "srcdoc":
        return True
    if name == "style":
        return any(mark in value for mark in "(\\@")  # url(…), however it is written
    if name == "href":
        return _link_scheme(value) not in ("", *WEB_SCHEMES)
    return name in LOADING_ATTRIBUTES and any(_is_elsewhere(part) for part in re.split(r"[\s,]+", value))


def _is_elsewhere(address: str) -> bool:
    address = _IGNORED.sub("", address).replace("\\", "/")
    return bool(_link_scheme(address)) or address.startswith("//")


def _link_scheme(address: str) -> str:
    try:
        return urlsplit(_IGNORED.sub("", address)).scheme
    except ValueError:
        return "unreadable"
