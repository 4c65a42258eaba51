"""What to post, what comes back, and ways to get members talking."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.life import ConversationsStaff
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.life_views import PromptView, RitualView, is_filled


@dataclass(frozen=True, slots=True)
class ConversationsContent:
    """Prompts, rituals, and what only moderators read about them."""

    staff: ConversationsStaff
    prompts: tuple[PromptView, ...]
    rituals: tuple[RitualView, ...]


def conversations_page(views: BookViews) -> Page | None:
    """The page about conversations; None where there is nothing of them."""
    talk = views.book.conversations
    if not is_filled(talk):
        return None
    content = ConversationsContent(talk.for_moderators, views.prompts, views.rituals)
    return Page("conversations", Msg(N_("Conversations")), "handbook/conversations.md.j2", content)
