"""Communities written into a folder for a test to build or to change."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from support.paths import COMMUNITIES, ROOT


def copy_community(name: str, to: Path) -> Path:
    """A copy of one of tests/communities/, or of the repository's own ("starter"), in a folder of its own."""
    if name == "starter":
        for part in ("content", "playbooks", "site_config"):
            shutil.copytree(ROOT / part, to / part)
    else:
        shutil.copytree(COMMUNITIES / name, to, dirs_exist_ok=True)
    return to


def write_yaml(path: Path, value: Mapping[str, Any]) -> None:
    """Every value between double quotes, so that only what is in it is hostile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True, sort_keys=False, width=10**6)
    path.write_bytes(text.encode())


def make_playbook(title: str, replies: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": title,
        "about": "conduct",
        "severity": "low",
        "signs": ["a sign"],
        "first_minute": {"stop": "Stop."},
        "replies": replies,
        "fields": {"x": {"label": "What x is"}},
    }


def write_starter(folder: Path) -> None:
    copy_community("starter", folder)


def write_desk(folder: Path) -> None:
    """The community with playbooks of its own: what the finder and ready words do does not hang on the starter's wording."""
    copy_community("desk", folder)


def write_small(folder: Path) -> None:
    copy_community("small", folder)


def open_handbook(folder: Path) -> None:
    """Say of a community that its handbook is open."""
    file = folder / "site_config/site.yml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "handbook" not in line.partition(":")[0]]
    file.write_text("\n".join([*lines, '"handbook": "public"', ""]), encoding="utf-8")


def write_open_starter(folder: Path) -> None:
    copy_community("starter", folder)
    open_handbook(folder)
