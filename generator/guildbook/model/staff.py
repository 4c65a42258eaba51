"""What only moderators read, beside the playbooks (course rows 12 to 16, 23 and 35 to 43)."""

from typing import Literal

from guildbook.model.fields import (
    Duration,
    Id,
    Line,
    Part,
    Plain,
    PlaybookId,
    Prose,
    RoleId,
    RuleId,
    RungId,
    moderators_see,
)


class Principle(Part):
    """One of the things that hold in every crisis."""

    title: Line = moderators_see("The principle in a few words: “Begin with empathy”.")
    text: Prose = moderators_see("Why, and how.")
    in_practice: list[Prose] = moderators_see("What it looks like.", list)


class Holding(Part):
    """A first word that gives you time, for any crisis."""

    text: Plain = moderators_see("The words, kept to the letter.")
    back_in: Duration = moderators_see("When you promise to be back: 5 min.")
    closed_by: Plain = moderators_see("The words with which you come back, and ask whether it is solved.")


class Principles(Part):
    """content/staff/principles.yml."""

    opens_with: list[Line] = moderators_see(
        "First words for somebody who is upset: “I understand.” Each reply to them begins with one.", list
    )
    holding: Holding | None = moderators_see("A first word that gives you time, for any crisis.", None)
    principles: dict[Id, Principle] = moderators_see("What holds in every crisis.", dict)


class Letters(Part):
    """What is written when a rung is used, to each of those concerned."""

    member: Plain | None = moderators_see("To the member on whom the rung was used.", None)
    reporter: Plain | None = moderators_see("To whoever reported it.", None)
    everyone: Plain | None = moderators_see("To everyone, where it cannot go unsaid.", None)
    team: Plain | None = moderators_see("To the team.", None)


class LettersFile(Part):
    """content/staff/letters.yml."""

    letters: dict[RungId, Letters] = moderators_see("The letters of each rung, by the rung's id.", dict)
    for_rule: dict[RuleId, dict[RungId, Letters]] = moderators_see(
        "Letters of one rule that stand in their place: rule, then rung.", dict
    )


class Contact(Part):
    """Somebody outside whom the team may need."""

    name: Line = moderators_see("Who it is: “Castlemail support”, “Emergency services, Portugal”.")
    what_for: Prose | None = moderators_see("When to turn to them.", None)
    reach: list[Line] = moderators_see("How to reach them, the fastest way first.", list)
    hours: Line | None = moderators_see("When they answer.", None)
    country: Line | None = moderators_see("The country it is for, where there is one for each.", None)


class ContactsFile(Part):
    """content/staff/contacts.yml."""

    contacts: dict[Id, Contact] = moderators_see("People and offices outside whom the team may need.", dict)


class Severity(Part):
    """How bad something is, and what that asks of the team."""

    name: Line = moderators_see("What the level is called: “critical”.")
    meaning: Prose = moderators_see("How one knows that it is this bad.")
    answer_within: Duration | None = moderators_see("By when somebody has said a first word: 5 min.", None)
    wake: RoleId | None = moderators_see("The role to wake. Without this line nobody is woken.", None)
    who_does_what: Prose | None = moderators_see("Who looks, who writes, who decides.", None)


class SeverityFile(Part):
    """content/staff/severity.yml."""

    severity: dict[Id, Severity] = moderators_see("The levels, the worst first.", dict)


class MostActive(Part):
    """content/staff/most-active.yml."""

    who: Prose = moderators_see(
        "Who they are, in your own words. No names.", question="Who are your most active members, in your own words?"
    )
    spot: list[Prose] = moderators_see("How to spot them.", list, question="How do you spot them?")
    do: list[Prose] = moderators_see("What to do: comment on their posts, ask how you can help.", list)
    if_they_struggle: Prose | None = moderators_see("What to do when one of them struggles: write to them directly.", None)
    aim: Prose | None = moderators_see("What it is for: that they support all the others.", None)
    never: Prose = moderators_see("What they never get: favours. Bias keeps newcomers from posting.")


class Metric(Part):
    """A number that somebody watches."""

    name: Line = moderators_see("What it is called.")
    means: Prose = moderators_see("What it says, and how it is worked out.")
    example: Prose | None = moderators_see("A worked example with numbers.", None)
    watched_by: RoleId | None = moderators_see("The role that watches it.", None)
    where: Prose | None = moderators_see("Where to read it on your platform.", None)
    when_off: Prose | None = moderators_see("What to do when it is off.", None)


class MetricsFile(Part):
    """content/staff/metrics.yml."""

    metrics: dict[Id, Metric] = moderators_see("The numbers that you watch.", dict)


class Incident(Part):
    """One of the files in content/staff/incidents/: what happened once, so that the next time is quick."""

    playbook: PlaybookId = moderators_see("The playbook that was open.")
    when: Line = moderators_see("When it was: March 2026.")
    what: Prose = moderators_see("What happened. No names of members.")
    reply: Line | None = moderators_see("The reply that worked.", None)
    took: Duration | None = moderators_see("How long it took.", None)
    learned: Prose | None = moderators_see("What to do differently. Is there a new rule in it, or a reply worth keeping?", None)
    rule: RuleId | None = moderators_see("The rule it was about, or that came of it.", None)
    state: Literal["open", "closed"] = moderators_see("`open` while a loop is still open.", "closed")
    still_to_do: Prose | None = moderators_see("What is still to be done, while it is open.", None)


class OneThing(Part):
    """The one thing that you take away and will do at once."""

    what: Line = moderators_see("What you will do.", question="What is the one thing that you take away and will do at once?")
    by: Line = moderators_see("By when.")
    done: bool = moderators_see("`true` once it is done; then it is no longer shown.", False)


class Plan(Part):
    """content/staff/plan.yml."""

    one_thing: OneThing | None = moderators_see("The one thing that you will do at once.", None)
    keep: list[Prose] = moderators_see("What must not change when you grow.", list)
    next: dict[Id, Line] = moderators_see("What comes next, in order.", dict)
