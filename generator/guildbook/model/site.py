"""A site is an audience and a language: who reads it, and in whose words. Nothing else names a site."""

from dataclasses import dataclass

from guildbook.model.fields import Audience

SITE_NAMES: dict[Audience, str] = {"members": "members", "moderators": "handbook"}
"""What a site is called by its audience: on the command line, in folders (site/members), in the first lines of custom pages."""


@dataclass(frozen=True, slots=True)
class Site:
    """One site: for whom it is, and the language (a BCP 47 tag) in which it speaks."""

    audience: Audience
    language: str

    @property
    def name(self) -> str:
        """The site's name, one of `SITE_NAMES`."""
        return SITE_NAMES[self.audience]

    @property
    def is_public(self) -> bool:
        """True where everybody may read it and programs may index it."""
        return self.audience == "members"
