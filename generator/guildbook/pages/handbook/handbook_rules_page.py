"""The rules as moderators read them, with what only they know about each."""

from guildbook.i18n import N_
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.rulebook import rulebook_of


def handbook_rules_page(views: BookViews) -> Page | None:
    """The handbook's page of rules; None when there is neither a rule nor a ladder."""
    rulebook = rulebook_of(views)
    return Page("rules", Msg(N_("Rules")), "handbook/rules.md.j2", rulebook) if rulebook else None
