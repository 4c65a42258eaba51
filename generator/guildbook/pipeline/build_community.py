"""A community's folder in, its sites out: built under a lock, refused where they must be, published all or none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from guildbook import output
from guildbook.engine import Engine
from guildbook.model import SITE_NAMES
from guildbook.output import FileTree
from guildbook.pipeline.build_sites import build_sites
from guildbook.pipeline.check_folder import Checked, check_folder
from guildbook.problems import NotBuilt, Problem


@dataclass(frozen=True, slots=True)
class SitesRequest:
    """What is wanted of a community's folder.

    `sites` are built, those of them that the community has; `targets` says in which folder each is published, and one without a
    target is only built. `home` is the user's home folder: nothing is published over it. When `strict`, advice stops it too.
    `adapt` changes a site's files on their way into its target.
    """

    home: Path
    sites: tuple[str, ...] = tuple(SITE_NAMES.values())
    targets: Mapping[str, Path] = field(default_factory=dict)
    strict: bool = False
    adapt: Callable[[FileTree], FileTree] = dict


@dataclass(frozen=True, slots=True)
class CommunityBuild:
    """What came of a community's folder.

    `problems` are all that there is to say about the playbook; where they stopped it, `is_stopped`, and there are no `sites`.
    `sites` are the finished files by site, `published` the folders that now hold them. `swap` is "rename" where readers may
    have met a missing page meanwhile. `refusal` says why nothing was built for a reason outside the playbook.
    """

    checked: Checked
    problems: tuple[Problem, ...]
    sites: Mapping[str, FileTree] = field(default_factory=dict)
    published: Mapping[str, Path] = field(default_factory=dict)
    swap: Literal["exchange", "rename"] | None = None
    refusal: NotBuilt | None = None
    is_stopped: bool = False

    @property
    def is_built(self) -> bool:
        """True where the sites were built and published as requested."""
        return self.refusal is None and not self.is_stopped


def build_community(folder: Path, request: SitesRequest, engine: Engine) -> CommunityBuild:
    """Check a community's folder, build its sites and publish them, all or none. What prevents it is in what comes back."""
    checked = check_folder(folder)
    try:
        return publish_checked(folder, checked, request, engine)
    except NotBuilt as refusal:
        return CommunityBuild(checked, checked.problems, refusal=refusal)


def publish_checked(folder: Path, checked: Checked, request: SitesRequest, engine: Engine) -> CommunityBuild:
    """Build the sites of a folder that was checked, and publish them, all or none. Raises NotBuilt.

    One build of a folder runs at a time; a lock in its build/ holds others off.
    """
    if checked.fails(request.strict):
        return CommunityBuild(checked, checked.problems, is_stopped=True)
    for target in request.targets.values():
        output.refuse_unsafe(target, folder, request.home)
    with output.hold_lock(folder / "build"):
        site_files = build_sites(folder, checked, request.sites, engine)
        if site_files.problems:
            return CommunityBuild(checked, site_files.problems, is_stopped=True)
        published = {name: target for name, target in request.targets.items() if name in site_files.sites}
        swap = output.publish({target: request.adapt(site_files.sites[name]) for name, target in published.items()})
    return CommunityBuild(checked, checked.problems, site_files.sites, published, swap if published else None)
