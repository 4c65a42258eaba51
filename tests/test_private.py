"""P2: what is for moderators is in no byte of the member site. Every field of the model is tried, also those to come."""

import base64
import gzip
import html
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from guildbook.leak_check import find_leaks
from guildbook.load import CustomFiles, SourceMap, load
from guildbook.model import FILES, Audience, Book, FileSpec, Part, TextForm, fields, iter_leaves
from guildbook.pages import OwnerNotes, plan_sites
from support.canaries import CANARY, Canaries, find_canaries, make_draft, write_everything
from support.communities import write_yaml
from support.sites import ENGINES, build_site
from support.trees import read_tree

NOT_SHOWN = {}
"""Texts for members that no page of the member site shows, and why."""


def all_texts(part: type[Part], place: str = "", above: Audience = "members") -> Iterator[tuple[str, Audience]]:
    """Every place in the model where words can stand, and who may see them."""
    for one in fields(part):
        audience: Audience = "moderators" if "moderators" in (above, one.audience) else "members"
        stars = {"one": 0, "list": 1, "by id": len(one.key_markers)}[one.shape]
        below = "/".join(filter(None, [place, one.key, *"*" * stars]))
        if one.part:
            yield from all_texts(one.part, below, audience)
        elif isinstance(one.marker, TextForm):
            yield below, audience


@dataclass(frozen=True)
class Published:
    """The community with everything in it, published; and the words that were put into it."""

    folder: Path
    canaries: Canaries
    book: Book

    def words_in(self, name: str) -> set[str]:
        return {word for file, data in read_tree(self.folder / "site" / name).items() for word in find_canaries(file, data)}


@pytest.fixture(scope="module", params=ENGINES)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = build_site(write_everything, request.param, tmp_path_factory).parent
    canaries = write_everything(tmp_path_factory.mktemp("everything"))
    return Published(folder, canaries, load(folder).book)


def test_a_canary_is_found_in_every_disguise() -> None:
    disguises = (
        "zqabcdqz",
        "ZQabcdQZ",
        "".join(f"&#{ord(c)};" for c in "zqabcdqz"),
        "".join(f"&amp;#x{ord(c):x};" for c in "zqabcdqz"),
        "".join(f"\\u{ord(c):04x}" for c in "zqabcdqz"),
        "".join(f"%{ord(c):02X}" for c in "zqabcdqz"),
        "zqa<b>bcd</b>qz",
    )
    assert [find_canaries("x.html", text.encode()) for text in disguises] == [{"zqabcdqz"}] * len(disguises)
    assert find_canaries("x.gz", gzip.compress(b"zqabcdqz")) == {"zqabcdqz"}
    assert find_canaries("zqabcdqz.png", b"\x89PNG") == {"zqabcdqz"}


@pytest.mark.engine
def test_every_text_of_the_model_holds_a_canary(published: Published) -> None:
    ids = {*published.canaries.ids.values()}
    places: dict[str, set[Audience]] = {}
    for leaf in iter_leaves(published.book):
        place = "/".join("*" if step in ids or step.isdigit() else step for step in leaf.path.split("/"))
        has_canary = CANARY.search(str(leaf.value)) or place == "community/language"
        if isinstance(leaf.marker, TextForm) and has_canary and "a-draft" not in place:
            places.setdefault(place, set()).add(leaf.audience)
    assert places == {place: {audience} for place, audience in all_texts(Book)}
    assert len([place for place, audience in all_texts(Book) if audience == "moderators"]) > 20


@pytest.mark.engine
def test_no_word_for_moderators_is_in_any_byte_of_the_member_site(published: Published) -> None:
    secret = published.canaries.of("moderators")
    assert {published.canaries.place_of[word] for word in secret & published.words_in("members")} == set()
    assert {"playbooks/[id]", "replies/[id]", "cases/[id]", "fields/[id]"} <= {
        published.canaries.place_of[word] for word in secret
    }


@pytest.mark.engine
def test_the_member_site_is_planned_without_a_word_for_moderators(published: Published) -> None:
    members, handbook = (
        {*CANARY.findall(repr(plan))} for plan in plan_sites(published.book, CustomFiles(), OwnerNotes(), SourceMap())[0]
    )
    secret = published.canaries.of("moderators")
    assert secret & members == set()
    assert secret - handbook == set()


