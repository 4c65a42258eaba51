"""The rules as members read them."""

from guildbook.i18n import N_
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.rulebook import rulebook_of


def rules_page(views: BookViews) -> Page | None:
    """The page of rules; None when there is neither a rule nor a ladder."""
    rulebook = rulebook_of(views)
    return Page("rules", Msg(N_("Rules")), "members/rules.md.j2", rulebook) if rulebook else None
