"""What a community's playbook is: the typed, described shape that an owner fills."""

from guildbook.model.book import FILES, ROLES, SEVERITIES, Book, FileSpec, open_view
from guildbook.model.community import Community, Purpose
from guildbook.model.fields import PLAIN, PROSE, Audience, Part, Ref, TextForm, TimeSpan, is_id, minutes
from guildbook.model.kinds import KINDS, Kind, id_as_title, kinds_below, kinds_called, label_of, things_at
from guildbook.model.names import name_of
from guildbook.model.platforms import CHECKED, MODERATION_ACTS, Platform, platform_of
from guildbook.model.playbook import CALLS_EVERYONE, OUR_FIELDS, Playbook
from guildbook.model.rules import Rule, Rung
from guildbook.model.shape import Field, Leaf, Leaves, fields, for_members, iter_leaves
from guildbook.model.site import SITE_NAMES, Site
from guildbook.model.welcome import WELCOME_FIELDS

__all__ = [
    "CALLS_EVERYONE",
    "CHECKED",
    "FILES",
    "KINDS",
    "MODERATION_ACTS",
    "OUR_FIELDS",
    "PLAIN",
    "PROSE",
    "ROLES",
    "SEVERITIES",
    "SITE_NAMES",
    "WELCOME_FIELDS",
    "Audience",
    "Book",
    "Community",
    "Field",
    "FileSpec",
    "Kind",
    "Leaf",
    "Leaves",
    "Part",
    "Platform",
    "Playbook",
    "Purpose",
    "Ref",
    "Rule",
    "Rung",
    "Site",
    "TextForm",
    "TimeSpan",
    "fields",
    "for_members",
    "id_as_title",
    "is_id",
    "iter_leaves",
    "kinds_below",
    "kinds_called",
    "label_of",
    "minutes",
    "name_of",
    "open_view",
    "platform_of",
    "things_at",
]
