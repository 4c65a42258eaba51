"""What a page of rules shows, on either site: the rules by group, each with what follows, and the ladder."""

from guildbook.i18n import N_
from guildbook.model import Book, Rule
from guildbook.pages.people import role_title
from guildbook.pages.plan import Markdown, Msg, Page


def rules_page(book: Book, template: str) -> Page:
    """The page of rules; what the book holds for moderators is among its values."""
    return Page("rules", Msg(N_("Rules")), template, rules_values(book))


def rules_values(book: Book) -> dict[str, object]:
    """What the page of rules shows; nothing when there is neither a rule nor a ladder."""
    short, earlier = rules_in_short(book), _earlier(book)
    if not (short or earlier or book.ladder or book.besides or book.skipping):
        return {}
    return {
        "groups": _grouped(book),
        "rules": short,
        "ladder": book.ladder,
        "besides": {name: Markdown(text) for name, text in book.besides.items()},
        "skipping": Markdown(book.skipping) if book.skipping else None,
        "earlier": earlier,
        **appeal_values(book),
    }


def appeal_values(book: Book) -> dict[str, object]:
    """How a member asks for a second look, and who gives it."""
    return {"appeal": book.appeal, "appeal_to": role_title(book, book.appeal.to) if book.appeal else ""}


def rules_in_short(book: Book) -> list[dict[str, str]]:
    """Every rule that is shown: its id, label and sentence, in the order of the page."""
    return [
        {"id": rule_id, "label": rule.label, "short": rule.short}
        for group in _group_ids(book)
        for rule_id, rule in _in_group(book, group)
    ]


def rule_targets(book: Book) -> dict[str, str]:
    """Where links to rules lead, below a site's address; one to a draft leads to the page."""
    return {f"rule:{rule_id}": "rules/" if rule.draft else f"rules/#{rule_id}" for rule_id, rule in book.rules.items()}


def _group_ids(book: Book) -> list[str | None]:
    return [None, *book.groups]


def _in_group(book: Book, group: str | None) -> list[tuple[str, Rule]]:
    return [(rule_id, rule) for rule_id, rule in book.rules.items() if rule.group == group and not rule.draft]


def _grouped(book: Book) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = [
        {
            "id": group or "",
            "group": book.groups[group] if group else None,
            "rules": [_shown(book, rule_id, rule) for rule_id, rule in _in_group(book, group)],
        }
        for group in _group_ids(book)
    ]
    return [group for group in groups if group["rules"]]


def _shown(book: Book, rule_id: str, rule: Rule) -> dict[str, object]:
    follows = rule.what_happens
    return {
        "id": rule_id,
        "rule": rule,
        "usually": [_rung(book, rung) for rung in follows.usually] if follows else [],
        "unless": [{"unless": unless, "then": _rung(book, unless.then)} for unless in follows.unless] if follows else [],
    }


def _rung(book: Book, rung_id: str) -> dict[str, object]:
    if rung_id in book.ladder:
        return {"id": rung_id, "name": book.ladder[rung_id].name, "text": "", **height(book, rung_id)}
    return {"id": "", "name": "", "text": Markdown(book.besides[rung_id]), **height(book, rung_id)}


def height(book: Book, rung_id: str) -> dict[str, int]:
    """How high a rung stands, counted from 1, and of how many; 0 for what is none."""
    rungs = list(book.ladder)
    return {"step": rungs.index(rung_id) + 1 if rung_id in rungs else 0, "of": len(rungs)}


def _earlier(book: Book) -> list[dict[str, object]]:
    """The addresses that people have cited and that no rule has any more: those of renamed and of retired rules."""
    renamed: list[dict[str, object]] = [
        {"id": old, "since": "", "see": _see(book, rule_id)}
        for rule_id, rule in book.rules.items()
        for old in rule.formerly
        if not rule.draft
    ]
    retired: list[dict[str, object]] = [
        {"id": old, "since": rule.since, "see": _see(book, rule.see)} for old, rule in book.retired.items()
    ]
    return [*renamed, *retired]


def _see(book: Book, rule_id: str | None) -> dict[str, str] | None:
    if rule_id is None or book.rules[rule_id].draft:
        return None
    return {"id": rule_id, "label": book.rules[rule_id].label}
