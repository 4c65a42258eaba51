"""A rule's lasting address, /r/<id>/: a tiny page of its own, so that a pasted link unfolds with the rule."""

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.pages.plan import RedirectPage
from guildbook.views import Msg


def rule_redirects(book: Book) -> tuple[RedirectPage, ...]:
    """A card for every rule that is shown, for every id that a rule had before, and for every rule that no longer holds."""
    shown = {rule_id: rule for rule_id, rule in book.rules.items() if not rule.draft}
    made = [RedirectPage(f"r/{rule_id}", rule.label, rule.short, f"rules/#{rule_id}") for rule_id, rule in shown.items()]
    made += [
        RedirectPage(f"r/{old}", rule.label, rule.short, f"rules/#{rule_id}")
        for rule_id, rule in shown.items()
        for old in rule.formerly
    ]
    made += [RedirectPage(f"r/{old}", Msg(N_("This rule no longer holds.")), "", f"rules/#{old}") for old in book.retired]
    return tuple(made)
