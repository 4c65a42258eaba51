"""What the system refuses changes nothing and is told in plain words."""

import errno
import os
import resource
from pathlib import Path

import pytest

from guildbook.output import NotBuilt, hold_lock, publish, write_tree
from guildbook.output.not_built import WORDS, explain_os_errors
from support.processes import run_in_child
from support.publishing import Published


def test_a_file_that_may_not_grow_is_told_like_a_full_disk(site: Published) -> None:
    def build() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        refusal = site.refusal({**site.new, site.handbook: {"large.html": b"x" * 2_500_000}})
        assert "The disk is full" in refusal.sentence
        assert refusal.values["folder"] == str(site.handbook)
        assert refusal.values["megabytes"] == 3

    assert run_in_child(build) == 0


def test_without_permission_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o755)
    site = Published(Path("site"))
    publish(site.old)
    Path("site").chmod(0o555)

    def build() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)  # because permissions do not hold root back
        refusal = site.refusal(site.new)
        assert "not allowed" in refusal.sentence
        assert refusal.values["folder"] == str(site.members)
        with pytest.raises(NotBuilt, match="not allowed"), hold_lock(Path("site/build")):
            pass

    assert run_in_child(build) == 0
    Path("site").chmod(0o755)


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a note")
    for write in (lambda: publish({tmp_path / "site" / "members": {}}), lambda: write_tree(tmp_path / "site", {"a": b""})):
        with pytest.raises(NotBuilt) as refusal:
            write()
        assert "A file stands where" in refusal.value.sentence
    assert (tmp_path / "site").read_text() == "a note"


def test_a_name_that_is_too_long_is_told_by_name(site: Published) -> None:
    refusal = site.refusal({site.members: {"rules/" + "x" * 300: b""}})
    assert "too long" in refusal.sentence
    assert refusal.values["file"] == "x" * 300


@pytest.mark.parametrize("number", [*WORDS, errno.EIO], ids=errno.errorcode.get)
def test_every_refusal_has_words_that_can_be_filled_and_says_that_the_last_site_stands(number: int) -> None:
    with pytest.raises(NotBuilt) as refusal, explain_os_errors(Path("site/members"), {"a": b""}):
        raise OSError(number, "in the system's words", "site/.members.staging/page.html")
    told = refusal.value.sentence.format_map(refusal.value.values)
    assert "The last site is as it was." in told
    assert "site/members" in told or "page.html" in told
    assert refusal.value.fix.format_map(refusal.value.values)
