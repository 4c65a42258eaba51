"""What scripts need to fill the braces in ready words: how each field is called, and what of it is known already."""

import html
import re
from collections.abc import Mapping

from guildbook import prose
from guildbook.model import Book
from guildbook.model.playbook import OwnField
from guildbook.pages.plan import Ours
from guildbook.words import N_

_LABELS = {
    "member": Ours(N_("The member’s name")),
    "moderator": Ours(N_("Your name")),
    "community": Ours(N_("The community’s name")),
    "place": Ours(N_("The place")),
    "rule_label": Ours(N_("The rule’s name")),
    "rule_short": Ours(N_("The rule in a sentence")),
    "rule_link": Ours(N_("The rule’s address")),
    "what_happened": Ours(N_("What happened, in a sentence")),
    "rung": Ours(N_("What follows now")),
    "lasts": Ours(N_("How long it lasts")),
    "until": Ours(N_("Until when")),
    "next": Ours(N_("What would come next")),
    "appeal": Ours(N_("How to ask for a second look")),
    "time": Ours(N_("The time")),
    "purpose": Ours(N_("What we are here for")),
    "identity": Ours(N_("What a member is called")),
    "vision": Ours(N_("Where we want to go")),
    "next_step": Ours(N_("The next step")),
}

_TAG = re.compile(r"<[^>]*>")


def filling(book: Book, own: Mapping[str, OwnField] | None = None, rule: str = "") -> dict[str, object]:
    """The fields of ready words on a page; `rule` is the one that they are about, where there is one only."""
    fields = own or {}
    return {
        "labels": {**_LABELS, **{name: field.label for name, field in fields.items()}},
        "examples": {**_examples(book), **{name: field.example for name, field in fields.items() if field.example}},
        "known": {"community": book.community.name, "appeal": _appeal(book)},
        "rules": {rule_id: about_rule(book, rule_id) for rule_id, one in book.rules.items() if not one.draft},
        "rule": rule,
    }


def _examples(book: Book) -> dict[str, str]:
    """What to fill in where it cannot be known: the rules' addresses begin with the member site's."""
    return {} if book.site.addresses.members else {"rule_link": "https://…/r/no-spam/"}


def of_rung(book: Book, rung_id: str) -> dict[str, str]:
    """What is known of a letter by its rung."""
    rung = book.ladder.get(rung_id)
    return {"rung": rung.name, "lasts": rung.lasts or ""} if rung else {}


def as_read(text: str) -> str:
    """Prose as somebody reads it, without marks."""
    return html.unescape(_TAG.sub("", prose.to_html(text, str)))


def about_rule(book: Book, rule_id: str) -> dict[str, str]:
    """A rule in a reply; its link is the lasting one, and unknown while nobody has said where the member site goes."""
    members = book.site.addresses.members
    rule = book.rules[rule_id]
    return {"rule_label": rule.label, "rule_short": rule.short, "rule_link": f"{members}r/{rule_id}/" if members else ""}


def _appeal(book: Book) -> str:
    """How to ask for a second look, unless a link would be lost in it."""
    how = (book.appeal.how if book.appeal else None) or ""
    return "" if prose.links(how) else as_read(how)
