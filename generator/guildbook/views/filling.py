"""What scripts need to fill the braces in ready words: how each field is called, and what of it is known already."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import Book, Rung
from guildbook.model.playbook import ReplyField
from guildbook.views.marks import Msg

_FIELD_LABELS: Mapping[str, str] = {
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

_HTML_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class RuleFilling:
    """What ready words say about a rule; its link is the lasting one, and empty while nobody has said where the site goes."""

    rule_label: str
    rule_short: str
    rule_link: str


@dataclass(frozen=True, slots=True)
class Filling:
    """The fields of ready words on a page, by name; `rule` is the id of the one rule that they are about, if there is one."""

    labels: Mapping[str, str]
    examples: Mapping[str, str]
    known: Mapping[str, str]
    rules: Mapping[str, RuleFilling]
    rule: str = ""


def filling_of(book: Book) -> Filling:
    """What fills the fields that every page of ready words has."""
    return Filling(
        labels=_FIELD_LABELS,
        examples={} if book.site.addresses.members else {"rule_link": "https://…/r/no-spam/"},
        known={"community": book.community.name, "appeal": _appeal(book)},
        rules={rule_id: rule_filling(book, rule_id) for rule_id, rule in book.rules.items() if not rule.draft},
    )


def filling_with(filling: Filling, fields: Mapping[str, ReplyField], rule_id: str) -> Filling:
    """The same with a playbook's own fields, and the rule that it is about."""
    return replace(
        filling,
        labels={**filling.labels, **{name: field.label for name, field in fields.items()}},
        examples={**filling.examples, **{name: field.example for name, field in fields.items() if field.example}},
        rule=rule_id,
    )


def rule_filling(book: Book, rule_id: str) -> RuleFilling:
    """What ready words say about a rule."""
    members, rule = book.site.addresses.members, book.rules[rule_id]
    return RuleFilling(rule.label, rule.short, f"{members}r/{rule_id}/" if members else "")


def rung_filling(rung: Rung | None) -> Mapping[str, str]:
    """What is known of a letter by its rung; nothing for what happens besides the rungs."""
    return {"rung": rung.name, "lasts": rung.lasts or ""} if rung else {}


def rule_and_rung_filling(book: Book, rule_id: str, rung_id: str) -> Mapping[str, str]:
    """What is known of a letter that one rule has of its own."""
    about = rule_filling(book, rule_id)
    of_rule = {"rule_label": about.rule_label, "rule_short": about.rule_short, "rule_link": about.rule_link}
    return {**rung_filling(book.ladder.get(rung_id)), **of_rule}


def as_read(text: str) -> str:
    """Prose as somebody reads it, without marks."""
    return html.unescape(_HTML_TAG.sub("", prose.to_html(text, str)))


def _appeal(book: Book) -> str:
    """How to ask for a second look, unless a link would be lost in it."""
    how = (book.appeal.how if book.appeal else None) or ""
    return "" if prose.links(how) else as_read(how)
