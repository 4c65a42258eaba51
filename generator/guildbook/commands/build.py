"""`guildbook build`: from a community's folder to its published sites; all of them or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guildbook.console import Console
from guildbook.engine import start_engine
from guildbook.exit_codes import PROBLEMS, WELL
from guildbook.i18n import N_
from guildbook.pages import SitePlan
from guildbook.pipeline.build_community import CommunityBuild, SitesRequest, publish_checked
from guildbook.pipeline.check_folder import check_folder


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: the sites by name, with which engine, in which environment, and whether advice stops it."""

    sites: tuple[str, ...]
    engine: str
    environment: Mapping[str, str]
    strict: bool = False


def run_build(folder: Path, options: BuildOptions, console: Console, clock: Callable[[], float]) -> int:
    """Build and publish a community's sites. Gives the exit code; raises NotBuilt for reasons outside the playbook."""
    started = clock()
    targets = {site: folder / "site" / site for site in options.sites}
    request = SitesRequest(Path.home(), options.sites, targets, options.strict)
    with start_engine(options.engine, options.environment) as engine:
        with console.progress(N_("Reading and checking …")):
            checked = check_folder(folder)
        with console.progress(N_("Building {sites} …"), sites=", ".join(options.sites)):
            build = publish_checked(folder, checked, request, engine)
    console.problems(build.problems, checked.lines)
    if not build.is_built:
        return PROBLEMS
    _tell_sites(build, checked.plans, console)
    console.info(N_("Done in {seconds} seconds."), seconds=f"{clock() - started:.1f}")
    return WELL


def _tell_sites(build: CommunityBuild, plans: Sequence[SitePlan], console: Console) -> None:
    for plan in plans:
        if target := build.published.get(plan.site.name):
            shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
            console.success(_SITE_IS_BUILT[plan.site.name], pages=len(plan.pages), folder=shown)
    if build.swap == "rename":
        console.info(N_("This disk cannot exchange folders at once: for a blink, readers may have met a missing page."))


_SITE_IS_BUILT = {
    "members": N_("Member site: {pages} pages in {folder}"),
    "handbook": N_("Handbook: {pages} pages in {folder}. It is for moderators: put it behind a login."),
}