@pytest.mark.engine
def test_every_word_for_members_is_on_the_member_site(published: Published) -> None:
    found = published.words_in("members")
    missing = {place for word, place in published.canaries.place_of.items() if word in published.canaries.of("members") - found}
    assert {place for place in missing if not place.endswith("[id]")} == set(NOT_SHOWN)


@pytest.mark.engine
def test_every_word_for_moderators_is_in_the_handbook(published: Published) -> None:
    missing = published.canaries.of("moderators") - published.words_in("handbook")
    assert {published.canaries.place_of[word] for word in missing} == set()


@pytest.mark.engine
def test_a_draft_is_on_neither_site(published: Published) -> None:
    words = set(make_draft()[0].audience_of)
    assert words.isdisjoint(published.canaries.place_of)
    assert words & {word for leaf in iter_leaves(published.book) for word in CANARY.findall(str(leaf.value))}
    assert words & (published.words_in("members") | published.words_in("handbook")) == set()


@pytest.mark.engine
def test_the_gate_knows_every_text_of_the_handbook_and_finds_none_on_the_member_site(published: Published) -> None:
    texts = {
        leaf.path for leaf in iter_leaves(published.book) if leaf.audience == "moderators" and isinstance(leaf.marker, TextForm)
    }
    hidden = {place for place in texts if "/a-draft/" in place}
    assert {
        problem.path for problem in find_leaks(read_tree(published.folder / "site/handbook"), published.book)
    } == texts - hidden
    assert list(find_leaks(read_tree(published.folder / "site/members"), published.book)) == []


STAFF = 'We call it *spam* & "noise" from the [third](rule:one) façade_link on, since 3 < 5 and 7 > 2'
SHOWN = 'We call it spam & "noise" from the third façade_link on, since 3 < 5 and 7 > 2'
PLACE = "rules/one/for_moderators/notes"
DISGUISES = {
    "as it is written": STAFF,
    "as it is read": SHOWN,
    "on several lines": SHOWN.replace(" ", "\n   "),
    "in capitals": SHOWN.upper(),
    "escaped for HTML": html.escape(SHOWN),
    "escaped for HTML twice": html.escape(html.escape(SHOWN)),
    "as references": "".join(f"&#{ord(c)};" for c in SHOWN),
    "as hexadecimal references": "".join(f"&#x{ord(c):X};" for c in SHOWN),
    "escaped for JSON": json.dumps({"text": SHOWN.replace(" ", "\n")}),
    "all escaped for JSON": '"' + "".join(f"\\u{ord(c):04x}" for c in SHOWN) + '"',
    "HTML in JSON": json.dumps({"text": "<p>We call it <em>spam</em>" + html.escape(SHOWN.partition("spam")[2]) + "</p>"}),
    "with tags between words": html.escape(SHOWN).replace(" ", " <wbr>"),
    "with tags inside words": html.escape(SHOWN).replace("spam", "s<b>pa</b>m"),
    "in an attribute": f'<meta name="description" content="{html.escape(SHOWN)}">',
    "in a comment": f"<!-- {SHOWN.replace('>', '&gt;')} -->",
    "in a script": f"<script>const notes = {json.dumps(SHOWN)}</script>",
    "in an address": f'<a href="mailto:x?body={quote(SHOWN)}">x</a>',
    "among other text": f"before {html.escape(SHOWN)} after",
    "decomposed": unicodedata.normalize("NFD", SHOWN),
    "with signs inside words that nobody sees": "\u200b".join(SHOWN),
    "in full-width letters": "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in SHOWN),
    **{f"in base64, {n} letters in": base64.b64encode(b"x" * n + SHOWN.encode()).decode() for n in range(3)},
    "in base64 with line ends": base64.encodebytes(SHOWN.encode() * 3).decode(),
    "in base64 for addresses": "x" + base64.urlsafe_b64encode(SHOWN.encode()).decode(),
}


@pytest.mark.parametrize(
    "name", ["rules/index.html", "search/search_index.json", "feed.rss", "_headers", "notes", "sitemap.xml.gz"]
)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_the_gate_tells_a_leak_and_its_place(small: Path, disguise: str, name: str) -> None:
    data = f"<html><body>{DISGUISES[disguise]}</body></html>".encode()
    book = with_notes(small, STAFF)
    (problem,) = find_leaks({name: gzip.compress(data) if name.endswith(".gz") else data}, book)
    assert (problem.check, problem.path, problem.is_error) == ("leak", PLACE, True)
    assert problem.position.file == f"site/members/{name}"


