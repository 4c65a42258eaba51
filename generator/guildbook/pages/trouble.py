"""The handbook's first page: what is happening, and what to do today."""

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.life import Prompt
from guildbook.pages.daily import DAYS, prompt_of, ritual_of
from guildbook.pages.finder import known_by
from guildbook.pages.people import place_link
from guildbook.pages.plan import Msg, Page, Xref
from guildbook.pages.playbooks import by_urgency, incident_of, is_fallback, level
from guildbook.pages.roles import role

PROMPTS_TODAY = 3
"""More than three to choose from is a list that nobody reads."""


def trouble_page(book: Book) -> Page:
    """Every playbook by its signs, what is still open, and the daily side."""
    playbooks = by_urgency(book)
    values = {
        "playbooks": [
            {
                "id": playbook_id,
                "href": Xref(f"playbook:{playbook_id}"),
                "title": playbook.title,
                "sign": playbook.signs[0] if playbook.signs else playbook.summary,
                "level": level(book, playbook.severity),
                "is_last": is_fallback(playbook_id, playbook),
            }
            for playbook_id, playbook in playbooks
        ],
        "holding": Xref("part:holding") if book.principles.holding else "",
        "index": [known_by(playbook_id, playbook) for playbook_id, playbook in playbooks],
        "open": [incident_of(book, i, incident) for i, incident in book.incidents.items() if incident.state == "open"],
        **_today(book),
    }
    return Page("", Msg(N_("In trouble?")), "handbook/home.md.j2", values)


def _today(book: Book) -> dict[str, object]:
    """The daily side; each part is empty where there is nothing to do."""
    staff = book.welcome.for_moderators
    conversations = book.conversations
    prompts = _of_different_feelings(conversations.prompts)
    return {
        "to_newcomers": Xref("page:newcomers"),
        "to_conversations": Xref("page:conversations"),
        "to_energy": Xref("page:energy"),
        "greet": {"who": role(book, staff.who), "staff": staff} if any(dict(staff).values()) else None,
        "prompts": [prompt_of(book, prompt_id, prompt) for prompt_id, prompt in prompts],
        "more_prompts": len(conversations.prompts) - len(prompts),
        "rituals": [ritual_of(book, ritual_id) for ritual_id in _by_day(book)],
        "energy": book.energy.for_moderators,
        "places": [
            {"place": place_link(book, place_id), "staff": place.for_moderators}
            for place_id, place in book.community.places.items()
            if place.for_moderators.watch_for
        ],
        "open_hearted": [
            prompt_of(book, prompt_id, prompt)
            for prompt_id, prompt in conversations.prompts.items()
            if prompt.for_moderators.open_hearted
        ],
    }


def _of_different_feelings(prompts: dict[str, Prompt]) -> list[tuple[str, Prompt]]:
    """The first prompt of each feeling, three at most."""
    first: dict[str | None, tuple[str, Prompt]] = {}
    for prompt_id, prompt in prompts.items():
        first.setdefault(prompt.feeling, (prompt_id, prompt))
    return list(first.values())[:PROMPTS_TODAY]


def _by_day(book: Book) -> list[str]:
    """The rituals by the day of the week, those without one last."""
    return sorted(book.conversations.rituals, key=lambda i: [*DAYS, None].index(book.conversations.rituals[i].day))
