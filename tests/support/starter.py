"""The starter as it is now: what tests name of it is looked up, so that its owner may word and order it anew."""

from collections.abc import Iterator

from guildbook.load import load
from guildbook.model import Book, minutes
from guildbook.views.reply_views import LONGEST_CLOCK
from support.paths import ROOT

BOOK = load(ROOT).book


def list_promises(book: Book) -> Iterator[str]:
    """The playbooks whose first minute has words to fill in, which promise to be back soon enough for a clock."""
    for playbook_id, playbook in book.playbooks.items():
        reply = playbook.replies.get(playbook.first_minute.say or "")
        if reply and reply.back_in and minutes(reply.back_in) <= LONGEST_CLOCK and "{" in reply.text:
            yield playbook_id


def list_answered_rules(book: Book) -> Iterator[str]:
    """The rules on which a rung follows that has a letter of its own, or one for the rule."""
    for rule_id, rule in book.rules.items():
        rungs = rule.what_happens.usually if rule.what_happens and not rule.draft else []
        if rungs and (rungs[0] in book.letters or rungs[0] in book.for_rule.get(rule_id, {})):
            yield rule_id


PLAYBOOK = next(list_promises(BOOK))
"""A playbook with a panel to fill in and a clock."""

RULE = next(list_answered_rules(BOOK))
"""A rule with letters."""
