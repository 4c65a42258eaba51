"""The mkdocs.yml of one site, whole: both engines read it, and nothing of the owner's is code in it."""

import html
from typing import Any

import yaml

from guildbook.i18n import Translate
from guildbook.pages import SitePlan, localize, site_title

NOWHERE = "https://address-not-set.invalid/"
"""Stands in where the owner has not said where a site goes; `postprocess` takes every trace of it out again."""


def config(plan: SitePlan, translate: Translate) -> str:
    """The configuration of a site as YAML."""
    settings = {
        "site_name": html.escape(site_title(plan, translate)),
        "site_url": plan.address or NOWHERE,
        "docs_dir": "docs",
        "site_dir": "out",
        "use_directory_urls": True,
        "theme": _theme_settings(plan, translate),
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": "#", "permalink_title": translate("Link to this part")}}],
        "extra_css": ["assets/guildbook.css"],
        "extra_javascript": [{"path": "assets/js/guildbook.js", "type": "module"}],
        "copyright": _foot(plan, translate),
        "extra": {"generator": False, "site": plan.site.name},
        "nav": _nav(plan, translate),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    return yaml.safe_dump(settings, sort_keys=False, allow_unicode=True, width=10_000)


def _foot(plan: SitePlan, translate: Translate) -> str:
    """The links at the foot of every page: what the law wants, where the owner has it."""
    links = ((translate("Privacy"), plan.privacy), (translate("Imprint"), plan.imprint))
    return " · ".join(f'<a href="{html.escape(address)}">{html.escape(name)}</a>' for name, address in links if address)


def _theme_settings(plan: SitePlan, translate: Translate) -> dict[str, Any]:
    return {
        "name": "material",
        "custom_dir": "overrides",
        "language": plan.site.language.partition("-")[0],
        "font": False,
        "logo": "assets/mark.svg",
        "favicon": "assets/mark.svg",
        "features": ["navigation.top", "search.suggest", "toc.follow"],
        "palette": [
            _colour_scheme("(prefers-color-scheme)", "default", "material/brightness-auto", translate("Switch to light")),
            _colour_scheme("(prefers-color-scheme: light)", "default", "material/weather-night", translate("Switch to dark")),
            _colour_scheme(
                "(prefers-color-scheme: dark)", "slate", "material/weather-sunny", translate("Switch to what your device says")
            ),
        ],
    }


def _colour_scheme(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    return {"media": media, "scheme": scheme, "primary": "custom", "accent": "custom", "toggle": {"icon": icon, "name": name}}


def _nav(plan: SitePlan, translate: Translate) -> list[dict[str, Any]]:
    """Pages in order; those of one section stand together where its first one stands."""
    nav: list[dict[str, Any]] = []
    sections: dict[str, list[dict[str, str]]] = {}
    for page in plan.pages:
        entry = {html.escape(localize(page.title, translate)): page.file}
        if not page.section:
            nav.append(entry)
        elif page.section in sections:
            sections[page.section].append(entry)
        else:
            sections[page.section] = [entry]
            nav.append({html.escape(translate(page.section)): sections[page.section]})
    return nav
