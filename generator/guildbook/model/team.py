"""Who does what, who is there when, and how to reach them (course rows 6 to 9 and 11)."""

from guildbook.model.fields import (
    Clock,
    Duration,
    Id,
    Line,
    Part,
    PersonId,
    PlaceId,
    Prose,
    RoleId,
    TimeZone,
    members_see,
    moderators_see,
)


class RoleStaff(Part):
    """What only the team reads about a role."""

    notes: Prose | None = moderators_see("Anything else that the team should know about this role.", None)


class Role(Part):
    """A role: its duties, whom it asks, and what a job advert for it would say."""

    name: Line = members_see("What the role is called here: “Community manager”.")
    answers_to: RoleId | None = members_see("The role above it, which it asks when it is not sure.", None)
    duties: list[Prose] = members_see("What is this role's to do, a sentence each.", list)
    may: list[Prose] = members_see("What it may decide alone.", list)
    looks_for: Prose | None = members_see("Whom you would look for, if the place were free. For the job advert.", None)
    offers: Prose | None = members_see("What you offer them. For the job advert.", None)
    for_moderators: RoleStaff = moderators_see("What only the team reads about this role.", RoleStaff)


class Service(Part):
    """What somebody does, and where."""

    role: RoleId = members_see("The role.", alias="as")
    place: PlaceId | None = members_see("The place; without this line, everywhere.", None, alias="in")


class Hours(Part):
    """When somebody is usually there, by the clock of their own time zone."""

    start: Clock = members_see("From when, as 09:00.", alias="from")
    end: Clock = members_see("Until when, as 17:30.", alias="to")
    days: Line | None = members_see("On which days: “Monday to Friday”.", None)


class PersonStaff(Part):
    """How the team reaches somebody."""

    reach: list[Line] = moderators_see("How to reach them in trouble, the fastest way first.", list)
    stands_in: PersonId | None = moderators_see("Who takes over when they cannot: another person's id.", None)
    notes: Prose | None = moderators_see("Anything else that the team should know.", None)


class Person(Part):
    """Somebody on the team."""

    name: Line = members_see("What they are called here.")
    says: Prose | None = members_see("A line about themselves, in their own words.", None)
    serves: list[Service] = members_see("What they do, and where.")
    time_zone: TimeZone | None = members_see("Their time zone: Europe/Lisbon.", None)
    hours: Hours | None = members_see("When they are usually there.", None)
    languages: list[Line] = members_see("Languages in which one can write to them.", list)
    handles: dict[PlaceId, Line] = members_see(
        "Their exact handle in each place, by the place's id. Anyone else is not them.", dict
    )
    for_moderators: PersonStaff = moderators_see("How the team reaches them.", PersonStaff)


class Genuine(Part):
    """How members tell staff from somebody who pretends to be."""

    never_ask: list[Prose] = members_see("What nobody of yours will ever ask for: passwords, codes, money.", list)
    check: Prose | None = members_see("How to check whether a message is really from you.", None)
    report: Prose | None = members_see("Where to tell you about somebody who pretends.", None)


class Route(Part):
    """A way to get help or to report something."""

    title: Line = members_see("What it is for: “Report a message”.")
    place: PlaceId | None = members_see("The place it is for; without this line, everywhere.", None)
    how: Prose = members_see("How it is done.")
    send: list[Line] = members_see("What to send with it.", list)
    answer_within: Duration | None = members_see("By when they hear from you: 24 hours.", None)
    instead: Prose | None = members_see("The other way, if somebody of the team is the problem.", None)
    logged_out: bool = members_see("`true` where it also works for someone who is banned or not logged in.", False)


class TakesOver(Part):
    """Who takes over when whoever is there cannot go on."""

    who: RoleId | None = moderators_see("The role that takes over. Without this line: nobody, and `alone` holds.", None)
    alone: Prose | None = moderators_see(
        "What to do when there is nobody: “Take five minutes. Nothing here needs an answer sooner”.", None
    )


class TeamStaff(Part):
    """What only the team reads about itself."""

    takes_over: TakesOver | None = moderators_see("Who takes over when whoever is there cannot go on.", None)
    conduct: Prose | None = moderators_see("How we speak as the brand, also on a bad day.", None)


class Team(Part):
    """content/team.yml."""

    roles: dict[Id, Role] = members_see("The roles, from those who answer for the community down to its members.", dict)
    people: dict[Id, Person] = members_see("The people, by a short id of their own.", dict)
    genuine: Genuine | None = members_see("How members tell staff from somebody who pretends to be.", None)
    help: dict[Id, Route] = members_see("Ways to get help and to report.", dict)
    for_moderators: TeamStaff = moderators_see("What only the team reads about itself.", TeamStaff)
