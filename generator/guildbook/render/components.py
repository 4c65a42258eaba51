"""Components, each a folder with a macro, a style, a script. What page templates import says which of them a site uses."""

import json
import re
from collections.abc import Iterable, Sequence

from jinja2 import Environment, TemplateNotFound

from guildbook.package_data import read_package_files
from guildbook.render.tokens import fill_in_widths, tokens_css

BASE = "base"
"""The component that every page needs, and no template names."""

_NAME = re.compile(r"!?components/([\w-]+)/")
_REFERENCE = re.compile(r"""\{%[-+]?\s*(?:from|import|extends|include)\s+(?:["']([^"']+)["'])?""")
_IMPORT = re.compile(r'from "\.\./([\w-]+)/script\.js"')
_LOADER = """// Which script a page needs is told by what stands on it. Without any of them every word is there to read.
for (const name of %s) {
  if (document.querySelector(`[data-gb-${name}]`)) import(`./${name}/script.js`).then(({ start }) => start());
}
"""


def find_components(templates: Environment, pages: Iterable[str]) -> tuple[str, ...]:
    """The components that page templates import, also by way of what they extend; each stands after those that it needs itself.

    A template that names another only while it runs could mean any: then all components are used.
    """
    found = [BASE]
    seen: set[str] = set()

    def visit(template: str) -> None:
        if template in seen:
            return
        seen.add(template)
        for other in _referenced(templates, template):
            for name in [other] if other else [f"components/{name}/macro.j2" for name in every_component()]:
                visit(name)
        if component := _NAME.match(template):
            add(component[1])

    def add(name: str) -> None:
        for other in _imported(name):
            add(other)
        if name not in found:
            found.append(name)

    for page in sorted(set(pages)):
        visit(page)
    return tuple(found)


def every_component() -> tuple[str, ...]:
    """The names of all components, in the order of the alphabet."""
    names = (name.split("/") for name in read_package_files("components"))
    return tuple(sorted(folder for _, folder, *part in names if part == ["macro.j2"]))


def stylesheet(components: Sequence[str]) -> str:
    """One style sheet: the tokens, then the style of each component in the order given."""
    return fill_in_widths("\n".join([tokens_css(), *(_file(name, "style.css") for name in components)]))


def scripts(components: Sequence[str]) -> dict[str, bytes]:
    """The scripts of components by path, and `guildbook.js`, which loads those that a page needs."""
    files = {name: script for name in components if (script := _file(name, "script.js"))}
    names = json.dumps(sorted(name for name, script in files.items() if "export const start " in script))
    loaded = {f"{name}/script.js": script.encode() for name, script in files.items()}
    return {**loaded, "guildbook.js": (_LOADER % names).encode()}


def _referenced(templates: Environment, name: str) -> tuple[str | None, ...]:
    assert templates.loader
    try:
        return _references(templates.loader.get_source(templates, name)[0])
    except TemplateNotFound:  # an owner's template may ask for one that need not be there
        return ()


def _references(source: str) -> tuple[str | None, ...]:
    """What a template's text imports, extends or includes, by name; None for what it works out while it runs."""
    return tuple(found[1] or None for found in _REFERENCE.finditer(source))


def _imported(name: str) -> tuple[str, ...]:
    """The components whose scripts a component's script imports."""
    return tuple(_IMPORT.findall(_file(name, "script.js")))


def _file(name: str, part: str) -> str:
    path = f"components/{name}/{part}"
    return read_package_files(path).get(path, b"").decode()
