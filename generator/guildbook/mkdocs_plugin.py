"""The door for `mkdocs build` and `mkdocs serve` in a community's folder: both make the member site."""

import html
import logging
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from guildbook import output, report
from guildbook.engine import start_engine
from guildbook.i18n import N_, translator
from guildbook.load import EDITED_FOLDERS
from guildbook.output import FileTree
from guildbook.pipeline.build_community import CommunityBuild, SitesRequest, build_community
from guildbook.problems import NotBuilt

_log = logging.getLogger("mkdocs.plugins.guildbook")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_OUR_MISTAKE = N_("This is a mistake of Guildbook's, not yours. Please send us what the terminal says.")
_NOTICE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>:root {{ color-scheme: light dark }} body {{ font-family: sans-serif }} pre {{ overflow-x: auto }}</style></head>
<body><h1>{title}</h1><pre>{words}</pre><p>{then}</p></body>
</html>
"""


class Stopped(Exception):
    """The site was not made; the message says why, in an owner's words."""


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """What can be said below `guildbook` in mkdocs.yml: nothing."""


class GuildbookPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """MkDocs' hooks: the member site is made before MkDocs begins, and MkDocs finds nothing left to do."""

    def __init__(self) -> None:
        """Begin without a server, and with the pages that every site has."""
        self._serves = False
        self._site_dir = ""
        self._pages = {"index.html", "404.html"}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Learn whether the site is served: then problems are shown, because an exception would hang the server."""
        self._serves = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the site. MkDocs empties a folder after this: it is told of one that is not there."""
        if self._serves:
            self._show(config)
        else:
            _build(config)
        self._site_dir, config.site_dir = config.site_dir, f"{config.site_dir}.next"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Leave nothing to MkDocs, and tell it where the site stands."""
        config.site_dir = self._site_dir
        config.theme.static_templates = set()
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Say where the site is, after all that MkDocs says."""
        if not self._serves:
            _log.info("%s", _say(N_("The member site is in {folder}"), folder=config.site_dir))

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Make the site again whenever a file of the owner's changes."""
        self._serves = True
        for folder in [_community_folder(config) / name for name in EDITED_FOLDERS]:
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _show(self, config: MkDocsConfig) -> None:
        """Make the site to be served, or in its place one page that says what is wrong; never raise."""
        try:
            made = _make(config, _without_policy)
            self._pages |= {name for name in made if name.endswith(".html")}
        except Stopped as why:
            _log.error("%s", why)
            self._show_notice(config, str(why))
        except Exception:
            _log.exception("%s", _say(_OUR_MISTAKE))
            self._show_notice(config, _say(_OUR_MISTAKE))

    def _show_notice(self, config: MkDocsConfig, words: str) -> None:
        """Show it at every address, so that whatever page is open in a browser comes back by itself."""
        try:
            output.publish({Path(config.site_dir): dict.fromkeys(self._pages, _notice(words))})
        except NotBuilt as why:
            _log.error("%s", _refusal(why))


def _build(config: MkDocsConfig) -> None:
    try:
        _make(config, dict)
    except Stopped as why:
        _log.error("%s", why)
        raise Abort(_say(N_("The member site was not built. {folder} is as it was."), folder=config.site_dir)) from None


def _make(config: MkDocsConfig, adapt: Callable[[FileTree], FileTree]) -> FileTree:
    """Make the member site in MkDocs' `site_dir`, as `guildbook build` does in site/members. Raises Stopped."""
    targets = {"members": Path(config.site_dir)}
    request = SitesRequest(Path.home(), tuple(targets), targets, bool(config.strict), adapt)
    with start_engine("mkdocs", os.environ) as engine:
        build = build_community(_community_folder(config), request, engine)
    if build.refusal:
        raise _refusal(build.refusal) from build.refusal
    if not build.is_built:
        raise Stopped(f"{_say(N_('Your playbook has something to mend:'))}\n\n{_problems_text(build)}")
    if build.problems:
        _log.warning("%s", _problems_text(build))
    return build.sites["members"]


def _without_policy(files: FileTree) -> FileTree:
    """The pages for `mkdocs serve`, which puts a script of its own into them that the policy would forbid."""
    return {name: _POLICY.sub(b"", data) if name.endswith(".html") else data for name, data in files.items()}


def _community_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _problems_text(build: CommunityBuild) -> str:
    return report.text(build.problems, build.checked.lines, _say).plain


def _refusal(why: NotBuilt) -> Stopped:
    return Stopped(f"{_say(why.sentence, **why.values)}\n→ {_say(why.fix, **why.values)}")


def _say(sentence: str, **values: object) -> str:
    said = translator().gettext(sentence)
    return said.format(**values) if values else said


def _notice(words: str) -> bytes:
    title = _say(N_("There is no site to show yet"))
    then = _say(N_("Mend it and save: your site comes back here by itself."))
    told = {"title": title, "words": words, "then": then}
    return _NOTICE.format(**{name: html.escape(value) for name, value in told.items()}).encode()
