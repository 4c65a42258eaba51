"""The playbooks by urgency, as links, and what happened before with each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guildbook.model import SEVERITIES, Book, Playbook
from guildbook.model.staff import Incident
from guildbook.views.marks import Xref
from guildbook.views.rule_views import RuleLink, rule_link
from guildbook.views.severity_view import SeverityLevel

LAST_RESORT = "unexpected"
"""The kind of playbook for what fits no other; it closes the list."""


@dataclass(frozen=True, slots=True)
class PlaybookLink:
    """A playbook as a link."""

    href: Xref
    title: str


@dataclass(frozen=True, slots=True)
class PlaybookLine:
    """A playbook in a list, by its most telling sign; `is_last` is true for the one that is opened when no other fits."""

    id: str
    href: Xref
    title: str
    sign: str | None
    level: SeverityLevel
    is_last: bool


@dataclass(frozen=True, slots=True)
class IncidentView:
    """What happened once, with the playbook and the rule that it was about."""

    id: str
    incident: Incident
    playbook: PlaybookLink
    rule: RuleLink | None


def playbooks_by_urgency(book: Book) -> Mapping[str, Playbook]:
    """The playbooks, the most urgent first and the one for the unexpected last."""
    order = list(book.severity or SEVERITIES)
    return dict(sorted(book.playbooks.items(), key=lambda item: (is_fallback(*item), order.index(item[1].severity), item[0])))


def playbook_line(playbook_id: str, playbook: Playbook, level: SeverityLevel) -> PlaybookLine:
    """A playbook in a list: its first sign, or where it has none, the crisis in a sentence."""
    sign = playbook.signs[0] if playbook.signs else playbook.summary
    href = Xref(f"playbook:{playbook_id}")
    return PlaybookLine(playbook_id, href, playbook.title, sign, level, is_fallback(playbook_id, playbook))


def is_fallback(playbook_id: str, playbook: Playbook) -> bool:
    """True for the playbook that is opened when no other fits."""
    return (playbook.kind or playbook_id) == LAST_RESORT


def playbook_links(book: Book) -> Mapping[str, PlaybookLink]:
    """Every playbook as a link, by id."""
    return {i: PlaybookLink(Xref(f"playbook:{i}"), playbook.title) for i, playbook in book.playbooks.items()}


def incident_views(book: Book, links: Mapping[str, PlaybookLink]) -> Iterator[IncidentView]:
    """What happened before, in the order in which it is written down."""
    for incident_id, incident in book.incidents.items():
        yield IncidentView(incident_id, incident, links[incident.playbook], rule_link(book, incident.rule))


def incidents_by_playbook(views: Iterable[IncidentView]) -> Mapping[str, tuple[IncidentView, ...]]:
    """What happened with each playbook, by its id, in the reverse order of the incidents' ids: they begin with a date."""
    found: dict[str, list[IncidentView]] = {}
    for view in sorted(views, key=lambda view: view.id, reverse=True):
        found.setdefault(view.incident.playbook, []).append(view)
    return {playbook_id: tuple(incidents) for playbook_id, incidents in found.items()}
