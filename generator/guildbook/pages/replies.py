"""What moderators say: the replies of the playbooks, the letters of the rungs, and a word that gives time."""

from guildbook.i18n import N_
from guildbook.model import Book, Playbook, Rung, minutes
from guildbook.model.staff import Letters
from guildbook.pages.filling import about_rule, filling, of_rung
from guildbook.pages.plan import Msg, Page, Xref

AUDIENCE_NAMES = {
    "member": Msg(N_("To the member")),
    "reporter": Msg(N_("To whoever reported it")),
    "everyone": Msg(N_("To everyone")),
    "team": Msg(N_("To the team")),
}
"""Who gets a letter."""

READER_NAMES = {**AUDIENCE_NAMES, "outside": Msg(N_("To somebody outside"))}
"""Who gets a reply."""

LONGEST_CLOCK = 4 * 60
"""Minutes. Nobody keeps a page open for a day to be reminded."""


def replies_page(book: Book, playbooks: list[tuple[str, Playbook]]) -> Page | None:
    """Every ready word of the handbook, by whom it is for."""
    values = {
        "holding": book.principles.holding,
        "opens_with": book.principles.opens_with,
        "audiences": _by_audience(playbooks),
        "letters": [_letters(book, rung_id) for rung_id in rung_ids(book) if _written(book.letters.get(rung_id))],
        "for_rules": _for_rules(book),
    }
    return (
        Page("replies", Msg(N_("Replies and letters")), "handbook/replies.md.j2", values | {"filling": filling(book)})
        if any(values.values())
        else None
    )


def shown_reply(playbook: Playbook, reply_id: str | None) -> dict[str, object] | None:
    """A reply as pages show it, with the one that closes the loop which it opens."""
    if reply_id is None:
        return None
    reply = playbook.replies[reply_id]
    closer = playbook.replies[reply.closed_by] if reply.closed_by else None
    return {
        "id": reply_id,
        "title": reply.title or title_of(reply_id),
        "reply": reply,
        "to": READER_NAMES[reply.to],
        "back": _clock(reply.back_in),
        "closed_by": {"id": reply.closed_by, "title": closer.title or title_of(reply.closed_by or "")} if closer else None,
    }


def _clock(back_in: str | None) -> int:
    """How many minutes a clock runs for a promise; 0 for none, and for one that outlasts a tab of a browser."""
    length = minutes(back_in) if back_in else 0
    return length if length <= LONGEST_CLOCK else 0


def in_loops(playbook: Playbook) -> list[str]:
    """The ids of a playbook's replies, each that closes a loop right after the first one that opens it."""
    closers = {reply.closed_by for reply in playbook.replies.values() if reply.closed_by}
    order: list[str] = []
    for first in [*(i for i in playbook.replies if i not in closers), *playbook.replies]:
        reply_id: str | None = first
        while reply_id and reply_id not in order:
            order.append(reply_id)
            reply_id = playbook.replies[reply_id].closed_by
    return order


def rung_ids(book: Book) -> list[str]:
    """Everything that can follow, the mildest first: the rungs, then what may happen besides."""
    return [*book.ladder, *book.besides]


def rung_title(book: Book, rung_id: str) -> str:
    """A rung's name; what happens besides the rungs has none and goes by its id."""
    rung: Rung | None = book.ladder.get(rung_id)
    return rung.name if rung else title_of(rung_id)


def title_of(thing_id: str) -> str:
    """An id in the shape of a title, for what has no name of its own."""
    return thing_id.replace("-", " ").capitalize()


def _by_audience(playbooks: list[tuple[str, Playbook]]) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for audience, name in READER_NAMES.items():
        replies = [
            {
                "href": Xref(f"reply:{playbook_id}/{reply_id}"),
                "title": reply.title or title_of(reply_id),
                "playbook": playbook.title,
            }
            for playbook_id, playbook in playbooks
            for reply_id, reply in playbook.replies.items()
            if reply.to == audience
        ]
        groups += [{"id": audience, "name": name, "replies": replies}] if replies else []
    return groups


def _written(letters: Letters | None) -> list[dict[str, str]]:
    texts = {audience: getattr(letters, audience, None) for audience in AUDIENCE_NAMES}
    return [{"to": AUDIENCE_NAMES[audience], "text": text} for audience, text in texts.items() if text]


def _letters(book: Book, rung_id: str) -> dict[str, object]:
    return {
        "id": rung_id,
        "title": rung_title(book, rung_id),
        "known": of_rung(book, rung_id),
        "texts": _written(book.letters[rung_id]),
    }


def _for_rules(book: Book) -> list[dict[str, object]]:
    """The letters that one rule has of its own; a rule that is a draft has none yet."""
    return [
        {
            "id": f"{rule_id}_{rung_id}",
            "rule": rule.label,
            "title": rung_title(book, rung_id),
            "known": of_rung(book, rung_id) | about_rule(book, rule_id),
            "texts": _written(book.for_rule[rule_id][rung_id]),
        }
        for rule_id, rule in book.rules.items()
        for rung_id in rung_ids(book)
        if not rule.draft and _written(book.for_rule.get(rule_id, {}).get(rung_id))
    ]
