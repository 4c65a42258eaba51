"""An engine finds the packages that Guildbook finds, however they were installed, and runs nobody else's plugins."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from support.command import run_guildbook
from support.paths import ROOT
from support.trees import read_tree

pytestmark = pytest.mark.engine

RUNS = 'import pathlib; pathlib.Path("{mark}").touch()\n'


def register(folder: Path, group: str, name: str, mark: Path) -> None:
    """A package in a folder that registers something under a name, and leaves a mark when it is loaded."""
    package = f"stranger_{name.replace('/', '_')}"
    (folder / package).mkdir(parents=True)
    (folder / package / "__init__.py").write_text(RUNS.format(mark=mark) + "class It: pass\n")
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{group}]\n{name} = {package}:It\n")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_nothing_that_a_package_registers_under_a_name_of_ours_runs_in_a_build(
    small: Path, tmp_path: Path, engine: str
) -> None:
    run_guildbook(small, "build", "--engine", engine)
    expected = read_tree(small / "site")
    strangers, mark = tmp_path / "strangers", tmp_path / "it-ran"
    for name in ("toc", "attr_list"):
        register(strangers, "markdown.extensions", name, mark)
    for name in ("search", "material/search"):
        register(strangers, "mkdocs.plugins", name, mark)
    register(strangers, "mkdocs.themes", "material", mark)
    done = run_guildbook(small, "build", "--engine", engine, environment={"PYTHONPATH": str(strangers)})
    assert (done.returncode, done.stderr) == (0, "")
    assert not mark.exists()
    assert read_tree(small / "site") == expected


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_build_works_where_packages_are_found_by_pythonpath_only(small: Path, tmp_path: Path, engine: str) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    path = os.pathsep.join([str(ROOT / "generator"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    command = [tmp_path / "bare" / "bin" / "python", "-m", "guildbook", "build", "--engine", engine]
    done = subprocess.run(command, cwd=small, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_in_the_owners_folder_is_never_taken_for_the_engine(small: Path) -> None:
    (small / "mkdocs.py").write_text(RUNS.format(mark=small / "it-ran"))
    (small / "yaml.py").write_text(RUNS.format(mark=small / "it-ran"))
    command = [sys.executable, "-P", "-m", "guildbook", "build"]
    done = subprocess.run(command, cwd=small, env=os.environ, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (small / "it-ran").exists()


def test_what_a_worker_wrote_before_it_died_is_told(small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "mergedeep.py").write_text('raise ImportError("mergedeep is broken here")\n')
    done = run_guildbook(small, "build", environment={"PYTHONPATH": str(broken)})
    assert done.returncode == 3
    assert "mergedeep is broken here" in done.stderr
    assert "Traceback" not in done.stderr
