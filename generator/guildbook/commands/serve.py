"""`guildbook serve`: both sites on this machine while you edit; what is broken is told over the last sites that were whole."""

from collections.abc import Mapping
from pathlib import Path

from guildbook import engine, output, report
from guildbook.commands.build import built
from guildbook.commands.check import WELL
from guildbook.commands.prepare import prepare
from guildbook.commands.tell import Teller
from guildbook.preview import HOST, Stage, serving, watched
from guildbook.problems import NotBuilt, Problem
from guildbook.words import N_

WATCHED = ("content", "playbooks", "site_config")


def run(folder: Path, port: int, environment: Mapping[str, str], tell: Teller) -> int:
    """Serve both sites until Ctrl-C. Gives the exit code; raises NotBuilt where the port is taken."""
    names = {"title": N_("Your two sites"), "members": N_("The member site"), "handbook": N_("The handbook")}
    stage = Stage(words={key: tell.translate(name) for key, name in names.items()})
    try:
        with engine.running("mkdocs", environment) as builder, watched(folder, WATCHED) as saved, serving(stage, port) as at:
            tell.well(N_("Open http://{host}:{port}/ and edit away. Ctrl-C ends it."), host=HOST, port=at)
            while True:
                rebuild(folder, stage, builder, tell)
                saved()
    except KeyboardInterrupt:
        return WELL
    except OSError as taken:
        values = {"port": port, "reason": taken.strerror}
        raise NotBuilt(
            N_("Port {port} cannot be used: {reason}."), N_("Choose another: guildbook serve --port 8010"), values
        ) from taken


def rebuild(folder: Path, stage: Stage, builder: engine.Engine, tell: Teller) -> None:
    """Build anew and show it, or tell what is wrong over what was there."""
    prepared = prepare(folder)
    lines = prepared.lines
    if prepared.fails():
        _tell(prepared.problems, lines, stage, tell)
        return
    try:
        with output.locked(folder / "build"):
            sites, unfit = built(folder, prepared, tuple(plan.site for plan in prepared.plans), builder)
    except NotBuilt as why:
        stage.tell(f"{tell.translate(why.sentence).format(**why.values)}\n→ {tell.translate(why.fix).format(**why.values)}")
        tell.not_built(why)
        return
    if unfit:
        _tell(unfit, {}, stage, tell)
        return
    stage.show(sites)
    tell.problems(prepared.problems, lines)
    tell.well(N_("Shown."))


def _tell(problems: tuple[Problem, ...], lines: report.Lines, stage: Stage, tell: Teller) -> None:
    stage.tell(report.text(problems, lines, tell.translate).plain)
    tell.problems(problems, lines)
