"""A mistake in, words out: each folder in tests/mistakes/ is laid over a small community, and `says.txt` is what we print.

To accept new words: make bless, then read the diff.
"""

import json
import os
import shutil
from pathlib import Path

import pytest

from guildbook import cli
from support.command import run_guildbook
from support.communities import copy_community
from support.paths import TESTS as HERE

MISTAKES = sorted(p for p in (HERE / "mistakes").iterdir() if p.is_dir())
BLESS = bool(os.environ.get("GUILDBOOK_BLESS"))
NOT_OUR_WORDS = (
    "Input should",
    "Field required",
    "Extra inputs",
    "validation error",
    "valid string",
    "valid dict",
    "scalar",
    "token",
    "mapping values",
    "Traceback",
    "yaml.",
)


def made(mistake: Path, folder: Path) -> Path:
    """The small community with a mistake laid over it; a file named in `without.txt` is taken away."""
    copy_community("small", folder)
    shutil.copytree(mistake, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("says.txt", "without.txt"))
    for name in (mistake / "without.txt").read_text().split() if (mistake / "without.txt").exists() else ():
        (folder / name).unlink()
    return folder


def check(folder: Path, form: str = "text") -> int:
    """`guildbook check` in this process: what it prints, pytest catches; gives the exit code."""
    code: int = cli.guildbook.main(["-C", str(folder), "check", "--format", form], standalone_mode=False)
    return code


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_a_mistake_is_told_in_these_words(mistake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = check(made(mistake, tmp_path / "c"))
    said = capsys.readouterr()
    if BLESS:
        (mistake / "says.txt").write_text(said.out, encoding="utf-8")
    assert said.out == (mistake / "says.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert code == (0 if "must be mended" not in said.out else 1)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_every_problem_says_where_what_and_what_to_do(
    mistake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(mistake, tmp_path / "c")
    check(folder, "json")
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == 1
    assert told["problems"]
    for problem in told["problems"]:
        words = problem["message"] + problem["fix"]
        assert problem["line"] >= 1
        assert problem["column"] >= 1
        assert problem["message"].endswith((".", "”", "…", ":", "?", ")"))
        assert problem["fix"]
        assert problem["check"]
        assert not [bad for bad in NOT_OUR_WORDS if bad in words]
        if (folder / problem["file"]).is_file():
            lines = (folder / problem["file"]).read_bytes().decode(errors="replace").splitlines() or [""]
            assert problem["line"] <= len(lines) + 1


def test_ten_mistakes_in_ten_files_are_told_in_one_run(tmp_path: Path) -> None:
    folder = copy_community("small", tmp_path / "c")
    for number in range(10):
        wrong = (folder / "playbooks" / "spoilers.yml").read_text().replace("severity: low", f"severity: awful{number}")
        (folder / "playbooks" / f"wrong-{number}.yml").write_text(wrong)
    told = json.loads(run_guildbook(folder, "check", "--format", "json").stdout)["problems"]
    told = [problem for problem in told if problem["level"] == "error"]
    assert [problem["file"] for problem in told] == [f"playbooks/wrong-{number}.yml" for number in range(10)]
    assert [problem["message"] for problem in told] == [
        f"There is no level of severity “awful{number}”." for number in range(10)
    ]


def test_github_gets_one_annotation_a_problem(tmp_path: Path) -> None:
    folder = made(HERE / "mistakes" / "unknown-rung", tmp_path / "c")
    said = run_guildbook(folder, "check", "--format", "github").stdout.splitlines()
    assert all(line.startswith(("::error ", "::notice ")) for line in said)
    said = [line for line in said if line.startswith("::error ")]
    assert len(said) == 1
    assert said[0].startswith("::error file=content/rules.yml,line=6,col=25,title=")
