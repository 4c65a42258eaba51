"""The handbook: what a moderator opens in the middle of trouble."""

from guildbook.model import SEVERITIES, Book, Playbook
from guildbook.pages.plan import Markdown, Ours, Page, Plan
from guildbook.pages.rules import ROLE_NAMES, rule_targets, rules_page
from guildbook.words import N_

LAST = "unexpected"
"""The playbook for what fits no other; it closes the list."""

SEVERITY_NAMES: dict[str, str] = {
    "critical": Ours(N_("critical")),
    "high": Ours(N_("high")),
    "medium": Ours(N_("medium")),
    "low": Ours(N_("low")),
}

ABOUT_NAMES = {
    "conduct": Ours(N_("about how somebody behaves")),
    "product": Ours(N_("about the product")),
    "outside": Ours(N_("comes from outside")),
}

AUDIENCE_NAMES = {
    "member": Ours(N_("to the member")),
    "reporter": Ours(N_("to whoever reported it")),
    "everyone": Ours(N_("to everyone")),
    "team": Ours(N_("to the team")),
}


def handbook(book: Book) -> Plan:
    """The handbook of a whole book."""
    pages = [Page("", Ours(N_("In trouble?")), "handbook/home.md.j2", _home(book))]
    pages += [_playbook(book, playbook_id, playbook) for playbook_id, playbook in by_urgency(book)]
    if book.rules or book.ladder:
        pages.append(rules_page(book, "handbook/rules.md.j2"))
    targets = rule_targets(book)
    targets |= {f"playbook:{playbook_id}": f"playbooks/{playbook_id}/" for playbook_id in book.playbooks}
    targets |= {f"channel:{place_id}": f"#place_{place_id}" for place_id in book.community.places}
    return Plan(
        site="handbook",
        title=book.community.name,
        language=book.community.language,
        address=book.site.addresses.handbook,
        accent=book.site.accent,
        pages=tuple(pages),
        targets=targets,
    )


def by_urgency(book: Book) -> list[tuple[str, Playbook]]:
    """The playbooks, the most urgent first and the one for the unexpected last."""
    return sorted(book.playbooks.items(), key=lambda item: (_kind(*item) == LAST, _rank(book, item[1].severity), item[0]))


def _rank(book: Book, severity: str) -> int:
    return list(book.severity or SEVERITIES).index(severity)


def severity_names(book: Book) -> dict[str, str]:
    """What each level of severity is called: in the owner's words where there is a scale of their own."""
    return {level: severity.name for level, severity in book.severity.items()} or SEVERITY_NAMES


def _kind(playbook_id: str, playbook: Playbook) -> str:
    return playbook.kind or playbook_id


def _home(book: Book) -> dict[str, object]:
    playbooks = [{"id": playbook_id, "playbook": playbook} for playbook_id, playbook in by_urgency(book)]
    return {"playbooks": playbooks, "places": book.community.places, "severities": severity_names(book)}


def _playbook(book: Book, playbook_id: str, playbook: Playbook) -> Page:
    minute, ask, escalate = playbook.first_minute, playbook.ask_first, playbook.escalate
    values = {
        "severities": severity_names(book),
        "abouts": ABOUT_NAMES,
        "audiences": AUDIENCE_NAMES,
        "playbook": playbook,
        "wake": _role(minute.wake),
        "ask_whom": _role(ask.who if ask else None),
        "escalate_to": _role(escalate.to if escalate else None),
        "cases": [
            {"id": case_id, "case": case, "rung": _rung_name(book, case.rung), "say": _reply(playbook, case.say)}
            for case_id, case in playbook.cases.items()
        ],
        "steps": [
            {
                "step": step,
                "who": _role(step.who),
                "rule": {"id": step.rule, "label": book.rules[step.rule].label} if step.rule else None,
                "say": _reply(playbook, step.say),
            }
            for step in playbook.steps
        ],
        "first": _reply(playbook, minute.say),
        "tell": _reply(playbook, escalate.tell if escalate else None),
        "replies": [_reply(playbook, reply_id) for reply_id in playbook.replies],
    }
    return Page(f"playbooks/{playbook_id}", playbook.title, "handbook/playbook.md.j2", values, Ours(N_("Playbooks")))


def _role(role: str | None) -> str:
    return ROLE_NAMES[role] if role else ""


def _rung_name(book: Book, rung: str | None) -> str:
    if rung is None:
        return ""
    return book.ladder[rung].name if rung in book.ladder else Markdown(book.besides[rung])


def _reply(playbook: Playbook, reply_id: str | None) -> dict[str, object] | None:
    if reply_id is None:
        return None
    reply = playbook.replies[reply_id]
    closed_by = playbook.replies[reply.closed_by] if reply.closed_by else None
    return {
        "id": reply_id,
        "title": reply.title or reply_id.replace("-", " ").capitalize(),
        "reply": reply,
        "closed_by": {"id": reply.closed_by, "title": closed_by.title or reply.closed_by} if closed_by else None,
    }
