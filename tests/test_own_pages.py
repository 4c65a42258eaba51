"""What owners add by hand: pages and pictures, pages in the place of ours, templates, theme parts; and what is refused."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.command import run_guildbook
from support.communities import copy_community
from support.custom_pages import make_page, write_file
from support.paths import ROOT
from support.starter import BOOK

pytestmark = pytest.mark.engine

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
EXIF = b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(40)


def build(folder: Path) -> Path:
    done = run_guildbook(folder, "build")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return folder / "site"


def refused(folder: Path, *words: str) -> str:
    """What is said against a folder that cannot be built; every one of the words is in it, and there is no site."""
    done = run_guildbook(folder, "build")
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert [word for word in words if word not in said] == []
    assert not (folder / "site").exists()
    return said


def test_a_page_and_its_picture_join_the_site_that_its_first_lines_name_and_no_other(small: Path) -> None:
    write_file(small, "content/pages/meetup.md", make_page("We meet in **June**.\n\n![the hall](hall.png)"))
    write_file(small, "content/pages/hall.png", PNG)
    write_file(
        small, "content/pages/night/watch.md", make_page("Who sits up.\n\n![the desk](pictures/desk.png)", site="handbook")
    )
    write_file(small, "content/pages/night/pictures/desk.png", PNG + b"desk")

    site = build(small)

    assert "We meet in <strong>June</strong>" in (site / "members/meetup/index.html").read_text()
    assert (site / "members/hall.png").read_bytes() == PNG
    assert "Who sits up." in (site / "handbook/night/watch/index.html").read_text()
    assert (site / "handbook/night/pictures/desk.png").exists()
    assert not list((site / "members").rglob("desk.png"))
    assert not list((site / "members").glob("night"))
    assert not list((site / "handbook").rglob("hall.png"))
    assert not (site / "handbook/meetup").exists()


@pytest.mark.parametrize(
    "first", ["---\ntitle: Mine\n---\n", "", "---\nsite: everybody\ntitle: Mine\n---\n", "---\n: [\n---\n"]
)
def test_a_page_that_does_not_say_for_whom_it_is_is_never_published(small: Path, first: str) -> None:
    write_file(small, "content/pages/mine.md", first + "Words.\n")
    refused(small, "content/pages/mine.md", "This page does not say who may read it.")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("photo.jpg", EXIF, "where, when or by whom"),
        ("drawing.svg", b"<svg xmlns='x'><script>alert(1)</script></svg>", "holds a script"),
        ("drawing.svg", b"<svg xmlns='x' onload='alert(1)'/>", "holds a script"),
        ("notes.docx", b"PK", "Only Markdown"),
    ],
)
def test_a_file_that_tells_or_does_too_much_is_refused_by_name(small: Path, name: str, data: bytes, words: str) -> None:
    write_file(small, f"content/pages/{name}", data)
    refused(small, f"content/pages/{name}", words)


@pytest.mark.parametrize(
    "name", ["content/pages/secret.md", "content/pages/secret", "site_config/templates/members/welcome.md.j2"]
)
def test_a_link_to_elsewhere_is_refused_by_name_and_not_followed(small: Path, tmp_path: Path, name: str) -> None:
    write_file(tmp_path, "elsewhere/secret.md", make_page("A secret."))
    (small / name).parent.mkdir(parents=True, exist_ok=True)
    (small / name).symlink_to(tmp_path / "elsewhere" / ("secret.md" if "." in name else ""))
    refused(small, name, "not an ordinary file")


def test_a_page_takes_the_place_of_one_of_ours(starter: Path) -> None:
    write_file(starter, "content/pages/every-day.md", make_page("How we live.", "replaces: life"))
    write_file(starter, "content/pages/front.md", make_page("Come in.", "replaces: index"))

    site = build(starter) / "members"

    assert "How we live." in (site / "life/index.html").read_text()
    assert "Rituals" not in (site / "life/index.html").read_text()
    assert "Come in." in (site / "index.html").read_text()
    assert not (site / "every-day").exists()


def test_a_page_in_the_place_of_the_rules_must_keep_their_ids(starter: Path) -> None:
    kept, lost, *_ = BOOK.rules
    write_file(starter, "content/pages/ours.md", make_page(f"## A rule {{ #{kept} }}", "replaces: rules"))
    said = refused(starter, "content/pages/ours.md", "lasting addresses are lost", lost)
    assert kept not in said


def test_an_address_that_is_taken_or_not_there_is_told_with_what_to_do(small: Path) -> None:
    write_file(small, "content/pages/rules.md", make_page("Mine."))
    refused(small, "content/pages/rules.md", "taken by another page", "replaces: rules")
    write_file(small, "content/pages/rules.md", make_page("Mine.", "replaces: nothing"))
    refused(small, "no page “nothing”", "index, first-steps" if (small / "content/welcome.yml").exists() else "index")


def test_a_template_can_extend_ours(small: Path) -> None:
    template = (
        '{% extends "!members/welcome.md.j2" %}\n{% block content %}\n{{ super() }}\nAnd a word of mine.\n{% endblock %}\n'
    )
    before = (build(small) / "members/index.html").read_text()
    write_file(small, "site_config/templates/members/welcome.md.j2", template)
    after = (build(small) / "members/index.html").read_text()
    assert "And a word of mine." not in before
    assert "And a word of mine." in after
    assert "The rules in one minute" in before
    assert "The rules in one minute" in after


def test_every_template_of_ours_can_be_extended() -> None:
    folder = ROOT / "generator/guildbook/templates"
    pages = list(folder.glob("*/*.md.j2"))
    assert len(pages) > 20
    assert [file.name for file in pages if "{% block content %}" not in file.read_text()] == []


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("# Welcome\n\n{% if %}\n", 3),
        ("# Welcome\n\n\n{{ nobody.knows.this }}\n", 4),
        ('{% extends "!members/nothing.md.j2" %}\n', 1),
        ("# Welcome\n{{ 1 / 0 }}\n", 2),
    ],
)
def test_a_template_that_cannot_be_used_is_told_with_its_file_and_line(small: Path, template: str, line: int) -> None:
    write_file(small, "site_config/templates/members/welcome.md.j2", template)
    done = run_guildbook(small, "build")
    assert done.returncode == 3, done.stderr
    assert f"site_config/templates/members/welcome.md.j2 cannot be used, at line {line}" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_theme_part_of_the_owners_is_used(small: Path) -> None:
    write_file(small, "site_config/overrides/partials/footer.html", "<footer>A foot of mine</footer>\n")
    assert "<footer>A foot of mine</footer>" in (build(small) / "members/rules/index.html").read_text()


ACTING = {
    "<script>alert(1)</script>": "<script>",
    "</article><script>alert(1)</script><article>": "<script>",
    "<!--> <script>alert(1)</script> -->": "<script>",
    '<img src="x.png" onerror="alert(1)">': "onerror=",
    "[press](javascript:alert(1))": "javascript:",
    '<a href="java&#9;script:alert(1)">press</a>': "script:",
    "[press](data:text/html,hello)": "data:",
    '<iframe src="https://elsewhere.example/"></iframe>': "<iframe>",
    '<object data="x.swf"></object>': "<object>",
    "<style>body { display: none }</style>": "<style>",
    "![a picture](https://elsewhere.example/x.png)": "https://elsewhere.example/x.png",
    '<img src="//elsewhere.example/x.png">': "//elsewhere.example/x.png",
    '<img srcset="x.png 1x, https://elsewhere.example/x.png 2x">': "srcset=",
    '<p style="background: url(https://elsewhere.example/x.png)">x</p>': "style=",
    '<link rel="stylesheet" href="https://elsewhere.example/x.css">': "<link>",
    '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">': "<meta>",
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>': "<svg>",
}
"""What a page may not hold, and the word of it that its owner is told."""


@pytest.fixture(scope="module")
def acting(tmp_path_factory: pytest.TempPathFactory) -> CompletedProcess[str]:
    """What is said of a community with a page for each of them, and one that is well."""
    folder = copy_community("small", tmp_path_factory.mktemp("acting") / "small")
    for number, text in enumerate(ACTING):
        write_file(
            folder,
            f"content/pages/acts-{number}.md",
            make_page(f"Some words.\n\n{text}\n", site=("members", "handbook")[number % 2]),
        )
    well = "[out](https://elsewhere.example/) <b>bold</b> `<script>` &lt;script&gt; 1 < 2\n\n| a | b |\n|---|--:|\n| c | d |\n"
    write_file(folder, "content/pages/well.md", make_page(well + "\n<!-- not now -->\n\n    <script>shown</script>\n"))
    write_file(folder, "content/pages/x.png", PNG)
    done = run_guildbook(folder, "build")
    assert not (folder / "site").exists()
    return done


@pytest.mark.parametrize("number", range(len(ACTING)))
def test_what_acts_or_comes_from_elsewhere_is_refused_in_its_own_words(acting: CompletedProcess[str], number: int) -> None:
    assert acting.returncode == 1
    told = [part for part in acting.stdout.split("error: ") if f"content/pages/acts-{number}.md" in part]
    assert told, acting.stdout + acting.stderr
    assert any(list(ACTING.values())[number] in part for part in told), told
    assert all("[own-page]" in part for part in told)


def test_links_marks_and_code_on_a_page_of_ones_own_are_well(acting: CompletedProcess[str]) -> None:
    assert "content/pages/well.md" not in acting.stdout
