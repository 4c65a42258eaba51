"""Many communities go through the pipeline in one process: folders in, values out, and nothing else is touched."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from guildbook.engine import Engine, start_engine
from guildbook.output import hold_lock
from guildbook.pipeline.build_community import CommunityBuild, SitesRequest, build_community
from support.communities import copy_community
from support.trees import read_tree

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with start_engine("mkdocs", os.environ) as engine:
        yield engine


def request(folder: Path, *, strict: bool = False) -> SitesRequest:
    targets = {name: folder / "site" / name for name in ("members", "handbook")}
    return SitesRequest(home=folder.parent, targets=targets, strict=strict)


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def module_state() -> dict[str, str]:
    """The values that the modules of the package hold, as text; functions and classes hold none."""
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "guildbook"}
    return {
        f"{module}.{name}": repr(value)
        for module, found in modules.items()
        for name, value in vars(found).items()
        if not name.startswith("__") and not isinstance(value, ModuleType | FunctionType | type) and not callable(value)
    }


def test_several_communities_two_of_them_broken_in_one_process_with_one_engine(
    tmp_path: Path, engine: Engine, capfd: pytest.CaptureFixture[str]
) -> None:
    names = ("first", "unknown-rung", "third", "broken-template", "fifth")
    folders = [copy_community("small", tmp_path / name) for name in names]
    for folder in folders:
        put(folder, "content/pages/mine.md", f"---\nsite: members\ntitle: Mine\n---\nThis is {folder.name}.\n")
    put(folders[1], "content/rules.yml", (folders[1] / "content/rules.yml").read_text().replace("[remind,", "[nobody,"))
    put(folders[3], "site_config/templates/handbook/home.md.j2", "{% if %}")
    builds: list[CommunityBuild] = []
    before, state = Path.cwd(), {}
    for folder in folders:
        builds.append(build_community(folder, request(folder), engine))
        state = state or module_state()

    assert [build.is_built for build in builds] == [True, False, True, False, True]
    assert [problem.check for problem in builds[1].problems if problem.is_error] == ["unknown-name"]
    assert builds[1].refusal is None
    assert builds[3].refusal
    assert str(builds[3].refusal.values["file"]).startswith("site_config/templates/handbook/")
    for folder, build in zip(folders, builds, strict=True):
        assert set(build.published) == set(build.sites) == ({"members", "handbook"} if build.is_built else set())
        assert (folder / "site").exists() == build.is_built
        for name, target in build.published.items():
            files = read_tree(target)
            assert build.sites[name].items() <= files.items()
        if build.is_built:
            assert f"This is {folder.name}.".encode() in build.sites["members"]["mine/index.html"]
    assert capfd.readouterr() == ("", "")
    assert Path.cwd() == before
    assert module_state() == state


def test_a_build_that_another_one_holds_off_is_a_value_too(small: Path, engine: Engine) -> None:
    with hold_lock(small / "build"):
        build = build_community(small, request(small), engine)
    assert build.refusal
    assert "Another build is running" in build.refusal.sentence
    assert (build.is_built, build.sites, build.published) == (False, {}, {})


def test_advice_stops_a_strict_build_and_is_told_of_every_other(small: Path, engine: Engine) -> None:
    put(small, "content/rules.yml", (small / "content/rules.yml").read_text().replace("the end", "\u202ethe end"))
    strict, free = (build_community(small, request(small, strict=strict), engine) for strict in (True, False))
    assert (strict.is_built, strict.refusal, strict.sites) == (False, None, {})
    assert free.is_built
    assert strict.problems == free.problems != ()


def test_a_site_without_a_target_is_built_and_not_published(small: Path, engine: Engine) -> None:
    build = build_community(small, SitesRequest(home=small.parent, sites=("members",)), engine)
    assert build.is_built
    assert set(build.sites) == {"members"}
    assert (build.published, build.swap) == ({}, None)
    assert not (small / "site").exists()
