"""All rules together: what a page of rules shows on either site."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.model import Rung
from guildbook.model.rules import Appeal
from guildbook.views.book_views import BookViews
from guildbook.views.marks import Markdown
from guildbook.views.rule_views import EarlierRule, RuleGroup, RuleInShort


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules by group and in short, the ladder, what happens besides it, and how to ask for a second look."""

    groups: tuple[RuleGroup, ...]
    rules: tuple[RuleInShort, ...]
    ladder: Mapping[str, Rung]
    besides: Mapping[str, Markdown]
    skipping: Markdown | None
    earlier: tuple[EarlierRule, ...]
    appeal: Appeal | None
    appeal_to: str


def rulebook_of(views: BookViews) -> Rulebook | None:
    """All rules; None when there is neither a rule nor a ladder."""
    book = views.book
    if not (views.rules_in_short or views.earlier_rules or book.ladder or book.besides or book.skipping):
        return None
    return Rulebook(
        groups=views.rule_groups,
        rules=views.rules_in_short,
        ladder=book.ladder,
        besides={name: Markdown(text) for name, text in book.besides.items()},
        skipping=Markdown(book.skipping) if book.skipping else None,
        earlier=views.earlier_rules,
        appeal=book.appeal,
        appeal_to=views.appeal_to,
    )
