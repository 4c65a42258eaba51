"""The rules by group, each with what follows, and the addresses of those that came before them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guildbook.model import Book, Rule
from guildbook.model.rules import Group, Unless
from guildbook.views.ladder_view import RungView
from guildbook.views.marks import Xref


@dataclass(frozen=True, slots=True)
class RuleLink:
    """A rule as a link."""

    href: Xref
    label: str


@dataclass(frozen=True, slots=True)
class RuleInShort:
    """A rule where there is room for its label and one sentence."""

    id: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class UnlessView:
    """A situation, and the rung that follows then."""

    unless: Unless
    then: RungView


@dataclass(frozen=True, slots=True)
class RuleView:
    """A whole rule, with the rungs that follow the first, second, third time, and the exceptions."""

    id: str
    rule: Rule
    usually: tuple[RungView, ...]
    unless: tuple[UnlessView, ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules under one heading; those of no group have none."""

    id: str
    group: Group | None
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class EarlierRule:
    """An address that people have cited and that no rule has any more; `since` is empty where the rule only has a new one."""

    id: str
    since: str
    see: RuleInShort | None


def rule_views(book: Book, rungs: Mapping[str, RungView]) -> Mapping[str, RuleView]:
    """Every rule that is shown, by id, in the order in which they are written."""
    return {rule_id: _view(rule_id, rule, rungs) for rule_id, rule in book.rules.items() if not rule.draft}


def _view(rule_id: str, rule: Rule, rungs: Mapping[str, RungView]) -> RuleView:
    follows = rule.what_happens
    usually = tuple(rungs[rung_id] for rung_id in follows.usually) if follows else ()
    unless = tuple(UnlessView(unless, rungs[unless.then]) for unless in follows.unless) if follows else ()
    return RuleView(rule_id, rule, usually, unless)


def rules_by_group(book: Book, rules: Mapping[str, RuleView]) -> tuple[RuleGroup, ...]:
    """The groups that hold a rule, those of no group first."""
    by_group: dict[str | None, list[RuleView]] = {group_id: [] for group_id in (None, *book.groups)}
    for view in rules.values():
        by_group[view.rule.group].append(view)
    return tuple(
        RuleGroup(group_id or "", book.groups[group_id] if group_id else None, tuple(views))
        for group_id, views in by_group.items()
        if views
    )


def rule_in_short(rule_id: str, rule: Rule) -> RuleInShort:
    """A rule's id, label and sentence."""
    return RuleInShort(rule_id, rule.label, rule.short)


def rule_link(book: Book, rule_id: str | None) -> RuleLink | None:
    """A rule as a link; one that is a draft is shown nowhere."""
    if rule_id is None or book.rules[rule_id].draft:
        return None
    return RuleLink(Xref(f"rule:{rule_id}"), book.rules[rule_id].label)


def earlier_rules(book: Book) -> Iterator[EarlierRule]:
    """The former addresses of rules, then those of rules that no longer hold."""
    for rule_id, rule in book.rules.items():
        if not rule.draft:
            yield from (EarlierRule(old, "", rule_in_short(rule_id, rule)) for old in rule.formerly)
    for old, retired in book.retired.items():
        see = book.rules[retired.see] if retired.see else None
        yield EarlierRule(old, retired.since, rule_in_short(retired.see or "", see) if see and not see.draft else None)
