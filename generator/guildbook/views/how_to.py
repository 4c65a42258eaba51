"""How the few acts of a moderator are done where the community meets: what the owner wrote, else what the platform says."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import MODERATION_ACTS, Book, Platform, platform_of
from guildbook.model.community import Place
from guildbook.views.marks import Markdown, Msg

_ACT_NAMES = {
    "delete": Msg(N_("To delete a message")),
    "pause": Msg(N_("To pause somebody")),
    "remove": Msg(N_("To remove somebody")),
    "ban": Msg(N_("To ban somebody")),
    "lock": Msg(N_("To lock a thread or room")),
}


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a moderator, and how it is done: in our words or in the owner's."""

    name: Msg
    text: Msg | Markdown


@dataclass(frozen=True, slots=True)
class HowItIsDone:
    """A place or a platform with how each act is done there; `source` is where a platform documents it."""

    id: str
    name: str
    acts: tuple[Act, ...]
    source: str = ""


def platform_views(book: Book) -> tuple[HowItIsDone, ...]:
    """The platforms that the places are on, each once."""
    named = (platform_of(place.platform) for place in book.community.places.values())
    return tuple(_on_platform(platform) for platform in dict.fromkeys(filter(None, named)))


def how_to_here(book: Book) -> tuple[HowItIsDone, ...]:
    """For the middle of trouble: the places of which an owner says how, then the platforms of which nobody does."""
    own = {i: place for i, place in book.community.places.items() if any(dict(place.for_moderators.how_to).values())}
    told = {platform_of(place.platform) for place in own.values()}
    return (
        *(_in_place(place_id, place) for place_id, place in own.items()),
        *(
            _on_platform(p)
            for p in dict.fromkeys(platform_of(place.platform) for place in book.community.places.values())
            if p and p not in told
        ),
    )


def _on_platform(platform: Platform) -> HowItIsDone:
    acts = tuple(Act(_ACT_NAMES[act], Msg(platform.acts[act])) for act in MODERATION_ACTS)
    return HowItIsDone(platform.name.lower(), platform.name, acts, platform.source)


def _in_place(place_id: str, place: Place) -> HowItIsDone:
    platform = platform_of(place.platform)
    own = {act: Markdown(text) for act, text in dict(place.for_moderators.how_to).items() if text}
    texts = {act: own.get(act) or (platform and Msg(platform.acts[act])) for act in MODERATION_ACTS}
    acts = tuple(Act(_ACT_NAMES[act], text) for act, text in texts.items() if text)
    return HowItIsDone(place_id, f"{place.name} ({platform.name})" if platform else place.name, acts)
