"""What scripts need to fill the braces in ready words: how each field is called, and what of it is known already."""

import html
import re
from collections.abc import Mapping

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.playbook import ReplyField
from guildbook.pages.plan import Msg

_LABELS = {
    "member": Msg(N_("The member’s name")),
    "moderator": Msg(N_("Your name")),
    "community": Msg(N_("The community’s name")),
    "place": Msg(N_("The place")),
    "rule_label": Msg(N_("The rule’s name")),
    "rule_short": Msg(N_("The rule in a sentence")),
    "rule_link": Msg(N_("The rule’s address")),
    "what_happened": Msg(N_("What happened, in a sentence")),
    "rung": Msg(N_("What follows now")),
    "lasts": Msg(N_("How long it lasts")),
    "until": Msg(N_("Until when")),
    "next": Msg(N_("What would come next")),
    "appeal": Msg(N_("How to ask for a second look")),
    "time": Msg(N_("The time")),
    "purpose": Msg(N_("What we are here for")),
    "identity": Msg(N_("What a member is called")),
    "vision": Msg(N_("Where we want to go")),
    "next_step": Msg(N_("The next step")),
}

_TAG = re.compile(r"<[^>]*>")


def filling(book: Book, own: Mapping[str, ReplyField] | None = None, rule: str = "") -> dict[str, object]:
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
