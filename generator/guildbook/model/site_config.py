"""How the two sites look and where they go: site_config/site.yml."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guildbook.model.fields import Part, WebAddress, members_see


def _check_address(text: str) -> str:
    if not re.fullmatch(r"https?://[a-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?", text.strip()):
        raise PydanticCustomError("address", "address")
    return text.strip().removesuffix("/") + "/"


def _check_colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text.strip()):
        raise PydanticCustomError("colour", "colour")
    return text.strip().lower()


Address = Annotated[str, AfterValidator(_check_address)]
Colour = Annotated[str, AfterValidator(_check_colour)]


class Addresses(Part):
    """Where people find the two sites."""

    members: Address | None = members_see("The address of the member site: https://community.example/welcome/", None)
    handbook: Address | None = members_see("The address of the handbook, behind a login of your own.", None)


class SiteConfig(Part):
    """site_config/site.yml."""

    addresses: Addresses = members_see("Where people find the two sites.", Addresses)
    handbook: Literal["apart", "public"] = members_see(
        "`apart`: the handbook is a site of its own, to be put behind a login. `public`: for those who work in the open; it stands at "
        "/handbook/ of the member site, without contacts, incidents and what is `for_moderators`.",
        "apart",
    )
    privacy: WebAddress | None = members_see("The address of your privacy notice; it stands at the foot of every page.", None)
    imprint: WebAddress | None = members_see("The address of your imprint, where the law wants one.", None)
    accent: Colour = members_see('The one colour of yours, in quotes: "#b4532a".', "#b4532a")
