"""P4: every word that goes in comes out, once, as it was written; on both sites' pages, by both engines."""

import html
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fcntl import LOCK_EX, flock
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from conftest import copy_community, run_guildbook
from guildbook import prose
from guildbook.checks import check
from guildbook.load import load

ENGINES = ("mkdocs", "zensical")

HOSTILE = (
    "Subject: x",
    "Rule: y",
    "---\ntitle: x\nplugins: [evil]\n---\nbody",
    "#channel",
    "# A heading",
    "2026. Text",
    "3. three\n4. four",
    "1) one\n2) two",
    "- a dash\n  - further in",
    "A line\n- and a list right after it",
    "+ a plus",
    "* a star",
    "> a quote",
    "| a | pipe",
    "| a | b |\n|---|:-:|\n| 1 | 2 | 3 |",
    "    four blanks",
    "   \u00a0 three blanks and one that does not break",
    "\ta tab first",
    "a\ttab\t\tinside",
    "<Individual>",
    "[Individual]",
    "[text](https://one.example 'titles \"too\" <b> {{ x }} *y*')",
    "_a_b_",
    "__init__ and snake_case_name",
    "*a*b*",
    "~~struck~~ and ~not~",
    "`a` ``b` ``",
    "&amp;",
    "&amp;amp; &copy; &#35; &#x23; &lt;b&gt; & &; &nosuch;",
    "{{ x }}",
    "{{ ''.__class__.__mro__ }}",
    "{% x %}",
    "{%- raw -%}{{ x }}{%- endraw -%}",
    "{# x #}",
    "{#id}",
    "A heading { #other .class onclick=x }",
    "{: #other .class }",
    "%{x}",
    "${x}",
    "%(x)s %s {0} {} {x!r}",
    "a title\n===",
    "===",
    "---",
    "***",
    "~~~",
    "~~~\nopen for ever",
    ":::",
    "::: note\nx\n:::",
    "!!!",
    '!!! note "x"\n    inside',
    "???+ x",
    '=== "Tab"\n    x',
    "/// note\nx\n///",
    "[ ] a box",
    "- [x] a ticked box",
    "```\ncode\n```",
    "```python hl_lines=1\ncode\n```",
    "````\n```\ncode\n```\n````",
    "`````\n````\n```\ncode\n```\n````\n`````",
    "^If you read this^",
    "~x~ ==y== ++z++ ^^w^^",
    "$5 and $6",
    "$$x$$ \\(y\\) \\[z\\]",
    ":smile: :material-weather-night:",
    "@here @everyone",
    "trailing blanks   ",
    "a line   \nafter two blanks or more",
    "a line\\\nafter a backslash",
    "\na newline first",
    "two\n\n\n\nblank lines and newlines last\n\n",
    "Z\u0351\u036b\u0343\u036a\u0302a\u0334\u0321l\u0315\u0489g\u0338o\u0337",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "1️⃣ #️⃣ *️⃣",
    "مرحبا بالعالم, Castlemail 2.0 (2026)",
    "שלום עולם: 12:30",
    "不要发垃圾信息。",
    "NFC \u00e9 \u00c5 \uac00",
    "NFD e\u0301 A\u030a \u1100\u1161",
    "zero\u200bwidth\u2060no\ufeffbreak\u00ad.",
    "separators \u2028 and \u2029 stay",
    "</pre><script>alert(1)</script>",
    "</code></pre><h1>x</h1>",
    '"><img src=x onerror=alert(1)>',
    "</title><script>alert(1)</script>",
    "</script><style>x</style><textarea>",
    "<!-- x -->",
    "<!-- never closed",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "]]>",
    "<div markdown=1>",
    "</div></div></article>",
    "\\",
    "\\\\",
    "\\* \\_ \\# \\<b\\> C:\\new\\table",
    '--8<-- "secret.txt"',
    "[TOC]",
    "*[abbr]: x",
    "the abbr is here",
    "[^1]: note",
    "a note[^1]",
    "[name]: https://one.example",
    "see [name] and [name][]",
    "=> x",
    '"x": y',
    "'x' ‘y’ “z” -- --- ... (c) (tm)",
    "https://one.example/_a_b_?x=1&copy=2",
    "see **https://one.example/*a*/_b_**, or (https://one.example/_c_).",
    "[https://one.example/_a_](https://one.example/_b_)",
    "<https://one.example/a_b_c>",
    "klzzwxh:0042 \u0041mp wzxhzdk:0",
    "x" * 4000,
    "A long one. " * 300 + "End",
)
"""What people paste, and what a Markdown engine, a template or a browser could take for something else than text."""

