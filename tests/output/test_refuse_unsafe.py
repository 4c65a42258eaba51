"""A folder that is not ours is never filled or emptied."""

from pathlib import Path

import pytest

from guildbook.output import NotBuilt, publish, refuse_unsafe, write_tree

NOT_OURS = "The folder {folder} has files in it that Guildbook did not make."
LINK = "The folder {folder} is a link to another one."
WRITTEN_HERE = "The folder {folder} is where the playbook itself is written."
TOO_MUCH = "The folder {folder} holds your playbook or your home folder."


class Home:
    """A home folder with a community in it, and a photo album."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "home" / "anna"
        self.source = self.home / "knights"
        for file in ("content/rules.yml", "playbooks/spam.yml", "site_config/site.yml"):
            (self.source / file).parent.mkdir(parents=True)
            (self.source / file).write_text(file)
        self.album = self.home / "album"
        self.album.mkdir()
        (self.album / "photo.jpg").write_text("a photo")

    def refusal(self, folder: Path) -> str | None:
        """Why the folder is refused, or None; nothing is changed by asking."""
        before = sorted(self.root.rglob("*"))
        try:
            refuse_unsafe(folder, self.source, self.home)
        except NotBuilt as refusal:
            return refusal.sentence
        finally:
            assert sorted(self.root.rglob("*")) == before
        return None


@pytest.fixture
def anna(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_folder_that_is_missing_or_empty_or_ours_may_be_used(anna: Home) -> None:
    (anna.source / "empty").mkdir()
    write_tree(anna.source / "site" / "members", {"index.html": b"1"})
    for name in ("site/members", "site/handbook", "empty", "contents", "../elsewhere"):
        assert anna.refusal(anna.source / name) is None
    assert anna.refusal(anna.root / "www") is None


@pytest.mark.parametrize("name", [".", "content", "content/new", "playbooks", "site_config/new", ".git/new", "site/../content"])
def test_the_folders_of_the_playbook_are_refused(anna: Home, name: str) -> None:
    assert anna.refusal(anna.source / name) == (TOO_MUCH if name == "." else WRITTEN_HERE)


def test_the_home_folder_and_what_holds_it_are_refused(anna: Home) -> None:
    for folder in (anna.home, anna.home.parent, anna.root, Path("/")):
        assert anna.refusal(folder) == TOO_MUCH


def test_a_home_folder_that_is_empty_and_far_from_the_community_is_refused(anna: Home) -> None:
    (anna.root / "empty home").mkdir()
    with pytest.raises(NotBuilt):
        refuse_unsafe(anna.root / "empty home", anna.source, anna.root / "empty home")


def test_a_relative_folder_is_seen_for_what_it_is(anna: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(anna.source)
    with pytest.raises(NotBuilt):
        refuse_unsafe(Path(), Path(), anna.home)
    with pytest.raises(NotBuilt):
        refuse_unsafe(Path("content"), Path(), anna.home)
    refuse_unsafe(Path("site/members"), Path(), anna.home)


def test_a_folder_must_have_a_name_beside_which_the_next_site_can_stand(anna: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    (anna.root / "www" / "members").mkdir(parents=True)
    monkeypatch.chdir(anna.root / "www" / "members")
    for folder in (Path(), Path("..")):
        assert anna.refusal(folder) is not None
    assert anna.refusal(Path("../members")) is None


def test_a_folder_with_files_of_somebody_else_is_refused(anna: Home) -> None:
    assert anna.refusal(anna.album) == NOT_OURS


def test_a_link_is_refused_and_so_is_a_folder_below_one_in_the_community(anna: Home) -> None:
    www = anna.root / "www"
    www.mkdir()
    (anna.source / "site").symlink_to(www)
    (anna.source / "gone").symlink_to(anna.root / "nowhere")
    (anna.source / "loop").symlink_to("loop")
    for name in ("site", "site/members", "gone", "loop", "loop/members"):
        assert anna.refusal(anna.source / name) == LINK


def test_a_link_above_the_community_is_none_of_our_business(anna: Home) -> None:
    (anna.root / "shortcut").symlink_to(anna.source)
    assert anna.refusal(anna.root / "shortcut" / "site") is None
    assert anna.refusal(anna.root / "shortcut" / "content" / "new") == WRITTEN_HERE
    (anna.root / "to content").symlink_to(anna.source / "content")
    assert anna.refusal(anna.root / "to content" / "new") == WRITTEN_HERE


def test_nothing_is_written_to_a_folder_that_is_not_ours(anna: Home) -> None:
    (anna.root / "link").symlink_to(anna.album)
    (anna.home / "empty").mkdir()
    (anna.root / "link to empty").symlink_to(anna.home / "empty")
    for folder in (anna.album, anna.root / "link", anna.root / "link to empty"):
        with pytest.raises(NotBuilt):
            write_tree(folder, {"index.html": b"1"})
        with pytest.raises(NotBuilt):
            publish({anna.root / "site": {"index.html": b"1"}, folder: {"index.html": b"1"}})
    assert [path.name for path in anna.album.iterdir()] == ["photo.jpg"]
    assert sorted(path.name for path in anna.root.iterdir()) == ["home", "link", "link to empty"]


def test_a_hidden_folder_beside_a_site_that_is_not_ours_is_neither_used_nor_removed(anna: Home) -> None:
    for name in (".site.staging", ".site.backup"):
        theirs = anna.root / name
        theirs.mkdir()
        (theirs / "note.txt").write_text("mine")
        with pytest.raises(NotBuilt):
            publish({anna.root / "site": {"index.html": b"1"}})
        assert (theirs / "note.txt").read_text() == "mine"
        (theirs / "note.txt").unlink()
        theirs.rmdir()
