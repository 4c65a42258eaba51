"""P4: every word that goes in comes out, once, as it was written; on both sites' pages, by both engines."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from guildbook import prose
from guildbook.checks import check
from guildbook.load import load
from support.command import run_guildbook
from support.communities import make_playbook, write_yaml
from support.hostile import HOSTILE, LINES, NAME, SAME_TITLE, make_hostile_replies, make_hostile_rules, write_hostile
from support.html_pages import normalize, read_headings, read_page
from support.sites import ENGINES, build_site

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


CARDS = "members/r/"


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
    folder = build_site(write_hostile, request.param, tmp_path_factory)
    pages = [page for page in sorted(folder.rglob("*.html")) if page.name != "404.html"]
    names = [page.parent.relative_to(folder).as_posix() for page in pages]
    return Hostile(folder, dict(zip(names, seen_by_chromium([read_page(page) for page in pages]), strict=True)))


@pytest.mark.engine
def test_every_reply_comes_out_to_the_character(site: Hostile) -> None:
    assert site.seen["handbook/playbooks/replies"]["pre"] == list(HOSTILE)


@pytest.mark.engine
def test_every_line_is_a_heading_and_a_pages_title_as_it_is_written(site: Hostile) -> None:
    pages = [site.seen[f"handbook/playbooks/title-{number}"] for number in range(len(LINES))]
    assert [page["headings"][0] for page in pages] == list(LINES)
    assert [page["title"] for page in pages] == [f"{line} - Handbook · {NAME}" for line in LINES]


@pytest.mark.engine
def test_every_line_is_a_label_and_a_replys_title_as_it_is_written(site: Hostile) -> None:
    labels = [rule["label"] for rule in make_hostile_rules().values()]
    for page in ("members/rules", "handbook/rules"):
        assert [text for text in site.seen[page]["headings"] if text in labels] == labels
    titles = [reply["title"] for reply in make_hostile_replies().values()]
    assert [text for text in site.seen["handbook/playbooks/replies"]["headings"] if text in titles] == titles


@pytest.mark.engine
def test_every_title_stands_in_the_navigation_as_it_is_written(site: Hostile) -> None:
    for name, page in site.seen.items():
        if not name.startswith(CARDS):
            called = ("Handbook · " if name.startswith("handbook") else "") + NAME
            assert page["title"].endswith(f" - {called}")
            assert page["logo"] == called
    assert [line for line in LINES if line not in site.seen["handbook/rules"]["nav"]] == []


@pytest.mark.engine
def test_every_rule_stands_on_its_card_as_it_is_written(site: Hostile) -> None:
    cards = {name.removeprefix(CARDS): page for name, page in site.seen.items() if name.startswith(CARDS)}
    rules = make_hostile_rules()
    assert {rule_id: page["title"] for rule_id, page in cards.items()} == {
        rule_id: f"{rule['label']} · {NAME}" for rule_id, rule in rules.items()
    }
    assert {rule_id: page["text"] for rule_id, page in cards.items()} == {
        rule_id: [rule["label"], rule["short"]] for rule_id, rule in rules.items()
    }


@pytest.mark.engine
def test_every_title_can_be_searched_for_as_it_is_written(site: Hostile) -> None:
    index = next((site.site / "handbook").rglob("search*.json"))
    entries = json.loads(index.read_bytes())
    entries = entries["docs"] if "docs" in entries else entries["items"]
    titles = {html.unescape(entry["title"]) for entry in entries}
    assert [line for line in LINES if line not in titles] == []


@pytest.mark.engine
def test_no_text_becomes_an_element_that_acts(site: Hostile) -> None:
    assert {name: (page["foreign"], page["handlers"]) for name, page in site.seen.items()} == dict.fromkeys(site.seen, (0, []))


@pytest.mark.engine
@pytest.mark.parametrize("name", ["members", "handbook"])
def test_all_prose_is_shown_in_order_and_no_field_eats_another(site: Hostile, name: str) -> None:
    found = {heading.id: normalize("".join(heading.shown)) for heading in read_headings(site.site / name / "rules/index.html")}
    expected = {rule_id: normalize(" ".join(shown(rule))) for rule_id, rule in make_hostile_rules().items()}
    assert {rule_id: found[rule_id] for rule_id in expected} == expected


def shown(rule: Mapping[str, Any]) -> Iterator[str]:
    """What stands below a rule's heading."""
    yield rule["short"]
    if "text" in rule:
        yield from (SHOWN.get(text, text) for text in (rule["text"], rule["why"]))
        yield from ("Fine •", SHOWN.get(rule["allowed"][0], rule["allowed"][0]), "• fine")


