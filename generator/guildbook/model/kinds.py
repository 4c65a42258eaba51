"""The one table of the kinds of thing that a playbook is made of: what each is called, where it lives, where it stands on a site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guildbook.i18n import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing with an id. One that lives in two places of the book has two rows of the same `id`.

    `id` is what code and references (`Ref`) call it, `name` what its owner is told (empty: nothing). `path` leads to the things
    through the book; `*` stands for an id on the way. `label` is the field that says what a thing is called. `missing` is the
    sentence about a reference that names none. `scheme` is what links to it begin with (empty: nothing links to it), and
    `in_prose` says that an owner's prose may. `members` and `handbook` are its address below each site's, empty where it has none
    that lasts: `{0}`, `{1}` are the ids on the way to it.
    """

    id: str
    name: str
    path: str
    label: str = ""
    missing: str = ""
    scheme: str = ""
    in_prose: bool = False
    members: str = ""
    handbook: str = ""

    @property
    def key(self) -> str:
        """The key below which things of the kind stand: the last step of the path that is no id."""
        return next((step for step in reversed(self.path.split("/")) if step != "*"), "")

    def parent_path(self, inside: str) -> str:
        """The path below which a reference finds a thing; where it lives inside another, in that which `inside` leads through."""
        own = inside.split("/")
        return "/".join(own[n] if step == "*" else step for n, step in enumerate(self.path.split("/")))


KINDS = (
    Kind(
        "rule",
        N_("rule"),
        "rules",
        label="label",
        missing=N_("There is no rule “{name}”."),
        scheme="rule",
        in_prose=True,
        members="rules/#{0}",
        handbook="rules/#{0}",
    ),
    Kind(
        "rung",
        N_("rung"),
        "ladder",
        label="name",
        missing=N_("The ladder has no rung “{name}”."),
        scheme="rung",
        handbook="rules/#rung_{0}",
    ),
    Kind(
        "rung",
        "",
        "besides",
        missing=N_("The ladder has no rung “{name}”."),
        scheme="rung",
        handbook="rules/#besides_{0}",
    ),
    Kind("letter", N_("letters of"), "letters", scheme="letter", handbook="replies/#letter_{0}"),
    Kind("letter", N_("letters of rule"), "for_rule/*", scheme="letter", handbook="replies/#letter_{0}_{1}"),
    Kind(
        "playbook",
        N_("playbook"),
        "playbooks",
        label="title",
        missing=N_("There is no playbook “{name}”."),
        scheme="playbook",
        in_prose=True,
        handbook="playbooks/{0}/",
    ),
    Kind(
        "reply",
        N_("reply"),
        "playbooks/*/replies",
        label="title",
        missing=N_("This playbook has no reply “{name}”."),
        scheme="reply",
        handbook="playbooks/{0}/#reply_{1}",
    ),
    Kind(
        "place",
        N_("place"),
        "community/places",
        label="name",
        missing=N_("There is no place “{name}”."),
        scheme="channel",
        in_prose=True,
        members="first-steps/#place_{0}",
        handbook="places/#place_{0}",
    ),
    Kind(
        "person",
        N_("person"),
        "team/people",
        label="name",
        missing=N_("There is nobody called “{name}” in team.yml."),
        scheme="person",
        in_prose=True,
        members="who-is-who/#person_{0}",
        handbook="team/#person_{0}",
    ),
    Kind(
        "role",
        N_("role"),
        "team/roles",
        label="name",
        missing=N_("There is no role “{name}”."),
        scheme="role",
        handbook="team/{0}/",
    ),
    Kind(
        "severity",
        N_("level"),
        "severity",
        label="name",
        missing=N_("There is no level of severity “{name}”."),
        scheme="severity",
        handbook="team/#severity_{0}",
    ),
    Kind("group", N_("group"), "groups", label="title", missing=N_("There is no group of rules “{name}”.")),
    Kind("page", "", "", label="title", scheme="page", in_prose=True, members="{0}/", handbook="{0}/"),
    Kind("part", "", "", scheme="part", handbook="{0}/#part_{1}"),
    Kind("retired", N_("retired rule"), "retired", members="rules/#{0}"),
    Kind("case", N_("case"), "playbooks/*/cases", label="title", handbook="playbooks/{0}/#case_{1}"),
    Kind("point", N_("point"), "rules/*/points", members="rules/#{0}_{1}", handbook="rules/#{0}_{1}"),
    Kind("help", N_("way to get help"), "team/help", label="title", members="help/#help_{0}"),
    Kind("prompt", N_("prompt"), "conversations/prompts", members="life/#prompt_{0}", handbook="conversations/#prompt_{0}"),
    Kind(
        "ritual",
        N_("ritual"),
        "conversations/rituals",
        label="title",
        members="life/#ritual_{0}",
        handbook="conversations/#ritual_{0}",
    ),
    Kind(
        "strategy",
        N_("strategy"),
        "conversations/for_moderators/strategies",
        label="title",
        handbook="conversations/#strategy_{0}",
    ),
    Kind("opening", N_("opening"), "energy/openings", label="title", members="life/#opening_{0}"),
    Kind("theme", N_("theme"), "feedback/themes", label="title", handbook="feedback/#theme_{0}"),
    Kind("contact", N_("contact"), "contacts", label="name", handbook="team/#contact_{0}"),
    Kind("metric", N_("metric"), "metrics", label="name", handbook="metrics/#metric_{0}"),
    Kind("incident", N_("incident"), "incidents", label="when", handbook="playbooks/{thing.playbook}/#incident_{0}"),
    Kind("community", N_("community"), "community/brand/communities", label="name"),
    Kind("reason", N_("reason to stay"), "community/reasons_to_stay", label="title", members="#reason_{0}"),
    Kind("activity", N_("activity"), "community/growth", label="title", members="life/#growth_{0}"),
)
"""Kinds, those that links lead to first; the sentences and names are what owners read."""