@pytest.mark.parametrize(
    "text",
    [
        "我们从第三个相同的链接开始称其为垃圾信息",
        "三本目の同じリンクからスパムと呼びます",
        "เราเรียกมันว่าสแปมตั้งแต่ลิงก์ที่สาม",
        "نسميها رسائل مزعجة من الرابط الثالث",
    ],
)
def test_the_gate_reads_every_script(small: Path, text: str) -> None:
    (problem,) = find_leaks({"index.html": f"<p>{text}</p>".encode()}, with_notes(small, text))
    assert problem.path == PLACE


def test_the_gate_knows_eight_chinese_letters_in_a_row_from_a_sentence(small: Path) -> None:
    book = with_notes(small, "我们从第三个相同的链接开始称其为垃圾信息，并且会请发帖的人先读一遍我们的规则再来聊天")
    assert list(find_leaks({"index.html": "<p>我们从第三个相同的规则说起</p>".encode()}, book)) == []


def test_the_gate_lets_through_words_that_neighbours_on_a_planned_page_make(small: Path) -> None:
    book = with_notes(small, "Bread and butter share your work where we ask")
    page = b"<h2>Bread and butter</h2><p>Share your work where we ask for it</p>"
    assert [problem.check for problem in find_leaks({"index.html": page}, book)] == ["leak"]
    assert list(find_leaks({"index.html": page}, book, planned=lambda: [page])) == []


def test_the_address_of_a_link_is_no_secret(small: Path) -> None:
    address = "https://help.example/how/to/pause/somebody/for/a/whole/week/in/a/group"
    book = with_notes(small, f"Look [here]({address}) or at {address} and nowhere else")
    assert list(find_leaks({"index.html": f'<a href="{address}">{address}</a>'.encode()}, book)) == []


def test_the_gate_refuses_a_key_that_a_text_has_swallowed(small: Path) -> None:
    (problem,) = find_leaks({"index.html": b"<p>for_moderators:</p>"}, with_notes(small, "x"))
    assert problem.check == "leak"


def test_the_gate_lets_through_what_members_may_read_too(small: Path) -> None:
    book = with_notes(small, "Share your work where we ask for it")
    assert list(find_leaks({"index.html": b"<p>Share your work where we ask for it, nowhere else.</p>"}, book)) == []


def test_the_gate_lets_through_the_name_of_a_rule_that_only_moderators_mention(small: Path) -> None:
    name = "share-your-own-work-here"
    write_yaml(small / "content/rules.yml", {"rules": {name: {"label": "x", "short": "y"}}})
    incident = {"playbook": "spoilers", "when": "x", "what": "y", "rule": name}
    write_yaml(small / "content/staff/incidents/one.yml", incident)
    found = load(small)
    assert not [problem for problem in found.problems if problem.is_error]
    assert list(find_leaks({"index.html": f'<a href="r/{name}/">x</a>'.encode()}, found.book)) == []


def with_notes(folder: Path, notes: str) -> Book:
    rule = {"label": "x", "short": "Share your work where we ask for it, nowhere else.", "for_moderators": {"notes": notes}}
    write_yaml(folder / "content/rules.yml", {"rules": {"one": rule}})
    return load(folder).book


def test_a_field_that_does_not_say_who_may_see_it_is_refused() -> None:
    class Careless(Part):
        words: str

    with pytest.raises(TypeError, match=r"Careless\.words does not say who may see it"):
        fields(Careless)
    with pytest.raises(TypeError):
        list(iter_leaves(Careless(words="x")))


@pytest.mark.parametrize("shelf", FILES, ids=lambda shelf: shelf.pattern)
def test_a_folder_is_an_audience_and_for_moderators_is_its_one_door(shelf: FileSpec) -> None:
    is_staff = shelf.pattern.startswith(("playbooks/", "content/staff/"))
    assert shelf.audience == ("moderators" if is_staff else "members")
    top = shelf.under.partition("/")[0]
    assert {one.audience for one in fields(Book) if one.key == top} <= {shelf.audience}
    declared = dict(all_fields(shelf.holds))
    through_the_door = {place for place in declared if "for_moderators" in place.split("/")}
    assert declared == {place: "moderators" if is_staff or place in through_the_door else "members" for place in declared}


def all_fields(part: type[Part], place: str = "") -> Iterator[tuple[str, Audience]]:
    """Every field below a part, and who may see it by its own declaration."""
    for one in fields(part):
        below = f"{place}/{one.key}"
        yield below, one.audience
        if one.part:
            yield from all_fields(one.part, below)
