"""`guildbook build`: from a community's folder to its published sites; all of them or none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guildbook import engine, output
from guildbook.commands.check import PROBLEMS, WELL
from guildbook.commands.checked import Checked, check_folder
from guildbook.console import Console
from guildbook.engine import Engine
from guildbook.i18n import N_, translator
from guildbook.leak_check import find_leaks
from guildbook.pages import SitePlan
from guildbook.postprocess import find_active_html, postprocess
from guildbook.problems import NotBuilt, Problem
from guildbook.render import TemplateFailed, render

Tree = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: the sites by name, with which engine, in which environment, and whether advice stops it."""

    sites: tuple[str, ...]
    engine: str
    environment: Mapping[str, str]
    strict: bool = False


def run(folder: Path, options: BuildOptions, console: Console, clock: Callable[[], float]) -> int:
    """Build and publish a community's sites. Gives the exit code; raises NotBuilt for reasons outside the playbook."""
    started = clock()
    with engine.start_engine(options.engine, options.environment) as builder:
        with console.progress(N_("Reading and checking …")):
            checked = check_folder(folder)
        if checked.fails(options.strict):
            console.problems(checked.problems, checked.lines)
            return PROBLEMS
        targets = {site: folder / "site" / site for site in options.sites}
        for target in targets.values():
            output.refuse_unsafe(target, folder, Path.home())
        with output.hold_lock(folder / "build"):
            with console.progress(N_("Building {sites} …"), sites=", ".join(options.sites)):
                sites, unfit = build_sites(folder, checked, options.sites, builder)
            if unfit:
                console.problems(unfit, {})
                return PROBLEMS
            how = output.publish({targets[site]: files for site, files in sites.items()})
    console.problems(checked.problems, checked.lines)
    _summary(checked.plans, targets, console, clock() - started, how)
    return WELL


def build_sites(
    folder: Path, checked: Checked, sites: Sequence[str], builder: Engine
) -> tuple[dict[str, Tree], tuple[Problem, ...]]:
    """The finished files of the sites by their names, built below the folder's build/, and why they may not be published.

    The first site is finished and looked through while the engine is still busy with the next. Raises NotBuilt.
    """
    wanted = [(plan, folder / "build" / plan.site.name) for plan in checked.plans if plan.site.name in sites]
    for plan, place in wanted:
        output.write_tree(place, render_plan(plan, checked))
        builder.begin(place)
    files: dict[str, Tree] = {}
    problems: list[Problem] = []
    for plan, place in wanted:
        builder.wait(place)
        files[plan.site.name] = postprocess(output.read_tree(place / "out"), plan, translator(plan.site.language).gettext)
        problems += _unfit(files[plan.site.name], plan, checked)
    return files, tuple(problems)


def _unfit(files: Tree, plan: SitePlan, checked: Checked) -> Iterator[Problem]:
    """Why a site may not be published: a text for moderators in the members' files, a page of the owner's that acts."""
    if plan.site.is_public:
        yield from find_leaks(files, checked.found.book)
    yield from find_active_html(files, plan, checked.found.own)


def render_plan(plan: SitePlan, checked: Checked) -> dict[str, bytes]:
    """The files of a plan's build folder. Raises NotBuilt for a template of the owner's that cannot be used."""
    try:
        return render(plan, checked.found.own, translator(plan.site.language).gettext)
    except TemplateFailed as wrong:
        sentence = N_("The template {file} cannot be used, at line {line}: {reason}")
        fix = N_("Mend it there. Templates are code: if you did not write it, ask whoever did.")
        values = {"file": wrong.file, "line": wrong.line, "reason": wrong.reason}
        raise NotBuilt(sentence, fix, values) from wrong


def _summary(plans: Sequence[SitePlan], targets: Mapping[str, Path], console: Console, seconds: float, how: str) -> None:
    for plan in plans:
        if plan.site.name in targets:
            where = (
                targets[plan.site.name].relative_to(Path.cwd())
                if targets[plan.site.name].is_relative_to(Path.cwd())
                else targets[plan.site.name]
            )
            console.success(_BUILT[plan.site.name], pages=len(plan.pages), folder=where)
    if how == "rename":
        console.info(N_("This disk cannot exchange folders at once: for a blink, readers may have met a missing page."))
    console.info(N_("Done in {seconds} seconds."), seconds=f"{seconds:.1f}")


_BUILT = {
    "members": N_("Member site: {pages} pages in {folder}"),
    "handbook": N_("Handbook: {pages} pages in {folder}. It is for moderators: put it behind a login."),
}
