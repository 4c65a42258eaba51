"""How the few acts of a moderator are done on each platform: dated data, which an owner can override for a place (`how_to`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.i18n import N_

CHECKED = "2026-11-22"
"""When these were last looked at. Platforms move their menus: the page says the date, and an owner's own words come first."""

MODERATION_ACTS = ("delete", "pause", "remove", "ban", "lock")


@dataclass(frozen=True, slots=True, eq=False)
class Platform:
    """A platform's way to do each act, in our words, and where that is documented."""

    name: str
    acts: Mapping[str, str]
    source: str


PLATFORMS: Mapping[str, Platform] = {
    "discord": Platform(
        "Discord",
        {
            "delete": N_("Hold the message (or right-click it) and choose Delete Message."),
            "pause": N_("Hold or right-click the name, choose Timeout, then how long: from 60 seconds to 1 week."),
            "remove": N_("Right-click the name and choose Kick. The person can come back with an invitation."),
            "ban": N_("Right-click the name and choose Ban; you can delete the last messages with it."),
            "lock": N_(
                "In a thread: Lock Thread. In a channel: Edit Channel, Permissions, and take Send Messages from @everyone."
            ),
        },
        "support.discord.com: Time Out FAQ; Discord Moderator Academy",
    ),
    "whatsapp": Platform(
        "WhatsApp",
        {
            "delete": N_("As an admin, hold the message, choose Delete, then Delete for everyone. Take the screenshot first."),
            "pause": N_("One person cannot be paused. For everyone: group name, Group permissions, turn off Send messages."),
            "remove": N_("Group name, tap the person, Remove from group."),
            "ban": N_("Remove the person, reset the invitation link, and turn on Approve new members."),
            "lock": N_("Group name, Group permissions, turn off Send messages: then only admins can write."),
        },
        "faq.whatsapp.com: How to change group admin settings",
    ),
    "telegram": Platform(
        "Telegram",
        {
            "delete": N_("Hold the message, choose Delete, and tick “for all members”."),
            "pause": N_("Tap the person in the list of members, choose Restrict, turn off Send messages and set until when."),
            "remove": N_("Hold the name in the list of members and choose Remove from group."),
            "ban": N_(
                "Hold the message, choose Delete, tick Ban user. Removed users stand in a list from which you can undo it."
            ),
            "lock": N_("Group info, Edit, Permissions, turn off Send messages. In a group with topics: close the topic."),
        },
        "telegram.org/faq and the apps' own menus; not every app names them alike",
    ),
    "slack": Platform(
        "Slack",
        {
            "delete": N_(
                "Point at the message, More actions, Delete message. Owners and admins can, others where you allow it."
            ),
            "pause": N_("One person cannot be paused. Take them out of the channel, or restrict who may post in it."),
            "remove": N_("In the channel: its name, Members, the three dots beside the person, Remove from channel."),
            "ban": N_("Settings & administration, Manage members, the three dots, Deactivate account."),
            "lock": N_("The channel's name, Settings, Posting permissions: only admins or only those you choose."),
        },
        "slack.com/help: Remove someone from a channel; Deactivate a member's account",
    ),
    "discourse": Platform(
        "Discourse",
        {
            "delete": N_("Under the post: the three dots, Delete. It stays visible to staff and can be recovered."),
            "pause": N_("The person's Admin page: Silence, and until when."),
            "remove": N_("There is no removing without a ban; suspend for a short time instead."),
            "ban": N_("The person's Admin page: Suspend, until when, and the reason that they will read."),
            "lock": N_("In the topic: the wrench, Close topic."),
        },
        "meta.discourse.org: Discourse Moderation Guide",
    ),
}


def platform_of(name: str | None) -> Platform | None:
    """The platform that an owner's words name, such as "Discord" or "WhatsApp group"; None if it is none of these."""
    words = (name or "").lower()
    return next((platform for key, platform in PLATFORMS.items() if key in words), None)
