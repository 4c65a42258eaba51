"""Who we are: the community itself, what it is for and what keeps people in it (course rows 1, 2, 5, 11, 19, 20)."""

from typing import Literal

from guildbook.model.fields import Id, Line, Part, PlaybookId, Prose, WebAddress, members_see, moderators_see


class Purpose(Part):
    """Why the community exists, and what is larger in it than the product."""

    short: Line = members_see("The purpose in one sentence that a newcomer understands. Large on the first page.")
    beyond_product: Prose | None = members_see(
        "What people find here that is larger than the product. Not “help with our software” but what the software is for.",
        None,
    )
    repeated_in: list[Line] = members_see(
        "Where it is said again: the first page, the welcome, a ritual for old members.", list
    )
    about: list[Line] = members_see("In rough words, what it is about: money, health, relationships, education, growth …", list)


class Reason(Part):
    """One of the reasons for which people stay: rarely the one for which they came."""

    title: Line = members_see("The reason in a few words: “friends who run a business too”.")
    text: Prose | None = members_see("A sentence or two on how it comes about here.", None)
    known_from: Literal["guess", "members"] = members_see(
        "`guess` while it is yours; `members` once members told you so.", "guess"
    )


class Identity(Part):
    """What members are called, and what the name asks of them."""

    one: Line = members_see("What one member is called: “Knight”.")
    many: Line = members_see("What several are called: “Knights”.")
    asks: list[Prose] = members_see("What the name asks of those who carry it, a sentence each.", list)


class Sister(Part):
    """One of the brand's communities."""

    name: Line = members_see("What it is called.")
    for_whom: Line | None = members_see("Whom it is for: customers, prospects, teachers …", None)
    link: WebAddress | None = members_see("Its address, where it has one.", None)
    this_one: bool = members_see("`true` for the community that this playbook is about.", False)


class Brand(Part):
    """The brand behind the community, and its communities."""

    name: Line = members_see("What the brand is called.")
    communities: dict[Id, Sister] = members_see("Its communities; one of them is this one.", dict)


class HowTo(Part):
    """How the few acts of a moderator are done in a place, in your words instead of ours."""

    delete: Prose | None = moderators_see("How to delete a message.", None)
    pause: Prose | None = moderators_see("How to keep somebody from writing for a while.", None)
    remove: Prose | None = moderators_see("How to remove somebody who may come back.", None)
    ban: Prose | None = moderators_see("How to remove somebody for good.", None)
    lock: Prose | None = moderators_see("How to close a thread or a room for everyone.", None)


class PlaceStaff(Part):
    """What moderators know about a place."""

    watch_for: Prose | None = moderators_see(
        "What to look out for where people share from the heart, and when to step in.", None
    )
    playbook: PlaybookId | None = moderators_see("The playbook to open when it goes wrong here.", None)
    how_to: HowTo = moderators_see(
        "How to delete, pause, remove, ban and lock here, where it differs from what we ship.", HowTo
    )
    notes: Prose | None = moderators_see("Anything else that moderators should know about this place.", None)


class Place(Part):
    """A room where the community meets: a Discord server, a WhatsApp group, a channel."""

    name: Line = members_see("What the place is called, as members see it: “#introductions”.")
    platform: Line | None = members_see("Where it is: Discord, WhatsApp, Telegram, Slack, Discourse …", None)
    what_for: Prose | None = members_see("What people do there.", None)
    link: WebAddress | None = members_see("Its address, where it has one that may be shown to everyone.", None)
    for_moderators: PlaceStaff = moderators_see("What only moderators read about this place.", PlaceStaff)


class Activity(Part):
    """Something people can do here that lets them feel that they grow."""

    title: Line = members_see("The activity in a few words.")
    text: Prose | None = members_see("What happens in it and what one has learned afterwards.", None)
    how_often: Line | None = members_see("When it takes place: “every Friday”.", None)


class Community(Part):
    """The community itself; a useful site comes from its name and its purpose alone."""

    format: Literal["1"] = members_see("The number of this way of writing things down. Always 1 for now.", "1")
    example: bool = members_see("`true` in the example that comes with Guildbook. Delete the line in your own.", False)
    name: Line = members_see("What the community is called.")
    language: Line = members_see("The language it speaks, as a short code: en, de, pt-BR.", "en")
    brand: Brand | None = members_see("The brand behind it, where there is one.", None)
    purpose: Purpose = members_see("Why the community exists.", question="Why does your community exist?")
    reasons_to_stay: dict[Id, Reason] = members_see(
        "The two (or more) other reasons for which people stay.", dict, question="For which two other reasons do people stay?"
    )
    identity: Identity | None = members_see(
        "What members are called here. Rather an administrator's decision than a manager's.", None
    )
    vision: Prose | None = members_see("The larger aim, in a few sentences. Many communities do well without.", None)
    places: dict[Id, Place] = members_see("Where people meet.", dict)
    goes_without: list[Literal["identity", "vision"]] = members_see(
        "What you decided to do without, so that nobody asks for it again: identity, vision.", list
    )
    growth: dict[Id, Activity] = members_see(
        "What people can do here to grow.", dict, question="Which activities let members feel that they grow?"
    )
