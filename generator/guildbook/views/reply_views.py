"""What moderators say: the replies of a playbook, each with the one that closes the loop which it opens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guildbook.i18n import N_
from guildbook.model import Playbook, label_of, minutes
from guildbook.model.playbook import Reply
from guildbook.views.letter_views import AUDIENCE_NAMES
from guildbook.views.marks import Msg

READER_NAMES = {**AUDIENCE_NAMES, "outside": Msg(N_("To somebody outside"))}
"""Who gets a reply."""

LONGEST_CLOCK = 4 * 60
"""Minutes. Nobody keeps a page open for a day to be reminded."""


@dataclass(frozen=True, slots=True)
class LoopCloser:
    """The reply that closes a loop."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReplyView:
    """A reply as pages show it.

    `back` is for how many minutes a clock runs, 0 for none; `closes` is true where it closes the loop of the one before it.
    """

    id: str
    title: str
    reply: Reply
    to: Msg
    back: int
    closed_by: LoopCloser | None
    closes: bool = False


def reply_views(playbook: Playbook) -> Mapping[str, ReplyView]:
    """A playbook's replies by id, each that closes a loop right after the first one that opens it."""
    views = [_reply_view(playbook, reply_id) for reply_id in _in_loops(playbook)]
    closers = [None, *(view.closed_by for view in views)]
    pairs = zip(views, closers, strict=False)
    return {view.id: replace(view, closes=closer is not None and closer.id == view.id) for view, closer in pairs}


def _reply_view(playbook: Playbook, reply_id: str) -> ReplyView:
    reply = playbook.replies[reply_id]
    closer = reply.closed_by
    return ReplyView(
        id=reply_id,
        title=label_of("reply", reply_id, reply),
        reply=reply,
        to=READER_NAMES[reply.to],
        back=_clock_minutes(reply.back_in),
        closed_by=LoopCloser(closer, label_of("reply", closer, playbook.replies[closer])) if closer else None,
    )


def _clock_minutes(back_in: str | None) -> int:
    """How many minutes a clock runs for a promise; 0 for none, and for one that outlasts a tab of a browser."""
    length = minutes(back_in) if back_in else 0
    return length if length <= LONGEST_CLOCK else 0


def _in_loops(playbook: Playbook) -> list[str]:
    """The ids of a playbook's replies, each that closes a loop right after the first one that opens it."""
    closers = {reply.closed_by for reply in playbook.replies.values() if reply.closed_by}
    order: list[str] = []
    for first in [*(i for i in playbook.replies if i not in closers), *playbook.replies]:
        reply_id: str | None = first
        while reply_id and reply_id not in order:
            order.append(reply_id)
            reply_id = playbook.replies[reply_id].closed_by
    return order
