"""One field's words: Markdown into one syntax tree, its links, its HTML; and text kept to the letter.

What an owner may write is CommonMark with struck-out text, minus what loses words or reaches outside: no raw HTML,
no images, no reference definitions, no character entities, no code by indentation, no headings by underlining.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

WEB_SCHEMES = ("https", "http", "mailto", "tel")
"""Schemes that a link may have, beside those of the community's own things (`model.KINDS`): `rule:no-spam`."""

FIELD = re.compile(r"\{([a-z_]+)\}")
"""A `{field}` that is filled before a reply is sent. Other braces are text."""

_NEEDS_REFERENCE = re.compile(r"(?:[^A-Za-z0-9 .,-]|(?<![A-Za-z0-9])-|-(?![A-Za-z0-9]))+")
"""What a text holds beside the plainest characters, of which some may stay."""

_ADDRESS = re.compile(r"://[^\s<>\[\]`]*[^\s<>\[\]`*_~.,;:!?)'\"]")
"""The rest of a bare web address after `https`, without what ends a sentence or is markup around it."""

_SWITCHED_OFF = ["html_block", "html_inline", "image", "reference", "entity", "code", "lheading"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a field's prose; `line` counts from 0 within the field."""

    target: str
    line: int

    @property
    def scheme(self) -> str:
        """What stands before the colon, in small letters; empty for a path."""
        before, colon, _ = re.sub(r"[\x00-\x20]", "", self.target).partition(":")
        return before.lower() if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", before) else ""

    @property
    def name(self) -> str:
        """What stands behind the colon."""
        return self.target.partition(":")[2]


def escape_all(text: str) -> str:
    """Text as HTML character references that no Markdown engine, template or browser can take for anything but text.

    Letters, marks, digits, blanks, full stops, commas and hyphens inside a word stay; so do U+0080 to U+009F, which a reference
    would turn into other characters (HTML standard, "numeric character reference end state", checked 2026-11-22).
    """
    return _NEEDS_REFERENCE.sub(lambda found: "".join(_reference(c) for c in found[0]), text)


def _reference(character: str) -> str:
    harmless = "\x80" <= character <= "\x9f" or unicodedata.category(character)[0] in "LMN"
    return character if harmless else f"&#{ord(character)};"


def links(text: str) -> list[Link]:
    """The links in a field's prose, in order."""
    return list(_links(_parse(text))) if "](" in text or "<" in text else []


def to_html(text: str, resolve: Callable[[str], str]) -> str:
    """A field's prose as HTML on a single line; `resolve` gives the address that a link's target stands for, "" for none."""
    markdown = _markdown()
    return str(markdown.renderer.render(_parse(text), markdown.options, {"resolve": resolve})).replace("\n", " ").strip()


def sole_paragraph(html: str) -> str:
    """The inside of HTML that is one paragraph and nothing else; other HTML as it is."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    return inside if len(inside) == len(html) - len("<p></p>") and "<p>" not in inside else html


@cache
def _markdown() -> MarkdownIt:
    markdown = (
        MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable(["strikethrough"]).disable(_SWITCHED_OFF)
    )
    markdown.inline.ruler.after("text", "address", _bare_address)
    markdown.validateLink = _any_link  # type: ignore[method-assign]  # `checks` refuses a scheme, with its line
    return markdown


def _bare_address(state: StateInline, silent: bool) -> bool:
    """A bare web address is text as it stands: `_` and `*` inside it are no emphasis."""
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    if found is None or not state.src.endswith(("http", "https"), 0, state.pos):
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _any_link(url: str) -> bool:  # noqa: ARG001 - it has the form that markdown-it calls
    return True


@lru_cache(maxsize=4096)
def _parse(text: str) -> Sequence[Token]:
    """A field's tokens, which nobody changes: the checks, the pages and the gate all ask for them."""
    return _markdown().parse(text)


def _links(tokens: Sequence[Token]) -> Iterator[Link]:
    for block in tokens:
        line = block.map[0] if block.map else 0
        for token in block.children or ():
            if token.type == "link_open":
                yield Link(str(token.attrs["href"]), line)
            elif token.type in ("softbreak", "hardbreak"):
                line += 1


class _Renderer(RendererHTML):
    """HTML whose words are all character references, with the headings of a field as paragraphs: a page's headings are ours."""

    def text(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        return escape_all(tokens[idx].content)

    def link_open(self, tokens: Sequence[Token], idx: int, options: object, env: Mapping[str, Callable[[str], str]]) -> str:
        attributes = dict(tokens[idx].attrs)
        href = env["resolve"](str(attributes.pop("href")))
        return f"<a{self.renderAttrs(tokens[idx].copy(attrs={'href': href, **attributes} if href else attributes))}>"

    def code_inline(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        return f"<code>{escape_all(tokens[idx].content)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        first = tokens[idx].info.strip()
        return f"<pre><code>{escape_all(first + chr(10) if first else '')}{escape_all(tokens[idx].content)}</code></pre>"

    def heading_open(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        return '<p class="gb-heading">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        return "</p>"