def forget_spoilers(small: Path) -> None:
    """Take the playbook away that names the small community's own rule, which these tests replace."""
    (small / "playbooks/spoilers.yml").unlink()


@pytest.mark.parametrize("text", REFUSED)
def test_what_prose_may_not_hold_is_an_error_at_its_place(small: Path, text: str) -> None:
    forget_spoilers(small)
    write_yaml(small / "content/rules.yml", {"rules": {"one": {"label": "x", "short": "y", "why": text}}})
    (problem,) = [p for p in told(small) if p.is_error]
    assert (problem.check, problem.path, problem.position.file) == (REFUSED[text], "rules/one/why", "content/rules.yml")


@pytest.mark.parametrize("control", ["\0", "\b", "\x1b", "\x7f", "\x80", "\x9f"])
@pytest.mark.parametrize("place", ["title", "signs/0", "first_minute/stop", "replies/one/text"])
def test_a_control_character_behind_an_escape_is_an_error_at_its_place(small: Path, place: str, control: str) -> None:
    written = make_playbook("A title", {"one": {"to": "everyone", "text": "Words."}})
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


@pytest.mark.engine
def test_ids_come_from_the_yaml_also_for_titles_without_a_latin_letter(site: Hostile) -> None:
    found = [heading for heading in read_headings(site.site / "members/rules/index.html") if heading.id in make_hostile_rules()]
    assert [heading.id for heading in found] == list(make_hostile_rules())
    texts = {heading.id: heading.text for heading in found}
    ids = {title: rule_id for rule_id, title in texts.items() if re.match("[\u0590-\u06ff\u4e00-\u9fff]", title)}
    assert len(ids) == 3
    assert all(re.fullmatch(r"rule-\d+", rule_id) for rule_id in ids.values())
    assert [texts[rule_id] for rule_id in SAME_TITLE] == ["No spam", "No spam"]


@pytest.mark.engine
def test_ids_stay_when_rules_are_reordered_and_one_is_put_before_them_also_in_arabic(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = build_site(write_hostile, "mkdocs", tmp_path_factory)
    write_hostile(tmp_path)
    rules = {"new": {"label": "No spam", "short": "New."}, **dict(reversed(make_hostile_rules().items()))}
    write_yaml(tmp_path / "content/rules.yml", {"rules": rules})
    write_yaml(tmp_path / "content/community.yml", {"name": NAME, "purpose": {"short": "x"}, "language": "ar"})
    assert run_guildbook(tmp_path, "build", "--site", "members").returncode == 0

    page = tmp_path / "site/members/rules/index.html"
    assert re.search(r'<html lang="ar"[^>]*>', read_page(page))
    assert re.search(r'<body dir="rtl"', read_page(page))
    before = {h.id: h.text for h in read_headings(site / "members/rules/index.html") if h.id in rules}
    after = {h.id: h.text for h in read_headings(page) if h.id in rules}
    assert list(after) == ["new", *reversed(before)]
    assert after == before | {"new": "No spam"}


NO_IDS = ("con", "aux", "lpt1", "404", "index", "assets", "search", "Spam", "sp am", "spam.", "spam ", "späm", "x/y", "x" * 121)


@pytest.mark.parametrize("rule_id", NO_IDS)
def test_an_id_that_is_no_address_everywhere_is_an_error_at_its_key(small: Path, rule_id: str) -> None:
    forget_spoilers(small)
    rule = {"label": "x", "short": "y"}
    write_yaml(small / "content/rules.yml", {"rules": {"good": rule, rule_id: dict(rule)}})
    found = [p for p in told(small) if p.is_error]
    assert [(p.position.file, p.position.line) for p in found] == [("content/rules.yml", 5)]


def test_two_rules_that_want_one_address_are_told_with_both_places(small: Path) -> None:
    forget_spoilers(small)
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
