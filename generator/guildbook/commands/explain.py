"""`guildbook explain`: what a check looks for and why, at more length than its message."""

from difflib import get_close_matches
from inspect import getdoc

from guildbook.checks import CHECKS, check_id
from guildbook.checks.reading import READING
from guildbook.console import Console
from guildbook.exit_codes import WELL, WRONG_WORD
from guildbook.i18n import N_


def explanations() -> dict[str, str]:
    """What there is to say about every check, by its id."""
    return dict(sorted({**READING, **{check_id(check): getdoc(check) or "" for check in CHECKS}}.items()))


def run_explain(name: str | None, console: Console) -> int:
    """Explain one check, or list them all. Gives the exit code."""
    known = explanations()
    if name is None:
        for check, text in known.items():
            console.info("{check}: {first}", check=check, first=text.splitlines()[0].partition(". ")[0].rstrip("."))
        return WELL
    if name not in known:
        near = get_close_matches(name, known, 1)
        if near:
            console.info(N_("There is no check “{name}”. Did you mean “{near}”?"), name=name, near=near[0])
        else:
            console.info(N_("There is no check “{name}”. `guildbook explain` lists them all."), name=name)
        return WRONG_WORD
    console.info("{text}", text=known[name])
    return WELL
