"""The wheel holds the tool and nothing else, and what it makes is what a checkout makes, byte for byte (P7)."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest

from support.command import run_guildbook
from support.paths import ROOT
from support.trees import read_tree

pytestmark = pytest.mark.slow

STARTER = ("content", "playbooks", "site_config", "mkdocs.yml")


def said(*command: str | Path, folder: Path = ROOT) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=300).stdout


def pip(*arguments: str | Path) -> str:
    return said(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments)


def in_git(*paths: str, also_new: bool = True) -> set[str]:
    """The files of the repository, by path: those that git knows and those that it would take."""
    names = said("git", "ls-files", "-z", "--cached", *(["--others", "--exclude-standard"] if also_new else []), "--", *paths)
    return {name for name in names.split("\0") if (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (made,) = folder.glob("guildbook-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel in it; what the wheel needs comes from the environment of the tests."""
    home = tmp_path_factory.mktemp("environment")
    said(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    packages = Path(said(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "what-it-needs.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip("install", "--quiet", "--no-deps", "--no-index", "--target", packages, wheel)
    assert said(python, "-c", "import guildbook; print(guildbook.__file__)", folder=home).startswith(str(packages))
    return python


def by_wheel(python: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([python, "-m", "guildbook", *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def test_the_wheel_holds_the_tool_the_starter_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    about = {name for name in names if re.match(r"guildbook-[\w.]+\.dist-info/", name)}
    tool = {name.removeprefix("generator/") for name in in_git("generator/guildbook")}
    assert names - about == tool | {f"guildbook/starter/{name}" for name in in_git(*STARTER)}
    files = {name.partition("/")[2] for name in about}
    assert files == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


@pytest.mark.engine
def test_new_and_build_make_the_same_from_the_wheel_as_from_a_checkout(installed: Path, tmp_path: Path) -> None:
    made = {}
    for way in ("wheel", "checkout"):
        folder = tmp_path / way
        folder.mkdir()
        for arguments in (["new", "demo"], ["-C", "demo", "build"]):
            done = by_wheel(installed, folder, *arguments) if way == "wheel" else run_guildbook(folder, *arguments)
            assert done.returncode == 0, done.stderr
        made[way] = read_tree(folder / "demo")
        assert set(made[way]) >= {"content/community.yml", "mkdocs.yml", ".gitignore", "build/schema/rules.json"}
        assert set(made[way]) >= {"site/members/index.html", "site/handbook/index.html"}
        del made[way]["build/.lock"]  # holds the number of a process
    assert made["wheel"] == made["checkout"]


@pytest.mark.engine
def test_the_door_of_the_wheel_opens_in_a_new_community(installed: Path, tmp_path: Path) -> None:
    assert by_wheel(installed, tmp_path, "new", "demo").returncode == 0
    said(installed, "-m", "mkdocs", "build", "--strict", folder=tmp_path / "demo")
    assert (tmp_path / "demo" / "build" / "door" / "rules" / "index.html").is_file()


def test_new_refuses_a_folder_with_something_in_it_and_changes_nothing(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "diary.txt").write_text("mine")
    (tmp_path / "note").write_text("a file")
    was = read_tree(tmp_path)
    for name in ("demo", "note", "."):
        done = by_wheel(installed, tmp_path, "new", name)
        assert done.returncode == 3
        assert "is not empty, and nothing of yours is overwritten." in done.stderr
        assert "Traceback" not in done.stderr
    assert read_tree(tmp_path) == was


def test_no_file_of_the_repository_names_a_folder_or_a_package_registry_of_this_machine() -> None:
    names = {*folders_of_this_machine(), *registries()}
    known = re.compile("|".join(rf"(?<![\w.-]){re.escape(name)}(?![\w-])" for name in sorted(names)))
    texts = {name: (ROOT / name).read_bytes().decode(errors="replace") for name in in_git(also_new=False)}
    assert {name: found[0] for name, text in texts.items() if (found := known.search(text))} == {}


def folders_of_this_machine() -> Iterator[str]:
    for folder in (ROOT, Path.home(), Path(sys.base_prefix)):
        if folder not in (Path("/"), Path("/usr"), Path("/usr/local")):  # everybody's
            yield str(folder)


def registries() -> Iterator[str]:
    """Where pip looks for packages here: hosts, and folders of this machine."""
    for line in pip("config", "list").splitlines():
        key, _, value = line.partition("=")
        if key.endswith(("index-url", "find-links", "trusted-host")):
            for place in value.strip("'\"").replace("\\n", " ").split():
                at = urlsplit(place)
                yield at.hostname or at.path