_ROWS = {kind.id: tuple(row for row in KINDS if row.id == kind.id) for kind in KINDS}


def kinds_called(kind_id: str) -> tuple[Kind, ...]:
    """The rows of the table for a kind, one for each place in which it lives. Raises KeyError for a kind that there is not."""
    return _ROWS[kind_id]


def kinds_below(path: str) -> tuple[Kind, ...]:
    """The kinds of what stands right below a path through a book, such as "playbooks/spam/replies"."""
    steps = path.split("/")
    return tuple(kind for kind in KINDS if kind.path and _fits(kind.path.split("/"), steps))


def _fits(pattern: list[str], steps: list[str]) -> bool:
    return len(pattern) == len(steps) and all(wanted in ("*", step) for wanted, step in zip(pattern, steps, strict=True))


def things_at(book: object, path: str) -> Iterator[tuple[tuple[str, ...], object]]:
    """Everything of a book that stands below a kind's path, with the ids on the way to it."""
    if not path:
        return
    step, _, rest = path.partition("/")
    inside: Mapping[str, object] = book if isinstance(book, Mapping) else {}
    if step == "*":
        found = [((thing_id, *ids), thing) for thing_id, item in inside.items() for ids, thing in _below(item, rest)]
    else:
        found = list(_below(getattr(book, step, None), rest))
    yield from found


def _below(value: object, path: str) -> Iterator[tuple[tuple[str, ...], object]]:
    if path:
        yield from things_at(value, path)
    elif isinstance(value, Mapping):
        yield from (((thing_id,), thing) for thing_id, thing in value.items())


def label_of(kind_id: str, thing_id: str, thing: object) -> str:
    """What a thing is called: by the field that says so, or where it has none, by its id in the shape of a title."""
    fields = [kind.label for kind in kinds_called(kind_id) if kind.label]
    return next((text for field in fields if (text := getattr(thing, field, None))), None) or id_as_title(thing_id)


def id_as_title(thing_id: str) -> str:
    """An id in the shape of a title, for what has no name of its own."""
    return thing_id.replace("-", " ").capitalize()
