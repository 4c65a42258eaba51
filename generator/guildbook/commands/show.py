"""`guildbook show`: where a thing stands, what it is called, who names it, and on which pages it appears."""

from dataclasses import fields, is_dataclass
from pathlib import Path

from guildbook.commands.check import PROBLEMS, WELL, WRONG_WORD
from guildbook.commands.checked import check_folder
from guildbook.console import Console
from guildbook.i18n import N_
from guildbook.load import Loaded
from guildbook.model import Ref, iter_leaves, kinds_below, name_of
from guildbook.pages import Page, SitePlan


def run(folder: Path, path: str, console: Console) -> int:
    """Show a thing by its path, such as rules/no-spam. Gives the exit code."""
    checked = check_folder(folder)
    found = checked.found
    if path not in found.source_map.keys:
        console.info(N_("There is nothing at “{path}”. A path is written like this: rules/no-spam, playbooks/spam."), path=path)
        return WRONG_WORD
    at = found.source_map.key_at(path)
    console.info("{name}", name=name_of(path, console.translate) or path)
    console.info(N_("  stands in {file}, line {line}"), file=at.file, line=at.line)
    for other in named_by(found, path):
        where = found.source_map.value_at(other)
        console.info(
            N_("  is named by {name} ({file}, line {line})"),
            name=name_of(other, console.translate),
            file=where.file,
            line=where.line,
        )
    for plan in checked.plans:
        for page in appears_on(plan, found, path):
            console.info(N_("  appears on the page “{title}” of the {site} ({address})"), **_called(plan, page, console))
    return PROBLEMS if checked.fails() else WELL


def named_by(found: Loaded, path: str) -> list[str]:
    """The paths of everything that names the thing at a path."""
    parent, _, name = path.rpartition("/")
    references = [Ref(kind.id) for kind in kinds_below(parent) if kind.missing]
    return [leaf.path for leaf in iter_leaves(found.book) if leaf.value == name and leaf.marker in references]


def appears_on(plan: SitePlan, found: Loaded, path: str) -> list[Page]:
    """The pages of a site among whose values something of the thing at a path is."""
    texts = {
        leaf.value for leaf in iter_leaves(found.book) if (leaf.path + "/").startswith(path + "/") and len(str(leaf.value)) > 8
    }
    return [page for page in plan.pages if texts & set(_texts(page.content))]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _texts(getattr(value, field.name))]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _texts(item)]
    if hasattr(value, "model_fields_set"):
        return [leaf.value for leaf in iter_leaves(value) if isinstance(leaf.value, str)]  # type: ignore[arg-type]
    return []


def _called(plan: SitePlan, page: Page, console: Console) -> dict[str, object]:
    site = console.translate(N_("member site")) if plan.site.is_public else console.translate(N_("handbook"))
    return {"title": page.title, "site": site, "address": f"/{page.address}/" if page.address else "/"}
