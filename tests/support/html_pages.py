"""What stands on a page that was built."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Heading:
    """A heading on a page; `text` is without the link to itself, `shown` is everything up to the next heading."""

    level: int
    id: str
    text: str = ""
    shown: list[str] = field(default_factory=list)


class Article(HTMLParser):
    """The headings of a page's own part and what stands below them, with the numbers and dots of lists."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.headings: list[Heading] = []
        self.lists: list[int | None] = []
        self.inside = self.in_heading = self.in_link_to_itself = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.inside = self.inside or tag == "article"
        if not self.inside:
            return
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(Heading(int(tag[1]), values.get("id", "")))
            self.in_heading = True
        elif "headerlink" in values.get("class", ""):
            self.in_link_to_itself = True
        elif tag in ("ol", "ul"):
            self.lists.append(int(values.get("start", "1")) if tag == "ol" else None)
        elif tag == "li" and self.headings:
            number = self.lists[-1]
            self.headings[-1].shown.append(" • " if number is None else f" {number}. ")
            self.lists[-1] = None if number is None else number + 1
        elif tag in ("p", "div", "pre", "dd", "br", "hr") and self.headings:
            self.headings[-1].shown.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.in_heading = False
        elif tag == "a":
            self.in_link_to_itself = False
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif tag == "article":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if not self.inside or not self.headings or self.in_link_to_itself:
            return
        if self.in_heading:
            self.headings[-1].text += data
        else:
            self.headings[-1].shown.append(data)


def read_headings(page: Path) -> list[Heading]:
    return Article(read_page(page)).headings


def read_page(page: Path) -> str:
    """A page as a browser gets it: Python would turn CR into LF."""
    return page.read_bytes().decode()


def normalize(text: str) -> str:
    return " ".join(text.split())