SHOWN = {
    "---\ntitle: x\nplugins: [evil]\n---\nbody": "title: x plugins: [evil] body",
    "# A heading": "A heading",
    "- a dash\n  - further in": "• a dash • further in",
    "A line\n- and a list right after it": "A line • and a list right after it",
    "1) one\n2) two": "1. one 2. two",
    "+ a plus": "• a plus",
    "* a star": "• a star",
    "> a quote": "a quote",
    "[text](https://one.example 'titles \"too\" <b> {{ x }} *y*')": "text",
    "_a_b_": "a_b",
    "__init__ and snake_case_name": "init and snake_case_name",
    "*a*b*": "ab*",
    "{{ ''.__class__.__mro__ }}": "{{ ''.class.mro }}",
    "~~struck~~ and ~not~": "struck and ~not~",
    "`a` ``b` ``": "a b`",
    "---": "",
    "***": "",
    "~~~": "",
    "~~~\nopen for ever": "open for ever",
    "- [x] a ticked box": "• [x] a ticked box",
    "```\ncode\n```": "code",
    "```python hl_lines=1\ncode\n```": "python hl_lines=1 code",
    "````\n```\ncode\n```\n````": "``` code ```",
    "`````\n````\n```\ncode\n```\n````\n`````": "```` ``` code ``` ````",
    "$$x$$ \\(y\\) \\[z\\]": "$$x$$ (y) [z]",
    "a line\\\nafter a backslash": "a line after a backslash",
    "\\\\": "\\",
    "\\* \\_ \\# \\<b\\> C:\\new\\table": "* _ # <b> C:\\new\\table",
    "see **https://one.example/*a*/_b_**, or (https://one.example/_c_).": "see https://one.example/*a*/_b_, or (https://one.example/_c_).",
    "[https://one.example/_a_](https://one.example/_b_)": "https://one.example/_a_",
    "<https://one.example/a_b_c>": "https://one.example/a_b_c",
}
"""How prose shows what has a meaning in Markdown; what is not here is shown as it is written."""

REFUSED = {
    "[text]()": "link-nowhere",
    "[text](javascript:alert)": "link-scheme",
    "![image](https://one.example/x.png)": "picture-in-text",
}
"""What prose may not hold, and the check that says so: an error, so that nothing is lost silently."""

NAME = "Bread & Butter \"<b>\" {{ x }} &amp; 'y'"
"""A community's name: it stands in every page's title, header and logo."""

LINES = tuple(text.strip() for text in HOSTILE if len(text) < 1000 and not re.search("[\n\u0085\u2028]", text))
CARDS = "members/r/"
SAME_TITLE = ("twice-one", "twice-two")


