"""Is every word that is sent ready: a letter for each rung, whole, and without a call to everyone?"""

import re
from collections.abc import Iterator

from guildbook import prose
from guildbook.checks.advice import advice
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import CALLS_EVERYONE, PLAIN, Book, Leaf, Leaves
from guildbook.problems import Problem

_TO_A_MEMBER = re.compile(r"letters/(?P<rung>[^/]+)/member|for_rule/[^/]+/(?P<own>[^/]+)/member")
_REPLY_TEXT = re.compile(r"playbooks/([^/]+)/replies/([^/]+)/text")
_RULE_FIELDS = {"rule_short", "rule_label", "rule_link"}


def missing_letter(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A rung is used, and there is no letter for the member.

    Nobody should have to find words for a ban at two in the morning.
    """
    used = {leaf.value for leaf in texts if _is_rung(leaf)}
    for rung in book.ladder:
        if rung in used and (rung not in book.letters or not book.letters[rung].member):
            sentence = N_("The rung “{rung}” is used, and there is no letter to the member for it.")
            fix = N_("Write it in content/staff/letters.yml: what happened, what follows, the way back, how to appeal.")
            yield advice(source_map, f"ladder/{rung}", "missing-letter", sentence, fix, rung=rung)


def incomplete_letter(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A letter to a member leaves out what they need to know.

    Five things belong into it: what happened and what it did to others (`{what_happened}`), what is expected (a field of the
    rule, such as `{rule_short}`), what comes next (`{next}`; not on the last rung), and how to appeal (`{appeal}`).
    """
    for leaf in texts:
        if found := _TO_A_MEMBER.fullmatch(leaf.path):
            fields = set(prose.FIELD.findall(leaf.value))
            missing = [name for name in _needed(book, found["rung"] or found["own"]) if name not in fields]
            missing += [] if fields & _RULE_FIELDS else ["rule_short"]
            if missing:
                sentence = N_("This letter leaves out what a member needs to know: {missing}.")
                fix = N_("Put each where it fits: what happened, what is expected, what comes next, how to appeal.")
                told = ", ".join(f"{{{name}}}" for name in missing)
                yield advice(source_map, leaf.path, "incomplete-letter", sentence, fix, missing=told)


def mass_mention(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Words that are ready to be sent would call everyone, such as `@here`.

    A mention that wakes thousands of telephones is sent once and cannot be taken back. Where a reply is meant to do that,
    say so with `allow_mention: true`; the handbook copies no others.
    """
    for leaf in texts:
        if leaf.marker is PLAIN and (found := CALLS_EVERYONE.search(leaf.value)) and not _is_allowed(book, leaf.path):
            sentence = N_("“{word}” in these words would call everyone, and the handbook will not copy them.")
            fix = N_("Take it out. In a playbook's reply that is meant to call everyone, add “allow_mention: true”.")
            at = source_map.word_at(leaf.path, found[0])
            yield Problem(at, "mass-mention", sentence, fix, {"word": found[0]}, leaf.path, "advice")


def _is_rung(leaf: Leaf) -> bool:
    top, _, rest = leaf.path.partition("/")
    return (top == "rules" and "/what_happens/" in rest and "/unless/" not in rest) or (
        rest.endswith(("/then", "/rung")) and top in ("rules", "playbooks")
    )


def _needed(book: Book, rung: str) -> Iterator[str]:
    yield "what_happened"
    if rung in list(book.ladder)[:-1]:
        yield "next"
    if book.appeal:
        yield "appeal"


def _is_allowed(book: Book, path: str) -> bool:
    reply = _REPLY_TEXT.fullmatch(path)
    return bool(reply and book.playbooks[reply[1]].replies[reply[2]].allow_mention)
