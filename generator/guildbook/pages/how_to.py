"""How the few acts of a moderator are done where the community meets: what the owner wrote, else what the platform says."""

from guildbook.i18n import N_
from guildbook.model import MODERATION_ACTS, Book, Platform, platform_of
from guildbook.model.community import Place
from guildbook.pages.plan import Markdown, Msg

_ACTS = {
    "delete": Msg(N_("To delete a message")),
    "pause": Msg(N_("To pause somebody")),
    "remove": Msg(N_("To remove somebody")),
    "ban": Msg(N_("To ban somebody")),
    "lock": Msg(N_("To lock a thread or room")),
}


def platforms(book: Book) -> list[dict[str, object]]:
    """The platforms that the places are on, each once, with how the few acts are done there."""
    named = (platform_of(place.platform) for place in book.community.places.values())
    return [_platform(platform) | {"source": platform.source} for platform in dict.fromkeys(filter(None, named))]


def how_to(book: Book) -> list[dict[str, object]]:
    """For the middle of trouble: the places of which an owner says how, then the platforms of which nobody does."""
    own = {i: place for i, place in book.community.places.items() if any(dict(place.for_moderators.how_to).values())}
    told = {platform_of(place.platform) for place in own.values()}
    others = dict.fromkeys(platform_of(place.platform) for place in book.community.places.values())
    return [
        *(_place(place_id, place) for place_id, place in own.items()),
        *(_platform(platform) for platform in others if platform and platform not in told),
    ]


def _platform(platform: Platform) -> dict[str, object]:
    acts = [{"name": _ACTS[act], "text": Msg(platform.acts[act])} for act in MODERATION_ACTS]
    return {"id": platform.name.lower(), "name": platform.name, "acts": acts}


def _place(place_id: str, place: Place) -> dict[str, object]:
    platform = platform_of(place.platform)
    own = {act: Markdown(text) for act, text in dict(place.for_moderators.how_to).items() if text}
    texts = {act: own.get(act) or (platform and Msg(platform.acts[act])) for act in MODERATION_ACTS}
    acts = [{"name": _ACTS[act], "text": text} for act, text in texts.items() if text]
    name = f"{place.name} ({platform.name})" if platform else place.name
    return {"id": place_id, "name": name, "acts": acts}