def write_yaml(path: Path, value: Mapping[str, Any]) -> None:
    """Every value between double quotes, so that only what is in it is hostile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True, sort_keys=False, width=10**6)
    path.write_bytes(text.encode())


def hostile(folder: Path) -> None:
    """A community with every hostile text as a reply, as titles and labels, and as prose."""
    copy_community("small", folder)
    write_yaml(folder / "content/community.yml", {"name": NAME, "purpose": {"short": LINES[0]}, "language": "en"})
    write_yaml(folder / "content/rules.yml", {"groups": {"all": {"title": "All"}}, "rules": hostile_rules()})
    (folder / "playbooks/spoilers.yml").unlink()  # it names the rule that stands no longer
    write_yaml(folder / "playbooks/replies.yml", playbook("Replies", replies()))
    for number, line in enumerate(LINES):
        write_yaml(folder / f"playbooks/title-{number}.yml", playbook(line, {}))


def playbook(title: str, replies: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": title,
        "about": "conduct",
        "severity": "low",
        "signs": ["a sign"],
        "first_minute": {"stop": "Stop."},
        "replies": replies,
        "fields": {"x": {"label": "What x is"}},
    }


def replies() -> dict[str, Any]:
    titles = {f"reply-{number}": LINES[number % len(LINES)] for number in range(len(HOSTILE))}
    return {key: {"to": "everyone", "title": titles[key], "text": text} for key, text in zip(titles, HOSTILE, strict=True)}


def hostile_rules() -> dict[str, Any]:
    """Each text is some rule's `text` and another's `why` and example, so that each could eat another one."""
    rules = {
        f"rule-{number}": {
            "label": LINES[number % len(LINES)],
            "short": LINES[-1 - number % len(LINES)],
            "text": text,
            "why": HOSTILE[-1 - number],
            "allowed": [HOSTILE[number - 7], "fine"],
        }
        for number, text in enumerate(HOSTILE)
    }
    return rules | {rule_id: {"label": "No spam", "short": "The same title twice."} for rule_id in SAME_TITLE}


def built(write: Callable[[Path], object], engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site/ folder of a community that `write` writes; built once for all tests and all of pytest's workers."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = root / f"{write.__name__}-{engine}"
    with locked(root / f"{folder.name}.lock"):
        if not (folder / "site").exists():
            write(folder)
            done = run_guildbook(folder, "build", "--engine", engine)
            assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return folder / "site"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        flock(file, LOCK_EX)
        yield


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


def headings(page: Path) -> list[Heading]:
    return Article(read(page)).headings


def read(page: Path) -> str:
    """A page as a browser gets it: Python would turn CR into LF."""
    return page.read_bytes().decode()


def normal(text: str) -> str:
    return " ".join(text.split())


SEEN_BY_CHROMIUM = """pages => pages.map(page => {
  const found = new DOMParser().parseFromString(page, "text/html")
  const texts = query => [...found.querySelectorAll(query)].map(element => element.textContent)
  found.querySelectorAll(".headerlink").forEach(link => link.remove())
  return {
    title: found.querySelector("title").textContent,
    logo: found.querySelector("a.md-logo")?.getAttribute("title"),
    headings: texts("article h1, article h2, article h3"),
    pre: texts("article pre.gb-words > code"),
    nav: texts(".md-nav--primary a").map(text => text.trim()),
    foreign: found.querySelectorAll(":is(article, body > p) :is(script, iframe, img, style, textarea)").length,
    text: texts("body > p"),
    handlers: [...found.querySelectorAll(":is(article, body > p) *")]
      .flatMap(it => it.getAttributeNames()).filter(name => /^on/.test(name)),
  }
})"""


@dataclass(frozen=True)
class Hostile:
    """The hostile community, built; `seen` is what Chromium's HTML parser makes of each page."""

    site: Path
    seen: Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def seen_by_chromium(chromium: Browser) -> Iterator[Callable[[list[str]], Any]]:
    page = chromium.new_page()
    yield lambda pages: page.evaluate(SEEN_BY_CHROMIUM, pages)
    page.close()


@pytest.fixture(scope="module", params=ENGINES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, seen_by_chromium: Any) -> Hostile:
    folder = built(hostile, request.param, tmp_path_factory)
    pages = [page for page in sorted(folder.rglob("*.html")) if page.name != "404.html"]
    names = [page.parent.relative_to(folder).as_posix() for page in pages]
    return Hostile(folder, dict(zip(names, seen_by_chromium([read(page) for page in pages]), strict=True)))


def test_every_reply_comes_out_to_the_character(site: Hostile) -> None:
    assert site.seen["handbook/playbooks/replies"]["pre"] == list(HOSTILE)


def test_every_line_is_a_heading_and_a_pages_title_as_it_is_written(site: Hostile) -> None:
    pages = [site.seen[f"handbook/playbooks/title-{number}"] for number in range(len(LINES))]
    assert [page["headings"][0] for page in pages] == list(LINES)
    assert [page["title"] for page in pages] == [f"{line} - Handbook · {NAME}" for line in LINES]


