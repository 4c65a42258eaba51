"""What is asked of members and what happens if they do otherwise (course row 36)."""

from guildbook.model.fields import (
    Duration,
    GroupId,
    Id,
    Line,
    Part,
    Plain,
    Prose,
    RoleId,
    RuleId,
    RungId,
    members_see,
    moderators_see,
)


class Group(Part):
    """Rules that belong together."""

    title: Line = members_see("The heading above these rules.")
    intro: Prose | None = members_see("A sentence or two that hold for all of them.", None)


class Unless(Part):
    """A situation in which something else than the usual rung follows."""

    situation: Prose = members_see("The situation: “The account is new and floods several channels”.", alias="if")
    then: RungId = members_see("The rung of the ladder that follows then.")
    because: Prose | None = members_see("Why that is fair.", None)


class WhatHappens(Part):
    """What follows when a rule is broken: the first, second, third time, and the exceptions."""

    usually: list[RungId] = members_see(
        "Rungs of the ladder for the first, second, third time. The last one holds from then on."
    )
    unless: list[Unless] = members_see("Situations in which something else follows.", list)


class RuleStaff(Part):
    """What moderators know about a rule."""

    notes: Prose | None = moderators_see("How you read this rule in doubtful cases.", None)


class Rule(Part):
    """A rule: what it says, why, and what happens if it is broken. Its id is its address for ever."""

    group: GroupId | None = members_see("The group under whose heading it stands.", None)
    number: Line | None = members_see("The number that members cite, “A2”. It may change; the id may not.", None)
    label: Line = members_see("The rule in two or three words, for menus and reports.")
    short: Line = members_see("The rule in one sentence: where there is room for one only.")
    text: Prose | None = members_see("The whole rule, where one sentence is not enough.", None)
    why: Prose | None = members_see("Why the rule is there. People keep rules that they understand.", None)
    allowed: list[Prose] = members_see("Examples of what is fine.", list)
    not_allowed: list[Prose] = members_see("Examples of what is not.", list)
    points: dict[Id, Prose] = members_see("Parts of the rule with an address of their own.", dict)
    what_happens: WhatHappens | None = members_see("What follows when it is broken.", None)
    added_after: Prose | None = members_see("What happened that made you add it.", None)
    formerly: list[Id] = members_see("Ids that this rule had before. Their addresses lead here.", list)
    draft: bool = members_see("`true` while you are still working on it: it is checked, but shown nowhere.", False)
    for_moderators: RuleStaff = moderators_see("What only moderators read about this rule.", RuleStaff)


class Retired(Part):
    """A rule that no longer holds; its address stays and says so."""

    since: Line = members_see("When it ended: a date or a revision's number.")
    see: RuleId | None = members_see("The rule that took its place.", None)


class RulesFile(Part):
    """content/rules.yml, or one of the files in content/rules/."""

    groups: dict[Id, Group] = members_see("The headings, in the order in which they stand on the page.", dict)
    rules: dict[Id, Rule] = members_see(
        "The rules, in the order in which they stand on the page.", dict, question="Which are your three most important rules?"
    )
    retired: dict[Id, Retired] = members_see("Rules that no longer hold.", dict)


class Rung(Part):
    """A rung of the ladder: one thing that can follow when a rule is broken."""

    name: Line = members_see("What this rung is called: “A written warning”.")
    when: Prose = members_see("When it is used.")
    what: Prose = members_see("What happens on it, as the member will see it.")
    repair: Prose | None = members_see("What the member can do to put it right.", None)
    lasts: Line | None = members_see("How long it lasts: “30 to 90 days”.", None)
    counts_for: Duration | None = members_see("How long it is remembered when the next one is chosen: 6 months.", None)
    keeps: Prose | None = members_see("What the member keeps meanwhile.", None)
    way_back: Prose | None = members_see("The way back.", None)


class Appeal(Part):
    """How a member asks for a second look."""

    to: RoleId = members_see("The role that looks at it again.")
    answer_within: Duration = members_see("When the member has an answer: 7 days.")
    not_by: Line | None = members_see("Who must not decide it: “whoever decided the first time”.", None)
    how: Prose | None = members_see("How to ask: where to write and what to say. It must work for someone who is banned.", None)
    text: Plain | None = members_see("Words for members to copy, fill and send.", None)


class LadderFile(Part):
    """content/ladder.yml."""

    ladder: dict[Id, Rung] = members_see("The rungs, the mildest first.", dict)
    besides: dict[Id, Prose] = members_see("What can happen besides the rungs: `nothing`, when no rule was broken.", dict)
    skipping: Prose | None = members_see("When you start higher than the first rung.", None)
    appeal: Appeal | None = members_see("How a member asks for a second look.", None)
