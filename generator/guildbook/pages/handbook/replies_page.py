"""Every ready word of the handbook, by whom it is for: replies, letters, and a word that gives time."""

from collections.abc import Iterator
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import label_of
from guildbook.model.staff import Holding
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg, Xref
from guildbook.views.filling import Filling
from guildbook.views.letter_views import LettersView, letters_of_rules, letters_of_rungs
from guildbook.views.reply_views import READER_NAMES


@dataclass(frozen=True, slots=True)
class ReplyLink:
    """A reply as a link, with the title of its playbook."""

    href: Xref
    title: str
    playbook: str


@dataclass(frozen=True, slots=True)
class RepliesByReader:
    """The replies for one kind of reader."""

    id: str
    name: Msg
    replies: tuple[ReplyLink, ...]


@dataclass(frozen=True, slots=True)
class RepliesContent:
    """All ready words."""

    holding: Holding | None
    opens_with: tuple[str, ...]
    audiences: tuple[RepliesByReader, ...]
    letters: tuple[LettersView, ...]
    for_rules: tuple[LettersView, ...]
    filling: Filling


def replies_page(views: BookViews) -> Page | None:
    """The page of ready words; None where there are none."""
    content = RepliesContent(
        holding=views.book.principles.holding,
        opens_with=tuple(views.book.principles.opens_with),
        audiences=tuple(_by_reader(views)),
        letters=tuple(letters_of_rungs(views.book, views.rungs)),
        for_rules=tuple(letters_of_rules(views.book, views.rungs)),
        filling=views.filling,
    )
    if not (content.holding or content.opens_with or content.audiences or content.letters or content.for_rules):
        return None
    return Page("replies", Msg(N_("Replies and letters")), "handbook/replies.md.j2", content)


def _by_reader(views: BookViews) -> Iterator[RepliesByReader]:
    for reader, name in READER_NAMES.items():
        if replies := tuple(_replies_to(views, reader)):
            yield RepliesByReader(reader, name, replies)


def _replies_to(views: BookViews, reader: str) -> Iterator[ReplyLink]:
    for playbook_id, playbook in views.playbooks.items():
        for reply_id, reply in playbook.replies.items():
            if reply.to == reader:
                href = Xref(f"reply:{playbook_id}/{reply_id}")
                yield ReplyLink(href, label_of("reply", reply_id, reply), playbook.title)
