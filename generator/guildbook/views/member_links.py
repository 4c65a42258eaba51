"""The pages of the member site as links from one to another."""

from dataclasses import dataclass

from guildbook.views.marks import Xref


@dataclass(frozen=True, slots=True)
class MemberLinks:
    """What the member site's pages can link to; a page that does not exist comes out as an empty text."""

    home: Xref
    first_steps: Xref
    rules: Xref
    who_is_who: Xref
    really_staff: Xref
    life: Xref
    help: Xref


MEMBER_LINKS = MemberLinks(
    home=Xref("page:home"),
    first_steps=Xref("page:first-steps"),
    rules=Xref("page:rules"),
    who_is_who=Xref("page:who-is-who"),
    really_staff=Xref("page:really-staff"),
    life=Xref("page:life"),
    help=Xref("page:help"),
)
"""The one value of these: which of them lead somewhere shows when a page is rendered."""
