"""What the finder on the handbook's first page looks through: each playbook by every word that people have for it."""

from guildbook.model import Playbook
from guildbook.pages.playbooks import is_fallback
from guildbook.pages.replies import title_of

_NAME, _SIGN, _SAID = 1.0, 1.0, 0.7
"""How much a phrase counts: what a crisis is called, what one sees, what is done and said about it."""


def known_by(playbook_id: str, playbook: Playbook) -> list[object]:
    """A playbook's id, whether it is the last resort, and its phrases: how much each counts, its words, where it leads."""
    named = [[_NAME, text] for text in (playbook.title, *playbook.also)]
    seen = [[_SIGN, text] for text in playbook.signs]
    told = [[_SAID, playbook.summary]] if playbook.summary else []
    cases = [[_SAID, text] for case in playbook.cases.values() for text in (case.title, *case.signs)]
    replies = [[_SAID, reply.title or title_of(reply_id), f"#reply_{reply_id}"] for reply_id, reply in playbook.replies.items()]
    return [playbook_id, is_fallback(playbook_id, playbook), *named, *seen, *told, *cases, *replies]
