"""The table of kinds holds: what it says of each kind is true of the community that has everything."""

import html

import pytest

from guildbook.i18n import translator
from guildbook.model import KINDS, Audience, Kind, Ref, fields, name_of, things_at
from guildbook.model.fields import Part
from guildbook.pages.targets import kind_address
from guildbook.pipeline.check_folder import check_folder
from guildbook.render import render
from support.paths import TESTS

CHECKED = check_folder(TESTS / "golden" / "lively")
BOOK = CHECKED.loaded.book
WRITTEN_BY_HAND = {
    (plan.site.audience, page.address): page.text for plan in CHECKED.plans for page in plan.pages if page.text is not None
}
TEXTS: dict[Audience, dict[str, str]] = {
    plan.site.audience: {
        name: html.unescape(data.decode())
        for name, data in render(plan, CHECKED.loaded.custom_files, translator("en").gettext).items()
        if name.endswith(".md")
    }
    for plan in CHECKED.plans
}
STANDING = [(kind, audience) for kind in KINDS for audience in TEXTS if kind.path and kind_address(kind, audience)]


@pytest.mark.parametrize(("kind", "audience"), STANDING, ids=lambda value: value.path if isinstance(value, Kind) else value)
def test_a_thing_stands_at_the_address_of_its_kind(kind: Kind, audience: Audience) -> None:
    shown = [(ids, thing) for ids, thing in things_at(BOOK, kind.path) if not getattr(thing, "draft", False)]
    assert shown
    missing = []
    for ids, thing in shown:
        page, _, anchor = kind_address(kind, audience).format(*ids, thing=thing).partition("#")
        text = TEXTS[audience].get(f"docs/{page}index.md", WRITTEN_BY_HAND.get((audience, page.strip("/")), ""))
        if not text or (anchor and f"{{ #{anchor} }}" not in text and f'id="{anchor}"' not in text):
            missing.append((ids, page, anchor))
    assert missing == []


def references(part: type[Part]) -> set[str]:
    """The kinds that fields of a part, or below it, name."""
    found: set[str] = set()
    for field in fields(part):
        found |= {marker.to for marker in (field.marker, *field.key_markers) if isinstance(marker, Ref)}
        found |= references(field.part) if field.part else set()
    return found


def test_what_a_field_can_name_has_a_sentence_for_when_there_is_none() -> None:
    assert references(type(BOOK)) == {kind.id for kind in KINDS if kind.missing}


def test_a_reference_to_no_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        Ref("unicorn")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name], ids=lambda kind: kind.path)
def test_an_owner_is_told_of_a_thing_by_the_name_of_its_kind(kind: Kind) -> None:
    path = kind.path.removesuffix("/*").replace("*", "outer") + "/inner"
    assert name_of(path).endswith(f'{kind.name} "inner"')
