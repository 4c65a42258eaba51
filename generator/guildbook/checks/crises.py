"""Is the team ready: for each kind of crisis, each promise, each rule?"""

from collections.abc import Iterator

from guildbook import prose
from guildbook.checks.advice import advice
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import PROSE, Book, Leaves, Playbook, iter_leaves, minutes
from guildbook.problems import Problem

CRISIS_KINDS = ("spam", "scam", "impersonation", "content-theft", "angry-customers", "technical", "unexpected")
"""The seven kinds of crisis that every community should be ready for."""


def kind_without_playbook(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """One of the seven kinds of crisis has no playbook.

    Spam, scams, impersonation, stolen content, angry customers, technical trouble, and what nobody expected: each of them
    comes, and the first minute is a bad time to begin writing.
    """
    if not book.playbooks:
        return
    kinds = {playbook.kind or playbook_id for playbook_id, playbook in book.playbooks.items()}
    for kind in CRISIS_KINDS:
        if kind not in kinds and f"playbooks/{kind}" not in source_map:
            fix = N_("Write playbooks/{kind}.yml: its signs, the first minute, what to say. Short is fine.")
            yield advice(
                source_map,
                "playbooks",
                "kind-without-playbook",
                N_("There is no playbook for this kind of crisis: {kind}."),
                fix,
                kind=kind,
            )


def conduct_without_rule(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A playbook is about conduct, and no rule covers it.

    Where you make no rule, members make their own. A moderator who acts without a rule has nothing to point at.
    """
    for playbook_id, playbook in book.playbooks.items():
        if playbook.about == "conduct" and not _names_a_rule(playbook):
            sentence = N_("This playbook is about conduct, but it names no rule.")
            fix = N_("Name the rule in one of the steps (“rule: …”). If there is none yet, this may be the moment to write it.")
            yield advice(source_map, f"playbooks/{playbook_id}/about", "conduct-without-rule", sentence, fix)


def _names_a_rule(playbook: Playbook) -> bool:
    linked = (link for leaf in iter_leaves(playbook) if leaf.marker is PROSE for link in prose.links(leaf.value))
    return any(step.rule for step in playbook.steps) or any(link.scheme == "rule" for link in linked)


def silent_escalation(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A crisis is passed on, and the person is not told.

    Passing something on is invisible to whoever waits for an answer: they only see that you fell silent.
    """
    for playbook_id, playbook in book.playbooks.items():
        if playbook.escalate and not playbook.escalate.tell:
            sentence = N_("It is passed on here, and nobody tells the person who waits.")
            fix = N_("Add “tell:” with a reply that says: I have passed it on, and I come back to you.")
            yield advice(source_map, f"playbooks/{playbook_id}/escalate", "silent-escalation", sentence, fix)


def open_loop(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A reply promises to be back, and no reply closes that loop.

    “I am back in 15 minutes” is a promise. The reply that keeps it should be ready before the promise is made.
    """
    for playbook_id, playbook in book.playbooks.items():
        for reply_id, reply in playbook.replies.items():
            if reply.back_in and not reply.closed_by:
                sentence = N_("This reply promises to be back in {time}, and no reply closes that loop.")
                fix = N_("Add “closed_by:” with the reply that you send then; it asks whether it is solved.")
                yield advice(
                    source_map,
                    f"playbooks/{playbook_id}/replies/{reply_id}/back_in",
                    "open-loop",
                    sentence,
                    fix,
                    time=reply.back_in,
                )


def late_promise(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A reply promises an answer sooner than the step that gives it.

    If the first reply says “in 15 minutes” and the step that answers has an hour, somebody waits for 45 minutes with a
    broken promise.
    """
    for playbook_id, playbook in book.playbooks.items():
        for reply_id, reply in playbook.replies.items():
            path = f"playbooks/{playbook_id}/replies/{reply_id}/back_in"
            if reply.back_in and (kept := _kept_within(playbook, reply.closed_by)):
                said = _kept_within(playbook, reply_id) or "0 min"
                if minutes(kept) > minutes(said) + minutes(reply.back_in):
                    sentence = N_("This reply promises an answer in {promised}, and the step that gives it has {kept}.")
                    fix = N_("Promise less, or give the step less time.")
                    yield Problem(
                        source_map.value_at(path),
                        "late-promise",
                        sentence,
                        fix,
                        {"promised": reply.back_in, "kept": kept},
                        path,
                    )


def _kept_within(playbook: Playbook, reply_id: str | None) -> str | None:
    """By when a reply is said at the latest, as the steps have it."""
    return max((s.within for s in playbook.steps if s.say == reply_id and s.within), key=minutes, default=None)


def no_record(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A playbook does not say what to write down.

    It will happen again. What worked, which reply, how long it took: five lines now save an hour then.
    """
    for playbook_id, playbook in book.playbooks.items():
        if not playbook.record:
            fix = N_("Add “record:”: what worked, which reply, how long it took, and whether a new rule is needed.")
            yield advice(
                source_map, f"playbooks/{playbook_id}", "no-record", N_("This playbook does not say what to write down."), fix
            )


def cold_opening(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A reply to somebody who is upset does not begin with empathy.

    “I understand” costs nothing, calms people, and gives you time. Which first words count stands in `opens_with` of
    content/staff/principles.yml.
    """
    words = tuple(book.principles.opens_with)
    for playbook_id, playbook in book.playbooks.items():
        for reply_id, reply in playbook.replies.items():
            if reply.upset and words and not reply.text.lstrip().startswith(words):
                sentence = N_("The reader of this reply is upset, and it begins with none of your first words.")
                fix = N_("Begin with one of these: {words}")
                path = f"playbooks/{playbook_id}/replies/{reply_id}/text"
                yield advice(source_map, path, "cold-opening", sentence, fix, words=" ".join(words))


def rule_without_reason(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A rule does not say why it is there.

    People keep rules that they understand. One sentence is enough.
    """
    for rule_id, rule in book.rules.items():
        if not rule.why and not rule.draft:
            yield advice(
                source_map,
                f"rules/{rule_id}",
                "rule-without-reason",
                N_("This rule does not say why it is there."),
                N_("Add “why:”, in one sentence."),
            )


def rule_without_consequence(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A rule does not say what happens when it is broken.

    Otherwise every moderator decides anew, and members call it arbitrary.
    """
    for rule_id, rule in book.rules.items():
        if not rule.what_happens and not rule.draft:
            sentence = N_("This rule does not say what happens when it is broken.")
            fix = N_("Add “what_happens:” with “usually:”: the rungs for the first, second, third time.")
            yield advice(source_map, f"rules/{rule_id}", "rule-without-consequence", sentence, fix)
