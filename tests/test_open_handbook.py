"""A community that works in the open: one site with the handbook below /handbook/, without what is for moderators alone."""

import json
from pathlib import Path

import pytest

from guildbook.load import load
from guildbook.model import iter_leaves
from support.canaries import find_canaries, write_everything, write_open_everything
from support.communities import write_open_starter
from support.html_pages import read_headings
from support.links import parse_site
from support.sites import build_site
from support.starter import PLAYBOOK
from support.trees import read_tree

pytestmark = pytest.mark.engine

CLOSED = ("contacts", "incidents", "plan")
"""What stays with the moderators of every community, whatever it works like."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(write_open_starter, "mkdocs", tmp_path_factory)


def test_there_is_one_site_with_the_handbook_below_it(site: Path) -> None:
    assert [folder.name for folder in site.iterdir()] == ["members"]
    playbooks = load(site.parent).book.playbooks
    assert playbooks
    for playbook_id, playbook in playbooks.items():
        page = site / "members/handbook/playbooks" / playbook_id / "index.html"
        assert read_headings(page)[0].text == playbook.title
    assert read_headings(site / "members/handbook/index.html")[0].text == "In trouble?"


def test_one_search_finds_both_what_members_read_and_what_moderators_do(site: Path) -> None:
    (index,) = site.rglob("search_index.json")
    found = {entry["location"].partition("#")[0] for entry in json.loads(index.read_text(encoding="utf-8"))["docs"]}
    assert {"", "rules/", "handbook/", f"handbook/playbooks/{PLAYBOOK}/"} <= found


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    found = parse_site(site / "members")
    assert found.missing() == []
    assert any("handbook/" in address for address in found.pages["index.html"].addresses), "no way from one half to the other"


def test_nothing_of_contacts_incidents_or_plans_is_in_any_byte_of_it(site: Path) -> None:
    told = [leaf for leaf in iter_leaves(load(site.parent).book) if isinstance(leaf.value, str)]
    open_too = "\n".join(leaf.value for leaf in told if not is_closed(leaf.path))
    secret = {leaf.value for leaf in told if is_closed(leaf.path) and len(leaf.value) > 15 and leaf.value not in open_too}
    assert secret
    files = read_tree(site / "members")
    assert [(name, text) for name, data in files.items() for text in secret if text.encode() in data] == []


def is_closed(place: str) -> bool:
    return place.startswith(CLOSED) or "for_moderators" in place


def test_no_word_that_stays_closed_is_in_it_in_any_disguise_where_every_field_is_filled(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = build_site(write_open_everything, "mkdocs", tmp_path_factory)
    canaries = write_everything(tmp_path_factory.mktemp("everything"))
    secret = {word: place for word, place in canaries.place_of.items() if is_closed(place)}
    shown = {word for name, data in read_tree(folder / "members").items() for word in find_canaries(name, data)}
    assert len(secret) > 20
    assert {place for word, place in secret.items() if word in shown} == set()
    playbooks = {place for word, place in canaries.place_of.items() if word in shown and place.startswith("playbooks")}
    assert len(playbooks) > 20
