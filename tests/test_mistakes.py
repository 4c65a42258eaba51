"""A mistake in, words out: each folder in tests/mistakes/ is laid over a small community, and `says.txt` is what we print.

The small community is quiet: nothing is said about it, so a folder's words are about its own mistake. Beside the files, a
folder may hold: `without.txt`, names of files to take away; `repeat.txt`, a file's name and how often its text is repeated;
`runs.txt`, what to run where `guildbook check` does not meet the mistake. To accept new words: make bless, then read the diff.
"""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from guildbook import cli
from guildbook.commands.explain import explanations
from guildbook.load.model_errors import problem_from_error
from guildbook.load.source_map import SourceMap
from guildbook.model import Rule
from support.command import run_guildbook
from support.communities import copy_community
from support.paths import TESTS as HERE

MISTAKES = sorted(p for p in (HERE / "mistakes").iterdir() if p.is_dir())
CHECKED = [p for p in MISTAKES if not (p / "runs.txt").exists()]
RUN = [p for p in MISTAKES if (p / "runs.txt").exists()]
ABOUT_THE_TEST = ("says.txt", "without.txt", "repeat.txt", "runs.txt")

SEVERAL_PROBLEMS = {
    "no-community": "what community.yml would answer is counted as advice",
    "nothing-for-an-ordinary-day": "without a welcome there is neither a question nor a next step",
}
"""Folders whose mistake is more than one problem, and why."""

TOLD_WITHOUT_ID = {
    "template": "template-with-a-typo",  # told as the reason why nothing was built
    "yaml-too-many": "yaml-a-hundred-mistakes",  # the text ends after the first hundred; other formats name no ids
}
"""Checks whose words stand in a folder's `says.txt`, but not their id."""

UNREACHABLE = {"does-not-fit", "too-few"}
"""Words in reserve for fields to come: no field of today's model can make them be said. `test_words_in_reserve` holds them."""

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
    shutil.copytree(mistake, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ABOUT_THE_TEST))
    for name in words_of(mistake / "without.txt"):
        (folder / name).unlink()
    if repeat := words_of(mistake / "repeat.txt"):
        (folder / repeat[0]).write_bytes((mistake / repeat[0]).read_bytes() * int(repeat[1]))
    return folder


def words_of(file: Path) -> list[str]:
    """The words in a file; none where it does not exist."""
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def ids_in(words: str) -> set[str]:
    """The ids of the checks that some printed words name."""
    return set(re.findall(r"  \[([a-z-]+)\]$", words, re.MULTILINE))


def bless(mistake: Path, words: str) -> None:
    if BLESS:
        (mistake / "says.txt").write_text(words, encoding="utf-8")


def check(folder: Path, form: str = "text") -> int:
    """`guildbook check` in this process: what it prints, pytest catches; gives the exit code."""
    code: int = cli.guildbook.main(["-C", str(folder), "check", "--format", form], standalone_mode=False)
    return code


@pytest.mark.parametrize("mistake", CHECKED, ids=lambda path: path.name)
def test_a_mistake_is_told_in_these_words(mistake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = check(made(mistake, tmp_path / "c"))
    said = capsys.readouterr()
    bless(mistake, said.out)
    assert said.out == (mistake / "says.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert code == (0 if "must be mended" not in said.out else 1)


@pytest.mark.engine
@pytest.mark.parametrize("mistake", RUN, ids=lambda path: path.name)
def test_a_mistake_that_a_check_does_not_meet_is_told_in_these_words(mistake: Path, tmp_path: Path) -> None:
    done = run_guildbook(made(mistake, tmp_path / "c"), *words_of(mistake / "runs.txt"))
    bless(mistake, done.stdout + done.stderr)
    assert done.stdout + done.stderr == (mistake / "says.txt").read_text(encoding="utf-8")
    assert done.returncode in (1, 3)


def test_nothing_is_said_about_the_small_community(tmp_path: Path) -> None:
    done = run_guildbook(copy_community("small", tmp_path / "c"), "check", "--format", "json")
    assert json.loads(done.stdout)["problems"] == []


def test_every_check_has_a_mistake_that_shows_its_words() -> None:
    told = {check for mistake in MISTAKES for check in ids_in((mistake / "says.txt").read_text(encoding="utf-8"))}
    assert told.isdisjoint({*TOLD_WITHOUT_ID, *UNREACHABLE})
    assert {HERE / "mistakes" / name for name in TOLD_WITHOUT_ID.values()} <= set(RUN)
    assert told | {*TOLD_WITHOUT_ID, *UNREACHABLE} == set(explanations())


@pytest.mark.parametrize(
    ("error", "check", "sentence", "fix"),
    [
        ("too_short", "too-few", "At least one entry is needed here.", "Add one, or delete “usually”."),
        ("a_new_one", "does-not-fit", "What stands here does not fit.", "What is meant: Rungs of the ladder for the first, "),
    ],
)
def test_words_in_reserve(error: str, check: str, sentence: str, fix: str) -> None:
    details: Any = {"type": error, "loc": ("what_happens", "usually"), "input": [], "msg": ""}
    problem = problem_from_error(details, Rule, "rules/no-spoilers", SourceMap())
    assert (problem.check, problem.sentence) == (check, sentence)
    assert problem.fix.format(**problem.values).startswith(fix)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_a_mistake_is_told_as_one_problem(mistake: Path) -> None:
    said = (mistake / "says.txt").read_text(encoding="utf-8")
    is_alone = len(ids_in(said)) <= 1 and "can wait until then" not in said
    assert is_alone is (mistake.name not in SEVERAL_PROBLEMS)


@pytest.mark.parametrize("mistake", CHECKED, ids=lambda path: path.name)
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
    assert said[0].startswith("::error file=content/rules.yml,line=7,col=25,title=")
