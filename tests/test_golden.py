"""A community in, pages out: each folder in tests/golden/ is a community, and `expected/` is what we write for the engine.

To accept new pages: make bless, then read the diff.
"""

import os
import shutil
from pathlib import Path

import pytest

from conftest import HERE, tree
from guildbook.commands.checked import check_folder
from guildbook.i18n import translator
from guildbook.render import render

GOLDEN = sorted(p for p in (HERE / "golden").iterdir() if (p / "content").is_dir())
BLESS = bool(os.environ.get("GUILDBOOK_BLESS"))


def written(folder: Path) -> dict[str, bytes]:
    """The configuration and pages that a community comes to; theme parts and assets are copies of ours."""
    ours = ("docs/assets/", "overrides/")
    checked = check_folder(folder)
    files = {plan.site.name: render(plan, checked.found.own, translator(plan.site.language).gettext) for plan in checked.plans}
    return {f"{site}/{name}": data for site, made in files.items() for name, data in made.items() if not name.startswith(ours)}


@pytest.mark.parametrize("community", GOLDEN, ids=lambda path: path.name)
def test_a_community_becomes_these_pages(community: Path) -> None:
    assert not [p for p in check_folder(community).problems if p.is_error]
    pages = written(community)
    expected = community / "expected"
    if BLESS:
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in pages.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
    assert {name: data.decode() for name, data in pages.items()} == {n: d.decode() for n, d in tree(expected).items()}
