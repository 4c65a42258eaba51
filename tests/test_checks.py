"""Each check has a community that sets it off and one that does not: the starter, which passes all, and one change to it."""

from collections.abc import Callable
from typing import Any

import pytest

from guildbook.checks import CHECKS, check, check_id
from guildbook.load import load
from guildbook.model import PROSE, Book, iter_leaves
from support.paths import ROOT
from support.replace import replace_value as replaced

FOUND = load(ROOT)
BOOK = FOUND.book


def put(place: str, value: Any) -> Callable[[Book], Book]:
    """The book with another value at a place."""
    return lambda book: replaced(book, place.split("/"), value)


def without(shelf: str, name: str) -> Callable[[Book], Book]:
    """The book without one thing of a shelf."""
    return lambda book: book.model_copy(update={shelf: {k: v for k, v in getattr(book, shelf).items() if k != name}})


def both(*changes: Callable[[Book], Book]) -> Callable[[Book], Book]:
    """Several changes, one after the other."""

    def change(book: Book) -> Book:
        for one in changes:
            book = one(book)
        return book

    return change


def same_feeling(book: Book) -> Book:
    prompts = {k: v.model_copy(update={"feeling": "pride"}) for k, v in book.conversations.prompts.items()}
    return put("conversations/prompts", prompts)(book)


def no_days(book: Book) -> Book:
    empty = {"icebreaker": None, "message": None, "next_step": None}
    book = book.model_copy(update={"welcome": book.welcome.model_copy(update=empty)})
    return both(put("conversations/prompts", {}), put("conversations/rituals", {}))(book)


def slow_step(book: Book) -> Book:
    step = book.playbooks["spam"].steps[0].model_copy(update={"say": "solved-slowly", "within": "2 days"})
    first = next(iter(book.playbooks["spam"].replies.values()))
    replies = {
        "promise": first.model_copy(update={"back_in": "5 min", "closed_by": "solved-slowly"}),
        "solved-slowly": first.model_copy(update={"back_in": None, "closed_by": None}),
    }
    return both(put("playbooks/spam/steps", [step]), put("playbooks/spam/replies", replies))(book)


def no_rule_named(book: Book) -> Book:
    steps = [step.model_copy(update={"rule": None, "do": "Look."}) for step in book.playbooks["spam"].steps]
    bare = book.playbooks["spam"].model_copy(update={"steps": steps, "cases": {}, "prevent": [], "record": "Write it down."})
    minute = bare.first_minute.model_copy(update={"stop": "Stop it.", "keep": None, "never": None})
    bare = bare.model_copy(update={"first_minute": minute, "ask_first": None, "escalate": None})
    return put("playbooks/spam", bare)(book)


FIRST_UPSET = next(f"playbooks/{p}/replies/{r}" for p, v in BOOK.playbooks.items() for r, x in v.replies.items() if x.upset)
FIRST_LOOP = next(f"playbooks/{p}/replies/{r}" for p, v in BOOK.playbooks.items() for r, x in v.replies.items() if x.back_in)
REACH = next(
    f"contacts/{name}/reach/{n}" for name, c in BOOK.contacts.items() for n, line in enumerate(c.reach)
)  # a contact that is the team's own


def is_block(path: str) -> bool:
    """True for a text on lines of its own below a `|`."""
    at = FOUND.source_map.value_at(path)
    return FOUND.source_map.lines[at.file][at.line - 1].endswith("|")


FIRST_BLOCK = next(leaf.path for leaf in iter_leaves(BOOK) if leaf.marker is PROSE and is_block(leaf.path))

SET_OFF: dict[str, Callable[[Book], Book]] = {
    "unknown-name": put("rules/no-spam/group", "nowhere"),
    "unknown-field": put("welcome/message", "Hello {membr}"),
    "unfilled": put("rules/no-spam/why", "TODO"),
    "link-nowhere": put("rules/no-spam/why", "See [this](rule:no-such)."),
    "broken-link": put("rules/no-spam/why", "See [this](rule:be-\nkind)."),
    "link-scheme": put("rules/no-spam/why", "See [this](javascript:alert(1))."),
    "link-into-handbook": put("rules/no-spam/why", "See [this](playbook:spam)."),
    "picture-in-text": put("rules/no-spam/why", "Look: ![a cat](https://castlemail.example/cat.png)"),
    "staff-address": both(put(REACH, "duty@castlemail.example"), put("rules/no-spam/why", "Write to duty@castlemail.example.")),
    "swallowed-key": put(FIRST_BLOCK, "Because.\nfor_moderators:\n  notes: Call Mara.\n"),
    "named-person": lambda book: put(f"incidents/{next(iter(book.incidents))}/what", "It was @anna, +351 912 345 678.")(book),
    "address-taken": put("rules/no-spam/formerly", ["be-kind"]),
    "reserved-name": lambda book: book.model_copy(update={"rules": {**book.rules, "con": book.rules["no-spam"]}}),
    "late-promise": slow_step,
    "hidden-character": put("rules/no-spam/why", "Because \u202egnp.exe"),
    "product-only": put("community/purpose/beyond_product", None),
    "few-reasons": put("community/reasons_to_stay", {}),
    "no-next-step": put("welcome/next_step", None),
    "no-icebreaker": put("welcome/icebreaker", None),
    "undecided": put("community/vision", None),
    "identity-is-a-role": put("community/identity/one", "Ambassador"),
    "no-daily-side": no_days,
    "one-feeling": same_feeling,
    "rule-without-reason": put("rules/no-spam/why", None),
    "rule-without-consequence": put("rules/no-spam/what_happens", None),
    "missing-letter": without("letters", "ban"),
    "incomplete-letter": put("letters/warn/member", "Hello {member}, that was not all right. {rule_short} {appeal}"),
    "mass-mention": put(f"{FIRST_LOOP}/text", "Hello @here, {member} asks for help."),
    "kind-without-playbook": without("playbooks", "scam"),
    "conduct-without-rule": no_rule_named,
    "cold-opening": put(FIRST_UPSET + "/text", "Dear customer, calm down."),
    "open-loop": put(FIRST_LOOP + "/closed_by", None),
    "silent-escalation": put("playbooks/spam/escalate/tell", None),
    "no-record": put("playbooks/spam/record", None),
}


def told(book: Book) -> set[str]:
    return {problem.check for problem in check(book, FOUND.source_map)}


def test_the_starter_sets_no_check_off() -> None:
    assert told(BOOK) == set()


@pytest.mark.parametrize("name", SET_OFF)
def test_a_change_sets_a_check_off(name: str) -> None:
    if name == "kind-without-playbook":  # its playbook must not be known to `where` either
        assert name in {p.check for p in check(SET_OFF[name](BOOK), type(FOUND.source_map)())}
    else:
        assert name in told(SET_OFF[name](BOOK))


@pytest.mark.parametrize("look", CHECKS, ids=check_id)
def test_every_check_says_in_its_docstring_what_it_finds_and_why_that_matters(look: Any) -> None:
    first, _, more = (look.__doc__ or "").partition("\n\n")
    assert first.endswith((".", "`."))
    assert len(more.split()) >= 8
