"""The door for `mkdocs build` and `mkdocs serve` in a community's folder: both make the member site, as `guildbook build` does."""

import html
import logging
import os
import re
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from guildbook import output, report
from guildbook.commands.build import Tree, Wish, finished
from guildbook.commands.prepare import Prepared, prepare
from guildbook.gate import leaks
from guildbook.problems import NotBuilt, Problem
from guildbook.words import N_, translator

WATCHED = ("content", "playbooks", "site_config")

_log = logging.getLogger("mkdocs.plugins.guildbook")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MEND = N_("Your playbook has something to mend:")
_NOTICE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>:root {{ color-scheme: light dark }} body {{ font: 1rem/1.5 sans-serif; margin: 2rem }} pre {{ overflow-x: auto }}</style></head>
<body><h1>{title}</h1><pre>{words}</pre><p>{then}</p></body>
</html>
"""


class Stopped(Exception):  # noqa: N818 - what an owner is told, seldom an error of the program
    """The site was not made; the message says why, in an owner's words."""


class Door(BasePlugin[Config]):
    """MkDocs' hooks: the member site is made before MkDocs begins, and nothing is left for MkDocs to make."""

    def __init__(self) -> None:
        """Begin without a server and without a site."""
        self._serves = False
        self._site_dir = ""
        self._pages: set[str] = {"index.html", "404.html"}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' names
        """Learn whether the site is served: then a problem is shown, because an exception would hang the server."""
        self._serves = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the member site; this hook is the last before MkDocs empties its folder, so it is told of another one."""
        if self._serves:
            self._show(config)
        else:
            self._build(config)
        self._site_dir, config.site_dir = config.site_dir, f"{config.site_dir}.next"
        config.theme.static_templates = set()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - MkDocs' names
        """Leave nothing for MkDocs to make, and name the folder where the site stands."""
        config.site_dir = self._site_dir
        return Files([])

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Build again when an owner's file changes."""
        self._serves = True
        for folder in [_folder(config) / name for name in WATCHED]:
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _build(self, config: MkDocsConfig) -> None:
        try:
            _publish(config, _member_site(config))
        except Stopped as why:
            _log.error("%s", why)
            raise Abort(_say(N_("The member site was not built. {folder} is as it was."), folder=config.site_dir)) from None

    def _show(self, config: MkDocsConfig) -> None:
        try:
            files = {
                name: _POLICY.sub(b"", data) if name.endswith(".html") else data for name, data in _member_site(config).items()
            }
            self._pages = {name for name in files if name.endswith(".html")}
        except Stopped as why:
            _log.error("%s", why)
            files = dict.fromkeys(self._pages, _notice(str(why)))
        except Exception:
            _log.exception("%s", _OUR_MISTAKE)
            files = dict.fromkeys(self._pages, _notice(_say(_OUR_MISTAKE)))
        try:
            _publish(config, files)
        except Stopped as why:
            _log.error("%s", why)


_OUR_MISTAKE = N_(
    "This is a mistake of Guildbook's, not yours. Please send us what the terminal says, and what you did before."
)


def _member_site(config: MkDocsConfig) -> Tree:
    """The files of the member site, looked at by the gate. Raises Stopped."""
    folder = _folder(config)
    try:
        output.refuse_unsafe(Path(config.site_dir), folder, Path.home())
        prepared = prepare(folder)
        if prepared.fails(bool(config.strict)):
            raise _mend(prepared.problems, prepared)
        with output.locked(folder / "build"):
            files = finished(folder, prepared, Wish(("members",), "mkdocs", dict(os.environ)))["members"]
    except NotBuilt as why:
        raise _stopped(why) from why
    if found := tuple(leaks(files, prepared.found.book)):
        raise _mend(found, prepared)
    if prepared.problems:
        _log.warning("%s", report.text(prepared.problems, prepared.lines, _say).plain)
    return files


def _publish(config: MkDocsConfig, files: Tree) -> None:
    try:
        with output.locked(_folder(config) / "build"):
            output.publish({Path(config.site_dir): files})
    except NotBuilt as why:
        raise _stopped(why) from why


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _mend(problems: tuple[Problem, ...], prepared: Prepared) -> Stopped:
    return Stopped(f"{_say(_MEND)}\n\n{report.text(problems, prepared.lines, _say).plain}")


def _stopped(why: NotBuilt) -> Stopped:
    return Stopped(f"{_say(why.sentence, **why.values)}\n→ {_say(why.fix, **why.values)}")


def _say(sentence: str, **values: object) -> str:
    said = translator().gettext(sentence)
    return said.format(**values) if values else said


def _notice(words: str) -> bytes:
    """A page that says why there is no site just now."""
    title, then = (
        _say(N_("The site waits for you")),
        _say(N_("Mend it and save: this page then turns into your site by itself.")),
    )
    told = {"language": "en", "title": title, "words": words, "then": then}
    return _NOTICE.format(**{name: html.escape(value) for name, value in told.items()}).encode()
