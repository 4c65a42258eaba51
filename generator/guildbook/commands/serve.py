"""`guildbook serve`: both sites on this machine while you edit; what is broken is told over the last sites that were whole."""

from collections.abc import Mapping
from pathlib import Path

from guildbook import engine, output, report
from guildbook.commands.build import build_sites
from guildbook.commands.check import WELL
from guildbook.commands.checked import check_folder
from guildbook.console import Console
from guildbook.i18n import N_
from guildbook.preview import HOST, PreviewState, serve_sites, watch_folders
from guildbook.problems import NotBuilt, Problem

WATCHED = ("content", "playbooks", "site_config")


def run(folder: Path, port: int, environment: Mapping[str, str], console: Console) -> int:
    """Serve both sites until Ctrl-C. Gives the exit code; raises NotBuilt where the port is taken."""
    names = {"title": N_("Your two sites"), "members": N_("The member site"), "handbook": N_("The handbook")}
    state = PreviewState(words={key: console.translate(name) for key, name in names.items()})
    try:
        with (
            engine.start_engine("mkdocs", environment) as builder,
            watch_folders(folder, WATCHED) as saved,
            serve_sites(state, port) as at,
        ):
            console.success(N_("Open http://{host}:{port}/ and edit away. Ctrl-C ends it."), host=HOST, port=at)
            while True:
                rebuild(folder, state, builder, console)
                saved()
    except KeyboardInterrupt:
        return WELL
    except OSError as taken:
        values = {"port": port, "reason": taken.strerror}
        raise NotBuilt(
            N_("Port {port} cannot be used: {reason}."), N_("Choose another: guildbook serve --port 8010"), values
        ) from taken


def rebuild(folder: Path, state: PreviewState, builder: engine.Engine, console: Console) -> None:
    """Build anew and show it, or tell what is wrong over what was there."""
    checked = check_folder(folder)
    lines = checked.lines
    if checked.fails():
        _tell(checked.problems, lines, state, console)
        return
    try:
        with output.hold_lock(folder / "build"):
            sites, unfit = build_sites(folder, checked, tuple(plan.site.name for plan in checked.plans), builder)
    except NotBuilt as why:
        state.tell(
            f"{console.translate(why.sentence).format(**why.values)}\n→ {console.translate(why.fix).format(**why.values)}"
        )
        console.not_built(why)
        return
    if unfit:
        _tell(unfit, {}, state, console)
        return
    state.show(sites)
    console.problems(checked.problems, lines)
    console.success(N_("Shown."))


def _tell(problems: tuple[Problem, ...], lines: report.Lines, state: PreviewState, console: Console) -> None:
    state.tell(report.text(problems, lines, console.translate).plain)
    console.problems(problems, lines)
