"""The MkDocs that stays warm builds what MkDocs' own command line builds, time after time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guildbook import output
from guildbook.engine import start_engine
from guildbook.engine.process import engine_environment
from guildbook.pipeline.check_folder import check_folder
from guildbook.problems import NotBuilt
from guildbook.render import render
from support.trees import read_tree

pytestmark = pytest.mark.engine


def rendered(community: Path, to: Path) -> Path:
    """The build folder of a community's member site."""
    checked = check_folder(community)
    output.write_tree(to, render(checked.plans[0], checked.loaded.custom_files, str))
    return to


def built_by_the_command_line(folder: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    subprocess.run(command, cwd=folder, env=engine_environment(os.environ), check=True, capture_output=True)
    return read_tree(folder / "out")


def test_warm_and_cold_builds_are_alike_to_the_byte(small: Path, tmp_path: Path) -> None:
    expected = built_by_the_command_line(rendered(small, tmp_path / "cold"))
    with start_engine("mkdocs", os.environ) as engine:
        for number in range(3):
            folder = rendered(small, tmp_path / f"warm-{number}")
            engine.begin(folder)
            engine.wait(folder)
            assert read_tree(folder / "out") == expected


def test_what_the_engine_warns_of_is_told_and_the_next_build_works(small: Path, tmp_path: Path) -> None:
    good, bad = rendered(small, tmp_path / "good"), rendered(small, tmp_path / "bad")
    (bad / "docs" / "index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    with start_engine("mkdocs", os.environ) as engine:
        engine.begin(bad)
        with pytest.raises(NotBuilt) as why:
            engine.wait(bad)
        assert "nowhere.md" in str(why.value.values["said"])
        engine.begin(good)
        engine.wait(good)
    assert (good / "out" / "index.html").is_file()


def test_when_one_site_is_refused_the_other_is_given_up_and_can_be_built_anew(small: Path, tmp_path: Path) -> None:
    good, bad = rendered(small, tmp_path / "good"), rendered(small, tmp_path / "bad")
    (bad / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    expected = built_by_the_command_line(rendered(small, tmp_path / "cold"))
    with start_engine("mkdocs", os.environ) as engine:
        for _ in range(2):
            engine.begin(bad)
            engine.begin(good)
            with pytest.raises(NotBuilt):
                engine.wait(bad)
        engine.begin(good)
        engine.wait(good)
        assert read_tree(good / "out") == expected


def test_a_broken_theme_part_is_told_without_a_traceback(small: Path, tmp_path: Path) -> None:
    folder = rendered(small, tmp_path / "site")
    (folder / "overrides" / "main.html").write_text('{% extends "base.html" %}{% block x %}', encoding="utf-8")
    with start_engine("mkdocs", os.environ) as engine:
        engine.begin(folder)
        with pytest.raises(NotBuilt) as why:
            engine.wait(folder)
    assert "Traceback" not in str(why.value.values["said"])
    assert "endblock" in str(why.value.values["said"])
