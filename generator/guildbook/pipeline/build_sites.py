"""Render, build and postprocess sites that were planned, and look through what came of it before anybody publishes it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from guildbook import output
from guildbook.engine import Engine
from guildbook.i18n import N_, translator
from guildbook.leak_check import find_leaks
from guildbook.output import FileTree
from guildbook.pages import SitePlan
from guildbook.pipeline.check_folder import Checked
from guildbook.postprocess import find_active_html, postprocess
from guildbook.problems import NotBuilt, Problem
from guildbook.render import TemplateFailed, render


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The finished files of sites by name, and the problems for which none of them may be published."""

    sites: Mapping[str, FileTree]
    problems: tuple[Problem, ...]


def build_sites(folder: Path, checked: Checked, sites: Collection[str], engine: Engine) -> SiteFiles:
    """Build the sites of these names below the folder's build/, which the caller has locked.

    The first site is finished and looked through while the engine is still busy with the next. Raises NotBuilt; the engine
    can then be used again.
    """
    wanted = [(plan, folder / "build" / plan.site.name) for plan in checked.plans if plan.site.name in sites]
    try:
        for plan, build_folder in wanted:
            output.write_tree(build_folder, render_plan(plan, checked))
            engine.begin(build_folder)
        files: dict[str, FileTree] = {}
        problems: list[Problem] = []
        for plan, build_folder in wanted:
            engine.wait(build_folder)
            site_files = postprocess(output.read_tree(build_folder / "out"), plan, translator(plan.site.language).gettext)
            files[plan.site.name] = site_files
            problems += _find_unpublishable(site_files, plan, checked)
    except BaseException:
        engine.abandon()
        raise
    return SiteFiles(files, tuple(problems))


def render_plan(plan: SitePlan, checked: Checked) -> dict[str, bytes]:
    """The files of a plan's build folder. Raises NotBuilt for a template of the owner's that cannot be used."""
    try:
        return render(plan, checked.loaded.custom_files, translator(plan.site.language).gettext)
    except TemplateFailed as wrong:
        sentence = N_("The template {file} cannot be used, at line {line}: {reason}")
        fix = N_("Mend it there. Templates are code: if you did not write it, ask whoever did.")
        values = {"file": wrong.file, "line": wrong.line, "reason": wrong.reason}
        raise NotBuilt(sentence, fix, values) from wrong


def _find_unpublishable(files: FileTree, plan: SitePlan, checked: Checked) -> Iterator[Problem]:
    """Why a site may not be published: a text for moderators in the members' files, a page of the owner's that acts."""
    loaded = checked.loaded
    if plan.site.is_public:
        yield from find_leaks(files, loaded.book, partial(_render_pages, plan, checked), loaded.source_map.values)
    yield from find_active_html(files, plan, loaded.custom_files)


def _render_pages(plan: SitePlan, checked: Checked) -> list[bytes]:
    """The pages of a site as our own templates make them: what stands there comes from public texts alone."""
    without_templates = replace(checked.loaded.custom_files, templates={}, overrides={})
    rendered = render(plan, without_templates, translator(plan.site.language).gettext)
    return [data for name, data in rendered.items() if name.endswith(".md")]
