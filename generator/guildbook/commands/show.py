"""`guildbook show`: where a thing stands, what it is called, who names it, and on which pages it appears."""

from pathlib import Path

from guildbook.commands.check import PROBLEMS, WELL, WRONG_WORD
from guildbook.commands.checked import check_folder
from guildbook.console import Console
from guildbook.i18n import N_
from guildbook.load import Loaded
from guildbook.model import Ref, leaves, name_of
from guildbook.pages import Page, Plan

_NAMED_AS = {"rules": "rule", "ladder": "rung", "groups": "group", "playbooks": "playbook", "severity": "severity"}


def run(folder: Path, place: str, tell: Console) -> int:
    """Show a thing by its place, such as rules/no-spam. Gives the exit code."""
    checked = check_folder(folder)
    found = checked.found
    if place not in found.where.keys:
        tell.plainly(
            N_("There is nothing at “{place}”. A place is written like this: rules/no-spam, playbooks/spam."), place=place
        )
        return WRONG_WORD
    at = found.where.key(place)
    tell.plainly("{name}", name=name_of(place, tell.translate) or place)
    tell.plainly(N_("  stands in {file}, line {line}"), file=at.file, line=at.line)
    for other in named_by(found, place):
        where = found.where(other)
        tell.plainly(
            N_("  is named by {name} ({file}, line {line})"),
            name=name_of(other, tell.translate),
            file=where.file,
            line=where.line,
        )
    for plan in checked.plans:
        for page in appears_on(plan, found, place):
            tell.plainly(N_("  appears on the page “{title}” of the {site} ({address})"), **_called(plan, page, tell))
    return PROBLEMS if checked.fails() else WELL


def named_by(found: Loaded, place: str) -> list[str]:
    """The places of everything that names the thing at a place."""
    shelf, _, name = place.rpartition("/")
    kind = _NAMED_AS.get(shelf) or {"community/places": "place", "team/roles": "role", "team/people": "person"}.get(shelf)
    return [leaf.place for leaf in leaves(found.book) if kind and leaf.value == name and leaf.marker == Ref(kind)]  # type: ignore[arg-type]


def appears_on(plan: Plan, found: Loaded, place: str) -> list[Page]:
    """The pages of a site among whose values something of the thing at a place is."""
    texts = {
        leaf.value for leaf in leaves(found.book) if (leaf.place + "/").startswith(place + "/") and len(str(leaf.value)) > 8
    }
    return [page for page in plan.pages if texts & set(_texts(dict(page.values)))]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _texts(item)]
    if hasattr(value, "model_fields_set"):
        return [leaf.value for leaf in leaves(value) if isinstance(leaf.value, str)]  # type: ignore[arg-type]
    return []


def _called(plan: Plan, page: Page, tell: Console) -> dict[str, object]:
    site = tell.translate(N_("member site")) if plan.site == "members" else tell.translate(N_("handbook"))
    return {"title": page.title, "site": site, "address": f"/{page.address}/" if page.address else "/"}
