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
from guildbook.i18n import translator
from guildbook.problems import NotBuilt

if TYPE_CHECKING:
    from guildbook.console import Console

NOT_BUILT, INTERRUPTED, TERMINATED, OUR_MISTAKE = 3, 130, 143, 70
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
    "-C", "--folder", type=click.Path(path_type=Path), default=".", help="The community's folder, if it is not this one."
)
@click.pass_context
def guildbook(context: click.Context, folder: Path) -> None:
    """Turn a community's playbook, written in YAML, into a member site and a moderator handbook."""
    context.obj = folder.resolve()


@guildbook.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Start a community in a new FOLDER, with everything in it."""
    from guildbook.commands import new as verb

    return verb.run(folder, _teller("text"))


@guildbook.command()
@_FORMAT
@_STRICT
@click.pass_obj
def check(folder: Path, form: str, strict: bool) -> int:
    """Say everything that is wrong, and write nothing."""
    from guildbook.commands import check as verb

    return verb.run(folder, _teller(form), strict)


@guildbook.command()
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
def build(folder: Path, site: tuple[str, ...], engine: str, form: str, strict: bool) -> int:
    """Check everything, then build the sites into site/."""
    from guildbook.commands import build as verb

    options = verb.BuildOptions(site or ("members", "handbook"), engine, os.environ, strict)
    return verb.run(folder, options, _teller(form), time.monotonic)


@guildbook.command()
@click.option("--port", default=8000, show_default=True, help="The port on this machine; 0 takes a free one.")
@click.pass_obj
def serve(folder: Path, port: int) -> int:
    """Show both sites on this machine while you edit."""
    from guildbook.commands import serve as verb

    return verb.run(folder, port, os.environ, _teller("text"))


@guildbook.command()
@click.option("--write", is_flag=True, help="Write them where your editor finds them, instead of printing them.")
@click.pass_obj
def schema(folder: Path, write: bool) -> int:
    """Describe every file for your editor (JSON Schema)."""
    from guildbook.commands import schema as verb

    return verb.run(folder, write, _teller("text"))


@guildbook.command()
@click.argument("check", required=False)
def explain(check: str | None) -> int:
    """Say what a CHECK looks for and why; without one, list them all."""
    from guildbook.commands import explain as verb

    return verb.run(check, _teller("text"))


@guildbook.command()
@click.argument("path")
@click.pass_obj
def show(folder: Path, path: str) -> int:
    """Say where a thing stands and where it appears. PATH is written like rules/no-spam."""
    from guildbook.commands import show as verb

    return verb.run(folder, path, _teller("text"))


def main() -> None:
    """Run the command line and leave with its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    gc.set_threshold(SELDOM)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # no plugin of somebody's environment loads by itself
    try:
        code = guildbook.main(prog_name="guildbook", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except NotBuilt as why:
        _teller("text").not_built(why)
        code = NOT_BUILT
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as wrong:
        is_full = isinstance(wrong, OSError) and wrong.errno == errno.ENOSPC
        code = _unsaid() if is_full else _our_mistake()
    _leave(code)


def _leave(code: int) -> None:
    """Leave at once: taking a program apart takes longer than reading a playbook, and everything that was open is closed."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 0
    except OSError:
        sys.exit(code)  # Python itself says that what we said could not be written
    os._exit(code)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


def _teller(form: str) -> "Console":
    from guildbook.console import Console

    return Console(form, translator("en").gettext, not os.environ.get("NO_COLOR"))


def _unsaid() -> int:
    sys.stderr.write("The disk is full: what Guildbook has to say could not be written where you asked for it.\n")
    return NOT_BUILT


def _our_mistake() -> int:
    sys.stderr.write(
        "This is a mistake of Guildbook's, not yours. Your last site is as it was.\n"
        "Please send us the lines below, and what you did before:\n\n"
        f"guildbook {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{traceback.format_exc()}"
    )
    return OUR_MISTAKE
