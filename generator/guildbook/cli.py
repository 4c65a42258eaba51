"""The command line: arguments in, a verb's exit code out; the one place that turns trouble into an exit code."""

import errno
import gc
import os
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from guildbook import __version__
from guildbook.exit_codes import INTERRUPTED, NOT_BUILT, OUR_MISTAKE, TERMINATED, WELL
from guildbook.i18n import N_, translator
from guildbook.problems import NotBuilt

if TYPE_CHECKING:
    from guildbook.console import Console

SELDOM = 500_000
"""New values before Python looks for cycles among them: reading a large playbook makes many values and hardly a cycle."""

_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How problems are told.",
    show_default=True,
)
_STRICT = click.option("--strict", is_flag=True, help="Advice stops it too.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="guildbook %(version)s")
@click.option(
    "-C",
    "--folder",
    type=click.Path(path_type=Path, readable=False),  # why it cannot be read is told by the reader
    default=".",
    help="The community's folder, if it is not this one.",
)
@click.pass_context
def guildbook(context: click.Context, folder: Path) -> None:
    """Turn a community's playbook, written in YAML, into a member site and a moderator handbook."""
    try:
        context.obj = folder.resolve()
    except (OSError, RuntimeError) as error:  # a RuntimeError is a link that leads to itself, before Python 3.13
        sentence = N_("The folder {folder} cannot be opened.")
        fix = N_("Go to a folder that is there, and run Guildbook once more.")
        raise NotBuilt(sentence, fix, {"folder": folder}) from error


@guildbook.command("new")
@click.argument("folder", type=click.Path(path_type=Path, readable=False))
def new_command(folder: Path) -> int:
    """Start a community in a new FOLDER, with everything in it."""
    from guildbook.commands.new import run_new

    return run_new(folder, _console("text"))


@guildbook.command("check")
@_FORMAT
@_STRICT
@click.pass_obj
def check_command(folder: Path, form: str, strict: bool) -> int:
    """Say everything that is wrong, and write nothing."""
    from guildbook.commands.check import run_check

    return run_check(folder, _console(form), strict)


@guildbook.command("build")
@click.option("--site", type=click.Choice(["members", "handbook"]), multiple=True, help="Only this site; both if left out.")
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="What turns pages into HTML.",
    show_default=True,
)
@_FORMAT
@_STRICT
@click.pass_obj
def build_command(folder: Path, site: tuple[str, ...], engine: str, form: str, strict: bool) -> int:
    """Check everything, then build the sites into site/."""
    from guildbook.commands.build import BuildOptions, run_build

    options = BuildOptions(site or ("members", "handbook"), engine, os.environ, strict)
    return run_build(folder, options, _console(form), time.monotonic)


@guildbook.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on this machine; 0 takes a free one.")
@click.pass_obj
def serve_command(folder: Path, port: int) -> int:
    """Show both sites on this machine while you edit."""
    from guildbook.commands.serve import run_serve

    return run_serve(folder, port, os.environ, _console("text"))


@guildbook.command("schema")
@click.option("--write", is_flag=True, help="Write them where your editor finds them, instead of printing them.")
@click.pass_obj
def schema_command(folder: Path, write: bool) -> int:
    """Describe every file for your editor (JSON Schema)."""
    from guildbook.commands.schema import run_schema

    return run_schema(folder, write, _console("text"))


@guildbook.command("explain")
@click.argument("check", required=False)
def explain_command(check: str | None) -> int:
    """Say what a CHECK looks for and why; without one, list them all."""
    from guildbook.commands.explain import run_explain

    return run_explain(check, _console("text"))


@guildbook.command("show")
@click.argument("path")
@click.pass_obj
def show_command(folder: Path, path: str) -> int:
    """Say where a thing stands and where it appears. PATH is written like rules/no-spam."""
    from guildbook.commands.show import run_show

    return run_show(folder, path, _console("text"))


def main() -> None:
    """Run the command line and leave with its exit code."""
    signal.signal(signal.SIGTERM, _end_on_sigterm)
    gc.set_threshold(SELDOM)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # no plugin of somebody's environment loads by itself
    try:
        code = guildbook.main(prog_name="guildbook", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except NotBuilt as why:
        _console("text").not_built(why)
        code = NOT_BUILT
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        code = WELL
    except Exception as wrong:
        is_full = isinstance(wrong, OSError) and wrong.errno == errno.ENOSPC
        code = _tell_full_disk() if is_full else _tell_our_mistake()
    _leave(code)


def _leave(code: int) -> None:
    """Leave at once: taking a program apart takes longer than reading a playbook, and everything that was open is closed."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = WELL
    except OSError:
        sys.exit(code)  # Python itself says that what we said could not be written
    os._exit(code)


def _end_on_sigterm(_number: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


def _console(form: str) -> "Console":
    from guildbook.console import Console

    return Console(form, translator("en").gettext, not os.environ.get("NO_COLOR"))


def _tell_full_disk() -> int:
    sys.stderr.write("The disk is full: what Guildbook has to say could not be written where you asked for it.\n")
    return NOT_BUILT


def _tell_our_mistake() -> int:
    sys.stderr.write(
        "This is a mistake of Guildbook's, not yours. Your last site is as it was.\n"
        "Please send us the lines below, and what you did before:\n\n"
        f"guildbook {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{traceback.format_exc()}"
    )
    return OUR_MISTAKE