def test_every_line_is_a_label_and_a_replys_title_as_it_is_written(site: Hostile) -> None:
    labels = [rule["label"] for rule in hostile_rules().values()]
    for page in ("members/rules", "handbook/rules"):
        assert [text for text in site.seen[page]["headings"] if text in labels] == labels
    titles = [reply["title"] for reply in replies().values()]
    assert [text for text in site.seen["handbook/playbooks/replies"]["headings"] if text in titles] == titles


def test_every_title_stands_in_the_navigation_as_it_is_written(site: Hostile) -> None:
    for name, page in site.seen.items():
        if not name.startswith(CARDS):
            called = ("Handbook · " if name.startswith("handbook") else "") + NAME
            assert page["title"].endswith(f" - {called}")
            assert page["logo"] == called
    assert [line for line in LINES if line not in site.seen["handbook/rules"]["nav"]] == []


def test_every_rule_stands_on_its_card_as_it_is_written(site: Hostile) -> None:
    cards = {name.removeprefix(CARDS): page for name, page in site.seen.items() if name.startswith(CARDS)}
    rules = hostile_rules()
    assert {rule_id: page["title"] for rule_id, page in cards.items()} == {
        rule_id: f"{rule['label']} · {NAME}" for rule_id, rule in rules.items()
    }
    assert {rule_id: page["text"] for rule_id, page in cards.items()} == {
        rule_id: [rule["label"], rule["short"]] for rule_id, rule in rules.items()
    }


def test_every_title_can_be_searched_for_as_it_is_written(site: Hostile) -> None:
    index = next((site.site / "handbook").rglob("search*.json"))
    entries = json.loads(index.read_bytes())
    entries = entries["docs"] if "docs" in entries else entries["items"]
    titles = {html.unescape(entry["title"]) for entry in entries}
    assert [line for line in LINES if line not in titles] == []


def test_no_text_becomes_an_element_that_acts(site: Hostile) -> None:
    assert {name: (page["foreign"], page["handlers"]) for name, page in site.seen.items()} == dict.fromkeys(site.seen, (0, []))


@pytest.mark.parametrize("name", ["members", "handbook"])
def test_all_prose_is_shown_in_order_and_no_field_eats_another(site: Hostile, name: str) -> None:
    found = {heading.id: normal("".join(heading.shown)) for heading in headings(site.site / name / "rules/index.html")}
    expected = {rule_id: normal(" ".join(shown(rule))) for rule_id, rule in hostile_rules().items()}
    assert {rule_id: found[rule_id] for rule_id in expected} == expected


def shown(rule: Mapping[str, Any]) -> Iterator[str]:
    """What stands below a rule's heading."""
    yield rule["short"]
    if "text" in rule:
        yield from (SHOWN.get(text, text) for text in (rule["text"], rule["why"]))
        yield from ("Fine •", SHOWN.get(rule["allowed"][0], rule["allowed"][0]), "• fine")


@pytest.mark.parametrize("text", REFUSED)
def test_what_prose_may_not_hold_is_an_error_at_its_place(small: Path, text: str) -> None:
    write_yaml(small / "content/rules.yml", {"rules": {"one": {"label": "x", "short": "y", "why": text}}})
    (problem,) = [p for p in told(small) if p.is_error]
    assert (problem.check, problem.path, problem.position.file) == (REFUSED[text], "rules/one/why", "content/rules.yml")


@pytest.mark.parametrize("control", ["\0", "\b", "\x1b", "\x7f", "\x80", "\x9f"])
@pytest.mark.parametrize("place", ["title", "signs/0", "first_minute/stop", "replies/one/text"])
def test_a_control_character_behind_an_escape_is_an_error_at_its_place(small: Path, place: str, control: str) -> None:
    written = playbook("A title", {"one": {"to": "everyone", "text": "Words."}})
    part: Any = written
    *above, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    for step in above:
        part = part[step]
    part[last] = f"before{control}after"
    write_yaml(small / "playbooks/one.yml", written)
    (problem,) = [p for p in told(small) if p.is_error]
    assert (problem.check, problem.path) == ("control-character", f"playbooks/one/{place}")


