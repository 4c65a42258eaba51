"""A plan becomes the files that an engine builds from: mkdocs.yml, Markdown pages, theme parts and assets."""

import html
from collections.abc import Callable, Mapping
from posixpath import relpath

import yaml
from jinja2 import Environment

from guildbook.i18n import Translate
from guildbook.load import CustomFiles
from guildbook.package_data import package_folder, read_package_files
from guildbook.pages import Page, SitePlan, localize
from guildbook.render.colours import accent_css
from guildbook.render.components import find_components, scripts, stylesheet
from guildbook.render.config import config
from guildbook.render.mark import mark
from guildbook.render.templates import TemplateFailed, environment, render_template
from guildbook.render.values import to_template_values

__all__ = ["TemplateFailed", "render", "resolver"]


def render(plan: SitePlan, custom_files: CustomFiles, translate: Translate) -> dict[str, bytes]:
    """The files of a site's build folder, by path: the configuration, the pages, what the theme needs of ours and the owner's.

    Raises TemplateFailed for a template of the owner's that cannot be used.
    """
    folders = {"": package_folder("templates"), "components": package_folder("components")}
    arrange = environment(folders, custom_files.templates, translate)
    files = {f"docs/{page.file}": _render_page(page, plan, arrange, translate).encode() for page in plan.pages}
    pictures = [page.pictures(custom_files.images) for page in custom_files.pages if page.site == plan.site.name]
    files |= {f"docs/{name}": data for found in pictures for name, data in found.items()}
    files["mkdocs.yml"] = config(plan, translate).encode()
    files |= _package_files("theme", "overrides")
    files |= {f"overrides/{name}": data for name, data in custom_files.overrides.items()}
    files |= {f"docs/assets/{name}": data for name, data in custom_files.assets.items()}
    used = find_components(arrange, [page.template for page in plan.pages if page.text is None])
    files |= {f"docs/assets/js/{name}": data for name, data in scripts(used).items()}
    files.setdefault("docs/assets/mark.svg", mark(plan.title, plan.accent).encode())  # the owner's own mark comes first
    files["docs/assets/guildbook.css"] = f"{stylesheet(used)}\n{accent_css(plan.accent)}".encode()
    return dict(sorted(files.items()))


def _render_page(page: Page, plan: SitePlan, arrange: Environment, translate: Translate) -> str:
    if page.text is not None:
        return _page_head({"title": html.escape(page.title)}) + "\n" + page.text.strip() + "\n"
    values = to_template_values(page.content, resolver(page.address, plan.targets))
    title = localize(page.title, translate)
    body = render_template(
        arrange, page.template, {**values, "page": {"title": title, "id": page.address.rpartition("/")[2] or "home"}}
    )
    return _page_head({"title": html.escape(title)}) + "\n" + body.strip() + "\n"


def resolver(address: str, targets: Mapping[str, str]) -> Callable[[str], str]:
    """From a link's target to an address that works on the page at `address`."""

    def resolve(target: str) -> str:
        if target not in targets:
            return "" if target.startswith("page:") else target  # a page that only the other site has, and nobody said where
        if "://" in targets[target]:
            return targets[target]
        path, hash_, fragment = targets[target].partition("#")
        way = relpath("/" + path, "/" + address)
        return f"{'' if way == '.' else way + '/'}{hash_}{fragment}" or "./"

    return resolve


def _page_head(values: Mapping[str, str]) -> str:
    return f"---\n{yaml.safe_dump(dict(values), allow_unicode=True, width=10_000)}---\n"


def _package_files(name: str, to: str) -> dict[str, bytes]:
    """The files of a folder of the package, by where they stand in a build folder."""
    return {f"{to}/{path.removeprefix(f'{name}/')}": data for path, data in read_package_files(name).items()}
