"""The playbooks, the most urgent first: from the first minute to what happened before."""

from guildbook.i18n import N_
from guildbook.model import SEVERITIES, Book, Playbook
from guildbook.model.playbook import Case, Step
from guildbook.model.staff import Incident
from guildbook.pages.filling import filling
from guildbook.pages.how_to import how_to
from guildbook.pages.offences import rung_link
from guildbook.pages.plan import Msg, Page, Xref
from guildbook.pages.replies import in_loops, shown_reply
from guildbook.pages.roles import role

LAST = "unexpected"
"""The playbook for what fits no other; it closes the list."""

SEVERITY_NAMES: dict[str, str] = {
    "critical": Msg(N_("critical")),
    "high": Msg(N_("high")),
    "medium": Msg(N_("medium")),
    "low": Msg(N_("low")),
}

_ABOUT_NAMES = {
    "conduct": Msg(N_("about how somebody behaves")),
    "product": Msg(N_("about the product")),
    "outside": Msg(N_("comes from outside")),
}


def by_urgency(book: Book) -> list[tuple[str, Playbook]]:
    """The playbooks, the most urgent first and the one for the unexpected last."""
    levels = list(book.severity or SEVERITIES)
    return sorted(book.playbooks.items(), key=lambda item: (is_fallback(*item), levels.index(item[1].severity), item[0]))


def is_fallback(playbook_id: str, playbook: Playbook) -> bool:
    """True for the playbook that is opened when no other fits."""
    return (playbook.kind or playbook_id) == LAST


def level(book: Book, severity: str) -> dict[str, object]:
    """A level of severity: what it is called, the shape that goes with the word, and what an owner's own scale asks."""
    own = book.severity.get(severity)
    return {
        "href": Xref(f"severity:{severity}") if own else "",
        "name": own.name if own else SEVERITY_NAMES[severity],
        "shape": _shape(book, severity),
        "answer_within": own.answer_within if own else None,
    }


def _shape(book: Book, severity: str) -> str:
    """One of the four shapes that we draw; on an owner's own scale the one that stands as high."""
    own = list(book.severity)
    if severity in SEVERITIES or severity not in own:
        return severity
    return SEVERITIES[own.index(severity) * len(SEVERITIES) // len(own)]


def link_to(book: Book, playbook_id: str | None) -> dict[str, str] | None:
    """A playbook as a link: its title and its address."""
    return {"href": Xref(f"playbook:{playbook_id}"), "title": book.playbooks[playbook_id].title} if playbook_id else None


def incident_of(book: Book, incident_id: str, incident: Incident) -> dict[str, object]:
    """What happened once, with the playbook and the rule that it was about."""
    return {
        "id": incident_id,
        "incident": incident,
        "playbook": link_to(book, incident.playbook),
        "rule": _rule(book, incident.rule),
    }


def playbook_page(book: Book, playbook_id: str, playbook: Playbook) -> Page:
    """One playbook, from the first minute to what happened before."""
    minute, ask, escalate = playbook.first_minute, playbook.ask_first, playbook.escalate
    replies = _replies(playbook)
    takes_over = book.team.for_moderators.takes_over
    values = {
        "playbook": playbook,
        "level": level(book, playbook.severity),
        "about": _ABOUT_NAMES[playbook.about],
        "first": shown_reply(playbook, minute.say),
        "instead": [{"if": one.situation, "say": shown_reply(playbook, one.say)} for one in minute.instead],
        "wake": role(book, minute.wake),
        "how_to": how_to(book),
        "takes_over": Xref("part:takes-over") if takes_over and (takes_over.who or takes_over.alone) else "",
        "contacts": Xref("part:contacts") if book.contacts else "",
        "ask": role(book, ask.who) if ask else None,
        "cases": [_case(book, playbook, case_id, case) for case_id, case in playbook.cases.items()],
        "steps": [_step(book, playbook, step) for step in playbook.steps],
        "escalate_to": role(book, escalate.to) if escalate else None,
        "tell": shown_reply(playbook, escalate.tell if escalate else None),
        "replies": replies,
        "filling": filling(book, playbook.fields, _only_rule(book, playbook)),
        "loops": [reply for reply in replies if reply["closed_by"]],
        "before": [
            incident_of(book, i, incident)
            for i, incident in sorted(book.incidents.items(), reverse=True)
            if incident.playbook == playbook_id
        ],
    }
    return Page(f"playbooks/{playbook_id}", playbook.title, "handbook/playbook.md.j2", values)


def _case(book: Book, playbook: Playbook, case_id: str, case: Case) -> dict[str, object]:
    rung, rule = rung_link(book, case.rung), _only_rule(book, playbook)
    if rung and rule and case.rung in book.for_rule.get(rule, {}):
        rung["letter"] = Xref(f"letter:{rule}/{case.rung}")  # this rule has words of its own
    return {"id": case_id, "case": case, "rung": rung, "say": shown_reply(playbook, case.say)}


def _step(book: Book, playbook: Playbook, step: Step) -> dict[str, object]:
    return {
        "step": step,
        "who": role(book, step.who),
        "rule": _rule(book, step.rule),
        "say": shown_reply(playbook, step.say),
    }


def _rule(book: Book, rule_id: str | None) -> dict[str, str] | None:
    """A rule as a link; one that is a draft is shown nowhere."""
    if rule_id is None or book.rules[rule_id].draft:
        return None
    return {"href": Xref(f"rule:{rule_id}"), "label": book.rules[rule_id].label}


def _only_rule(book: Book, playbook: Playbook) -> str:
    """The rule that a playbook's steps are about; nothing where they name none, or more than one."""
    named = {step.rule for step in playbook.steps if step.rule and not book.rules[step.rule].draft}
    return named.pop() if len(named) == 1 else ""


def _replies(playbook: Playbook) -> list[dict[str, object]]:
    """All replies, what closes a loop right below what opens it, and told so."""
    shown = [reply for reply_id in in_loops(playbook) if (reply := shown_reply(playbook, reply_id))]
    closers = ["", *(playbook.replies[str(reply["id"])].closed_by for reply in shown)]
    return [reply | {"closes": reply["id"] == closer} for reply, closer in zip(shown, closers, strict=False)]
