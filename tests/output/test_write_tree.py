"""A folder of ours holds exactly what was written last."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from stat import S_IMODE
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildbook.output import MARKER, NotBuilt, read_tree, write_tree
from support.processes import run_in_child

pytestmark = pytest.mark.slow

NAMES = ["a", "b.html", "a/b.html", "a/c", "a/c/d", "d/e/f/g.txt", "ü ñ/☃.md", ".hidden", "a/.made-by-guildbook"]


def fits(files: Mapping[str, bytes]) -> bool:
    return not any(str(parent) in files for name in files for parent in PurePosixPath(name).parents)


trees = st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=3)).filter(fits)


@settings(max_examples=200, deadline=None)
@given(st.lists(trees, min_size=1, max_size=5))
def test_after_any_sequence_a_folder_holds_the_last_files_and_what_did_not_change_is_the_same_file(
    versions: list[dict[str, bytes]],
) -> None:
    with TemporaryDirectory() as root:
        folder = Path(root) / "build" / "docs"
        before: dict[str, bytes] = {}
        for files in versions:
            same = {name for name in files if before.get(name) == files[name]}
            identity = {name: _identity(folder / name) for name in same}
            write_tree(folder, files)
            assert read_tree(folder) == files
            assert list(read_tree(folder)) == sorted(files)
            assert identity == {name: _identity(folder / name) for name in same}
            before = files


def _identity(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_an_emptied_folder_keeps_its_marker_and_no_empty_folders(tmp_path: Path) -> None:
    write_tree(tmp_path / "docs", {"a/b/c.md": b"1"})
    write_tree(tmp_path / "docs", {})
    assert list((tmp_path / "docs").iterdir()) == [tmp_path / "docs" / MARKER]


def test_files_are_readable_for_a_web_server_whatever_the_umask(tmp_path: Path) -> None:
    def write() -> None:
        os.umask(0o077)
        write_tree(tmp_path / "new" / "docs", {"a/b.html": b"1"})

    assert run_in_child(write) == 0
    modes = {path.name: S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").rglob("*")}
    assert modes == {"docs": 0o755, "a": 0o755, "b.html": 0o644, MARKER: 0o644}
    assert S_IMODE((tmp_path / "new").stat().st_mode) == 0o755


def test_a_file_that_became_private_is_opened_again_without_being_rewritten(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "a.md"
    write_tree(page.parent, {"a.md": b"1"})
    page.chmod(0o600)
    before = _identity(page)
    write_tree(page.parent, {"a.md": b"1"})
    assert (S_IMODE(page.stat().st_mode), _identity(page)) == (0o644, before)


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "a//b", "", ".", "a/.", "a\\..\\x", "C:x", "a\0b", MARKER])
def test_a_path_that_leaves_the_folder_is_our_mistake_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        write_tree(tmp_path / "docs", {"a.md": b"1", name: b"2"})
    assert not (tmp_path / "docs").exists()


def test_links_in_a_folder_of_ours_are_replaced_not_followed(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "a.md").write_bytes(b"precious")
    docs = tmp_path / "docs"
    write_tree(docs, {})
    (docs / "folder").symlink_to(theirs)
    (docs / "a.md").symlink_to(theirs / "a.md")
    (docs / "b.md").hardlink_to(theirs / "a.md")
    (docs / "same.md").symlink_to(theirs / "a.md")
    files = {"a.md": b"2", "b.md": b"3", "folder/a.md": b"1", "same.md": b"precious"}
    write_tree(docs, files)
    assert read_tree(docs) == files
    assert (theirs / "a.md").read_bytes() == b"precious"


def test_reading_a_tree_refuses_a_link_that_could_bring_in_a_file_from_elsewhere(tmp_path: Path) -> None:
    write_tree(tmp_path / "out", {"a.html": b"1"})
    (tmp_path / "out" / "passwords").symlink_to("/etc/passwd")
    with pytest.raises(NotBuilt) as refusal:
        read_tree(tmp_path / "out")
    assert refusal.value.values["file"] == "passwords"


def test_a_tree_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt) as refusal:
        read_tree(tmp_path / "out")
    assert refusal.value.values["folder"] == str(tmp_path / "out")
