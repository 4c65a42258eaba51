"""Every component stands in the gallery; its golden page shows a change of a component's markup. To accept one: make bless."""

import os
import re
import sys

from conftest import HERE, ROOT
from guildbook.render import render
from guildbook.render.components import COMPONENTS, every_component
from guildbook.render.gallery import exhibits, gallery

GOLDEN = HERE / "golden" / "gallery" / "index.md"
sys.path.insert(0, str(ROOT / "docs"))
from gallery import build_gallery  # noqa: E402, F401 - what `make gallery` runs, for the tests in a browser too

SILENT = {"base", "button"}
"""Components that have only a style and a script."""


def test_the_gallery_shows_every_component_as_its_golden_page_does() -> None:
    plan, own = gallery()
    page = render(plan, own, str)["docs/index.md"].decode()
    if os.environ.get("GUILDBOOK_BLESS"):
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_no_component_is_without_an_example() -> None:
    assert {exhibit.name for exhibit in exhibits()} == set(every_component())
    assert {path.name for path in COMPONENTS.iterdir() if path.is_dir()} - set(every_component()) == SILENT


def test_no_line_of_a_template_or_component_is_longer_than_160_letters() -> None:
    files = [path for folder in (COMPONENTS, COMPONENTS.parent / "templates") for path in folder.rglob("*.*")]
    lines = [(path.name, line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 2000
    assert [(name, line) for name, line in lines if len(line) > 160] == []


def test_styles_take_letters_and_breakpoints_from_the_tokens() -> None:
    styles = {path.parent.name: path.read_text(encoding="utf-8") for path in COMPONENTS.glob("*/style.css")}
    screens = {name: re.sub(r"@media print \{.*?\n\}", "", text, flags=re.DOTALL) for name, text in styles.items()}
    sizes = re.compile(r"font(?:-size)?: [^;]*\d(?:rem|px|pt)")
    assert {name: found[0] for name, text in screens.items() if (found := sizes.search(text))} == {}
    widths = re.compile(r"@media[^{]*(?:min|max)-width")
    assert {name: found[0] for name, text in styles.items() if (found := widths.search(text))} == {}


def test_the_preview_has_its_colours_from_the_tokens_too() -> None:
    preview = (COMPONENTS.parent / "preview" / "assets" / "preview.css").read_text(encoding="utf-8")
    tokens = (COMPONENTS / "tokens.css").read_text(encoding="utf-8")
    papers = re.findall(r"\.gb-preview \{[^}]*?background: (#\w+)", preview)
    assert len(papers) == 2
    assert [colour for colour in papers if colour not in tokens] == []
