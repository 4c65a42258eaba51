"""What a newcomer reads and does first (course rows 6 and 17 to 22)."""

from guildbook.model.fields import Duration, Line, Part, PlaceId, Plain, Prose, RoleId, WebAddress, members_see, moderators_see

WELCOME_FIELDS = ("purpose", "identity", "vision", "next_step")
"""The `{fields}` that the welcome message may use beside those of every reply."""


class Icebreaker(Part):
    """The easiest way to say a first word."""

    ask: Prose = members_see("What a newcomer may answer in one sentence.")
    place: PlaceId | None = members_see("The place where they say it, best a thread of its own.", None)
    comfort: Prose | None = members_see("That a little is enough: “say as little as you like”.", None)


class NextStep(Part):
    """The one thing to do now. A welcome never ends on thanks."""

    label: Line = members_see("The words on the button: “Say hello in #introductions”.")
    do: Prose | None = members_see("What to do, in a sentence.", None)
    place: PlaceId | None = members_see("The place where it is done.", None)
    link: WebAddress | None = members_see("Its address, where the place has none.", None)


class WelcomeStaff(Part):
    """How the team looks after newcomers."""

    who: RoleId | None = moderators_see("The role that greets newcomers.", None)
    answer_within: Duration | None = moderators_see("By when every newcomer has an answer: 1 day.", None)
    how: Prose | None = moderators_see("How to greet, so that it is not the same sentence forty times.", None)
    watch: Prose | None = moderators_see(
        "What tells you that it works: whether newcomers get answers, not how fast they post.", None
    )


class Welcome(Part):
    """content/welcome.yml."""

    icebreaker: Icebreaker | None = members_see("The easiest way to say a first word.", None)
    questions: list[Line] = members_see("Easy questions for the introductions thread; a newcomer picks one.", list)
    alignment: Prose | None = members_see(
        "Why they joined, recalled. Among customers simply: “if you need help, we are here”.",
        None,
        question="Why did they join, in their own words?",
    )
    next_step: NextStep | None = members_see("The one thing to do now.", None)
    message: Plain | None = members_see(
        "The whole welcome message, to copy and send. It may hold {member}, {community}, {purpose}, {identity}, {vision}, "
        "{next_step}, {moderator}.",
        None,
        question="Write the message that a new member gets from you.",
    )
    for_moderators: WelcomeStaff = moderators_see("How the team looks after newcomers.", WelcomeStaff)
