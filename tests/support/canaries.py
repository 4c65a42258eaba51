"""A community in which every field of the model holds a word of its own, a canary."""

import gzip
import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from guildbook.model import FILES, Audience, Field, FileSpec, Part, Ref, Rule, TextForm, TimeSpan, fields
from support.communities import open_handbook, write_yaml

CANARY = re.compile("zq[a-z]{4}qz")
"""What every canary's own word looks like; it is an id and the name of a {field} too."""

VALUES: Mapping[str, Callable[[str], str]] = {
    "Addresses.members": lambda word: "https://members.example/",
    "Addresses.handbook": lambda word: "https://handbook.example/",
    "Community.language": lambda word: "en",
    "Hours.end": lambda word: "17:30",
    "Hours.start": lambda word: "09:00",
    "Leadership.video": lambda word: f"https://{word}.example/",
    "NextStep.link": lambda word: f"https://{word}.example/",
    "Person.time_zone": lambda word: "Europe/Lisbon",
    "Place.link": lambda word: f"https://{word}.example/",
    "Playbook.kind": lambda word: "unexpected",
    "Rule.formerly": lambda word: word,
    "Sister.link": lambda word: f"https://{word}.example/",
    "SiteConfig.accent": lambda word: "#b4532a",
    "SiteConfig.imprint": lambda word: f"https://{word}.example/",
    "SiteConfig.privacy": lambda word: f"https://{word}.example/",
}
"""Values of the fields that take no words of any kind, by part and field."""

OFF = ("OneThing.done", "Rule.draft")
"""What is true only of the things that no page shows."""

SHELF_OF = {
    "rule": "rules",
    "rung": "ladder",
    "group": "groups",
    "reply": "replies",
    "place": "places",
    "playbook": "playbooks",
    "person": "people",
    "severity": "severity",
}
"""The key below which stand the things that a reference names."""

ONLY_IN_THE_HANDBOOK = ("reply", "playbook", "severity")
"""Things whose ids are for moderators too."""


@dataclass
class Canaries:
    """The canaries that were put into a community: each one's word, its place (`*` for an id or a number), its audience."""

    place_of: dict[str, str] = field(default_factory=dict)
    audience_of: dict[str, Audience] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def of(self, audience: Audience) -> set[str]:
        return {word for word, seen_by in self.audience_of.items() if seen_by == audience}

    def word(self, place: str, audience: Audience) -> str:
        number = len(self.place_of)
        letters = [chr(ord("a") + number // 26**power % 26) for power in range(4)]
        word = f"zq{''.join(letters)}qz"
        self.place_of[word], self.audience_of[word] = place, audience
        return word

    def id_of(self, key: str, audience: Audience) -> str:
        """The one id below a key such as "replies", which other things name it by."""
        if key not in self.ids:
            self.ids[key] = self.word(f"{key}/[id]", audience)
        return self.ids[key]

    def part(self, part: type[Part], place: str, audience: Audience) -> dict[str, Any]:
        """A part in which every field of the model is filled."""
        return {one.key: self.field(part, one, place, audience) for one in fields(part)}

    def field(self, part: type[Part], one: Field, place: str, above: Audience) -> Any:
        audience: Audience = "moderators" if "moderators" in (above, one.audience) else "members"
        place = f"{place}/{one.key}" if place else one.key
        if one.shape == "by id":
            ids = [
                self.named(marker) if isinstance(marker, Ref) else self.id_of(one.key, audience) for marker in one.key_markers
            ]
            value = self.value(part, one, place + "/*" * len(ids), audience)
            for thing_id in reversed(ids):
                value = {thing_id: value}
            return value
        if one.shape == "list":
            return [self.value(part, one, f"{place}/*", audience)]
        return self.value(part, one, place, audience)

    def value(self, part: type[Part], one: Field, place: str, audience: Audience) -> Any:
        name = f"{part.__name__}.{one.name}"
        if one.part:
            return self.part(one.part, place, audience)
        if name in VALUES:
            return VALUES[name](self.word(place, audience) if "word" in VALUES[name]("word") else "")
        if one.marker:
            return self.words(one.marker, place, audience)
        if part.model_fields[one.name].annotation is bool:
            return "false" if name in OFF else "true"
        assert one.choices, f"Say in VALUES what {name} takes."
        return one.choices[0]

    def words(self, marker: TextForm | Ref | TimeSpan, place: str, audience: Audience) -> str:
        match marker:
            case TextForm():
                return f"The {self.word(place, audience)} of this field & “nobody’s” else"
            case Ref():
                return self.named(marker)
            case TimeSpan():
                return "15 min"

    def named(self, ref: Ref) -> str:
        """The id of the one thing that a reference can name."""
        if ref.to == "role":
            return "moderator"
        return self.id_of(SHELF_OF[ref.to], "moderators" if ref.to in ONLY_IN_THE_HANDBOOK else "members")


def each_file_spec() -> Iterator[FileSpec]:
    """Every shelf of the model, but only one of those that hold the same."""
    held = set()
    for shelf in FILES:
        if (shelf.holds, shelf.under) not in held:
            held.add((shelf.holds, shelf.under))
            yield shelf


def write_everything(folder: Path) -> Canaries:
    """A community in which every field of the model holds a canary; a second rule is a draft."""
    canaries = Canaries()
    for shelf in each_file_spec():
        stem = canaries.id_of(shelf.under.partition("/")[0], shelf.audience) if "*" in shelf.pattern else ""
        written = canaries.part(shelf.holds, shelf.under, shelf.audience)
        if "rules" in written:
            written["rules"]["a-draft"] = make_draft()[1]
        write_yaml(folder / shelf.pattern.replace("*", stem), written)
    return canaries


def make_draft() -> tuple[Canaries, dict[str, Any]]:
    """A rule that is still being worked on, and its canaries: none of the words of `everything` is among them."""
    canaries = Canaries({f"{number}": "another" for number in range(26**3)})
    rule = canaries.part(Rule, "rules/*", "members") | {"draft": "true"}
    return canaries, {
        key: rule[key] for key in ("label", "short", "text", "why", "allowed", "points", "for_moderators", "draft")
    }


def find_canaries(name: str, data: bytes) -> set[str]:
    """The canaries in a file's name and content: as they are, and with every escape resolved, alone and one after the other."""
    text = f"{name}\n{(gzip.decompress(data) if name.endswith('.gz') else data).decode(errors='replace')}"
    forms, decoded = [text], text
    for decode in (from_json, html.unescape, unquote, html.unescape, without_tags):
        decoded = decode(decoded)
        forms += [decode(text), decoded]
    return {word for form in forms for word in CANARY.findall(form.lower())}


def from_json(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)


def without_tags(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def write_open_everything(folder: Path) -> None:
    write_everything(folder)
    open_handbook(folder)
