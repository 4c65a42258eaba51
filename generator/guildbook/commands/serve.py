"""`guildbook serve`: both sites on this machine while you edit; what is broken is told over the last sites that were whole."""

from collections.abc import Mapping
from pathlib import Path

from guildbook import report
from guildbook.console import Console
from guildbook.engine import Engine, start_engine
from guildbook.exit_codes import PROBLEMS, WELL
from guildbook.i18n import N_
from guildbook.load import EDITED_FOLDERS, find_folder_problem
from guildbook.pipeline.build_community import SitesRequest, build_community
from guildbook.preview import HOST, PreviewState, serve_sites, watch_folders


def run_serve(folder: Path, port: int, environment: Mapping[str, str], console: Console) -> int:
    """Serve both sites until Ctrl-C. Gives the exit code; raises NotBuilt where port or folder cannot be used."""
    if problem := find_folder_problem(folder):
        console.problems([problem], {})
        return PROBLEMS
    names = {"title": N_("Your two sites"), "members": N_("The member site"), "handbook": N_("The handbook")}
    state = PreviewState(words={key: console.translate(name) for key, name in names.items()})
    try:
        with (
            start_engine("mkdocs", environment) as engine,
            watch_folders(folder, EDITED_FOLDERS) as wait_for_change,
            serve_sites(state, port) as served_port,
        ):
            console.success(N_("Open http://{host}:{port}/ and edit away. Ctrl-C ends it."), host=HOST, port=served_port)
            while True:
                rebuild(folder, state, engine, console)
                wait_for_change()
    except KeyboardInterrupt:
        return WELL


def rebuild(folder: Path, state: PreviewState, engine: Engine, console: Console) -> None:
    """Build anew and show it, or tell what is wrong over what was there."""
    build = build_community(folder, SitesRequest(Path.home()), engine)
    lines = build.checked.lines
    if build.refusal:
        state.tell(console.refusal_text(build.refusal))
        console.not_built(build.refusal)
        return
    if not build.is_built:
        state.tell(report.text(build.problems, lines, console.translate).plain)
        console.problems(build.problems, lines)
        return
    state.show(build.sites)
    console.problems(build.problems, lines)
    console.success(N_("Shown."))