def test_the_title_of_a_link_is_kept() -> None:
    made = prose.to_html("[text](https://one.example 'titles \"too\" <b> {{ x }} *y*')", str)
    assert html.unescape(made) == '<p><a href="https://one.example" title="titles "too" <b> {{ x }} *y*">text</a></p>'
    assert made.count("<") == 4


def told(folder: Path) -> list[Any]:
    found = load(folder)
    return [*found.problems, *check(found.book, found.source_map)]


def test_ids_come_from_the_yaml_also_for_titles_without_a_latin_letter(site: Hostile) -> None:
    found = [heading for heading in headings(site.site / "members/rules/index.html") if heading.id in hostile_rules()]
    assert [heading.id for heading in found] == list(hostile_rules())
    texts = {heading.id: heading.text for heading in found}
    ids = {title: rule_id for rule_id, title in texts.items() if re.match("[\u0590-\u06ff\u4e00-\u9fff]", title)}
    assert len(ids) == 3
    assert all(re.fullmatch(r"rule-\d+", rule_id) for rule_id in ids.values())
    assert [texts[rule_id] for rule_id in SAME_TITLE] == ["No spam", "No spam"]


def test_ids_stay_when_rules_are_reordered_and_one_is_put_before_them_also_in_arabic(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = built(hostile, "mkdocs", tmp_path_factory)
    hostile(tmp_path)
    rules = {"new": {"label": "No spam", "short": "New."}, **dict(reversed(hostile_rules().items()))}
    write_yaml(tmp_path / "content/rules.yml", {"rules": rules})
    write_yaml(tmp_path / "content/community.yml", {"name": NAME, "purpose": {"short": "x"}, "language": "ar"})
    assert run_guildbook(tmp_path, "build", "--site", "members").returncode == 0

    page = tmp_path / "site/members/rules/index.html"
    assert re.search(r'<html lang="ar"[^>]*>', read(page))
    assert re.search(r'<body dir="rtl"', read(page))
    before = {h.id: h.text for h in headings(site / "members/rules/index.html") if h.id in rules}
    after = {h.id: h.text for h in headings(page) if h.id in rules}
    assert list(after) == ["new", *reversed(before)]
    assert after == before | {"new": "No spam"}


NO_IDS = ("con", "aux", "lpt1", "404", "index", "assets", "search", "Spam", "sp am", "spam.", "spam ", "späm", "x/y", "x" * 121)


@pytest.mark.parametrize("rule_id", NO_IDS)
def test_an_id_that_is_no_address_everywhere_is_an_error_at_its_key(small: Path, rule_id: str) -> None:
    rule = {"label": "x", "short": "y"}
    write_yaml(small / "content/rules.yml", {"rules": {"good": rule, rule_id: dict(rule)}})
    found = [p for p in told(small) if p.is_error]
    assert [(p.position.file, p.position.line) for p in found] == [("content/rules.yml", 5)]


def test_two_rules_that_want_one_address_are_told_with_both_places(small: Path) -> None:
    rules = {"one": {"label": "x", "short": "y"}, "two": {"label": "x", "short": "y", "formerly": ["one"]}}
    write_yaml(small / "content/rules.yml", {"rules": rules})
    (problem,) = [p for p in told(small) if p.is_error]
    assert (problem.check, problem.values["file"], problem.values["line"]) == ("address-taken", "content/rules.yml", 2)
    assert (problem.position.file, problem.position.line) == ("content/rules.yml", 9)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_kept_to_the_letter_holds_no_sign_that_anybody_could_take_for_a_command(text: str) -> None:
    shown = prose.escape_all(text)
    assert html.unescape(shown) == text
    assert not re.search(r"[^\w\s.,&#;\-]", re.sub(r"[^\x00-\x7f]", "", shown))
    assert "_" not in shown
    assert "\n" not in shown
