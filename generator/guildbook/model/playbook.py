"""What moderators do in one kind of crisis (course rows 28 to 42)."""

import re
from typing import Literal

from guildbook.model.fields import (
    Duration,
    FieldName,
    Id,
    Line,
    Part,
    Plain,
    Prose,
    ReplyId,
    RoleId,
    RuleId,
    RungId,
    SeverityId,
    moderators_see,
)

OUR_FIELDS = (
    "member",
    "moderator",
    "community",
    "place",
    "rule_label",
    "rule_short",
    "rule_link",
    "what_happened",
    "rung",
    "lasts",
    "until",
    "next",
    "appeal",
    "time",
)
"""The `{fields}` that every reply may use; a playbook can declare more."""

CALLS_EVERYONE = re.compile(r"[@!](?:everyone|here|channel|all|room)\b", re.IGNORECASE)
"""A mention that reaches everyone in a place: Discord and Slack (`@everyone`, `@here`, `@channel`; Slack's `<!here>` too),
WhatsApp (`@all`), Matrix (`@room`); checked 2026-11-22."""


class Instead(Part):
    """When other words than the usual ones come first."""

    situation: Line = moderators_see("The situation, as a question: “Five accounts or more?”.", alias="if")
    say: ReplyId = moderators_see("The reply to send then, in the place of the usual one.")


class FirstMinute(Part):
    """What to do at once, before reading on."""

    stop: Prose = moderators_see("What to stop, so that it does not get worse.")
    say: ReplyId | None = moderators_see("The reply to send first.", None)
    instead: list[Instead] = moderators_see("Situations in which other words come first.", list)
    wake: RoleId | None = moderators_see("The role to wake. Without this line nobody is woken.", None)
    keep: Prose | None = moderators_see("What to keep as a record before it is gone.", None)
    never: Prose | None = moderators_see("What not to do, however tempting.", None)


class AskFirst(Part):
    """Whom to ask before saying what one is not sure of."""

    who: RoleId = moderators_see("The role to ask.")
    about: Prose | None = moderators_see("What to ask about.", None)
    alone: Prose | None = moderators_see("What to do when nobody is there to ask: “Take five minutes before you answer”.", None)


class Case(Part):
    """One of several answers: look which it is, then choose."""

    title: Line = moderators_see("The case in a few words: “Plainly a spammer”.")
    signs: list[Line] = moderators_see("What one sees when it is this case.", list)
    rung: RungId | None = moderators_see("The rung of the ladder that fits.", None)
    say: ReplyId | None = moderators_see("The reply that fits.", None)
    not_by: Line | None = moderators_see("Who must not decide it: “whoever is a friend of theirs”.", None)
    act_alone: bool = moderators_see("`true` where a moderator may act without asking, and tells the others afterwards.", False)
    then: list[Prose] = moderators_see("What to do afterwards.", list)


class Step(Part):
    """One thing to do, by whom and by when."""

    do: Prose = moderators_see("What to do.")
    who: RoleId | None = moderators_see("The role that does it.", None)
    within: Duration | None = moderators_see("By when, counted from the start: 15 min.", None)
    rule: RuleId | None = moderators_see("The rule it is about.", None)
    say: ReplyId | None = moderators_see("The reply that this step needs.", None)


class Reply(Part):
    """Ready words to send, with `{fields}` to fill."""

    to: Literal["member", "reporter", "everyone", "team", "outside"] = moderators_see(
        "Whom it is for: member, reporter, everyone, team, or somebody outside."
    )
    title: Line | None = moderators_see("What it is for, in a few words.", None)
    text: Plain = moderators_see("The words, kept to the letter.")
    back_in: Duration | None = moderators_see("When you promise to be back. It opens a loop that `closed_by` closes.", None)
    closed_by: ReplyId | None = moderators_see("The reply that closes the loop.", None)
    upset: bool = moderators_see(
        "`true` where the reader is upset: it then begins as `opens_with` in principles.yml says.", False
    )
    allow_mention: bool = moderators_see("`true` where it may hold a mention of everyone, such as @here.", False)


class Escalate(Part):
    """When to pass it on, to whom, and what the person is told."""

    when: list[Prose] = moderators_see("Signs that it is too large for you.")
    to: RoleId = moderators_see("The role that takes over.")
    tell: ReplyId | None = moderators_see("The reply that tells the person that you have passed it on.", None)


class ReplyField(Part):
    """A `{field}` of the owner's own, for replies."""

    label: Line = moderators_see("What to fill in, as a moderator is asked for it.")
    example: Line | None = moderators_see("An example of what to fill in.", None)


class Playbook(Part):
    """One kind of crisis: how to recognise it, the first minute, the steps, what to say."""

    kind: Id | None = moderators_see("Which of the usual kinds of crisis it is; without this line, the file's name.", None)
    title: Line = moderators_see("What a moderator calls it.")
    summary: Line | None = moderators_see("The crisis in one sentence.", None)
    about: Literal["conduct", "product", "outside"] = moderators_see(
        "`conduct` of members, our `product`, or something `outside`."
    )
    severity: SeverityId = moderators_see("How bad it usually is: critical, high, medium, low, or a level of your own.")
    signs: list[Line] = moderators_see("What one sees when it happens, the most telling first.")
    also: list[Line] = moderators_see("Other words that people use for it: the finder looks here too.", list)
    first_minute: FirstMinute = moderators_see("What to do at once.")
    ask_first: AskFirst | None = moderators_see("Whom to ask before saying what one is not sure of.", None)
    not_by: Line | None = moderators_see("Who must not handle it: “whoever is named in the report”.", None)
    cases: dict[Id, Case] = moderators_see("Where there are several answers: look, then choose.", dict)
    steps: list[Step] = moderators_see("What to do then, in order.", list)
    replies: dict[Id, Reply] = moderators_see("What to say.", dict)
    fields: dict[FieldName, ReplyField] = moderators_see("`{fields}` of your own that the replies use.", dict)
    escalate: Escalate | None = moderators_see("When to pass it on.", None)
    record: Prose | None = moderators_see("What to write down when it is over.", None)
    prevent: list[Prose] = moderators_see("What makes it rarer.", list)
