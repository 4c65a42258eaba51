"""The gallery: a site of one page that shows every component from its example.yml, in its own look, with its own script."""

from dataclasses import dataclass
from typing import Any

import yaml

from guildbook.load import CustomFiles
from guildbook.model import Site
from guildbook.package_data import read_package_files
from guildbook.pages import Markdown, Page, SitePlan

GROUPS = ("Words", "Ways on", "Lists", "People", "Rules", "Members", "Handbook")
"""The parts of the gallery, in its order: what both sites use first."""

_TEMPLATE = "gallery.md.j2"


@dataclass(frozen=True, slots=True)
class Example:
    """How a component looks: what one sees, the Jinja that places it (`c` is its macros, `it` its values), the values."""

    label: str
    use: str
    values: object


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A component with its title, the group that it belongs to, and its examples."""

    name: str
    title: str
    group: str
    examples: tuple[Example, ...]


class _Loader(yaml.SafeLoader):
    """YAML in which `!prose` stands before Markdown."""


def _construct_prose(loader: _Loader, node: yaml.ScalarNode) -> Markdown:
    return Markdown(loader.construct_scalar(node))


_Loader.add_constructor("!prose", _construct_prose)


def exhibits() -> tuple[Exhibit, ...]:
    """Every component that has an example.yml, by group and name. Raises KeyError where one leaves something out."""
    files = read_package_files("components")
    found = [_read_exhibit(name.split("/")[1], data) for name, data in files.items() if name.endswith("/example.yml")]
    return tuple(sorted(found, key=lambda exhibit: (GROUPS.index(exhibit.group), exhibit.title)))


def gallery() -> tuple[SitePlan, CustomFiles]:
    """The gallery as a site to render, and the template of its page, which stands where an owner's would."""
    shown = exhibits()
    content = _Content(tuple(tuple(example.values for example in exhibit.examples) for exhibit in shown))
    page = Page("", "Gallery", _TEMPLATE, content)
    plan = SitePlan(Site("members", "en"), "Gallery", None, "#a8452e", (page,), description="Every component")
    return plan, CustomFiles(templates={_TEMPLATE: _template(shown)})


@dataclass(frozen=True, slots=True)
class _Content:
    values: tuple[tuple[object, ...], ...]


def _read_exhibit(name: str, data: bytes) -> Exhibit:
    told: dict[str, Any] = yaml.load(data, Loader=_Loader)  # noqa: S506 - a SafeLoader
    examples = tuple(Example(shown["as"], shown["use"], shown.get("with")) for shown in told["examples"])
    return Exhibit(name, told["title"], told["group"], examples)


def _template(shown: tuple[Exhibit, ...]) -> str:
    parts = ["{% block content %}", '{{ heading(1, page.title, "page_gallery") }}']
    group = ""
    for number, exhibit in enumerate(shown):
        if exhibit.group != group:
            group = exhibit.group
            parts.append(f'{{{{ heading(2, "{group}", "group_{group.replace(" ", "-")}") }}}}')
        parts.append(f'{{{{ heading(3, "{exhibit.title}", "component_{exhibit.name}") }}}}')
        parts.append(f'{{% import "components/{exhibit.name}/macro.j2" as c %}}')
        for at, example in enumerate(exhibit.examples):
            parts.append(f"{{% set it = values[{number}][{at}] %}}\n<p><em>{example.label}</em></p>")
            parts.append(example.use)
    return "\n\n".join([*parts, "{% endblock %}"]) + "\n"
