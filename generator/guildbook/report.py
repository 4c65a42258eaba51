"""Say problems: as words for a person, as JSON for programs, as annotations for GitHub."""

import json
import re
from collections.abc import Mapping, Sequence

from rich.text import Text

from guildbook.i18n import N_, Translate
from guildbook.model import name_of
from guildbook.problems import Problem, sort_problems

Lines = Mapping[str, Sequence[str]]

FORMATS = ("text", "json", "github")
_LEVELS = {"error": N_("error"), "advice": N_("advice")}
_LEVEL_COLOURS = {"error": "bold red", "advice": "bold yellow"}
MANY = 100
"""Problems that a person is shown at once; the rest is counted, and stands in the JSON."""

_WIDEST = 96
"""Characters of a source line that are shown; the rest of a longer one is cut off around the spot."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
"""What would be invisible in the picture of a line, or turn it round."""


def text(problems: Sequence[Problem], lines: Lines, translate: Translate) -> Text:
    """Problems for a person: what is wrong, where with the line itself, what to do; a count at the end.

    While there are errors, advice is only counted: first things first. Nobody reads more than the first hundred.
    """
    said = Text()
    any_error = any(problem.is_error for problem in problems)
    told = sort_problems(p for p in problems if p.is_error or not any_error)
    for problem in told[:MANY]:
        said.append_text(_problem_text(problem, lines, translate)).append("\n")
    if (more := len(told) - MANY) > 0:
        said.append(translate(N_("And {count} more, which are shown when these are mended.")).format(count=more)).append("\n\n")
    return said.append_text(_count(problems, translate))


def as_json(problems: Sequence[Problem], translate: Translate) -> str:
    """Problems as JSON: {"format": 1, "problems": […]}."""
    rows = [
        {
            "file": problem.position.file,
            "line": problem.position.line,
            "column": problem.position.column,
            "level": problem.level,
            "check": problem.check,
            "place": problem.path,
            "message": sentence_of(problem, translate),
            "fix": fix_of(problem, translate),
        }
        for problem in sort_problems(problems)
    ]
    return json.dumps({"format": 1, "problems": rows}, ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem], translate: Translate) -> str:
    """Problems as workflow commands (GitHub Docs, "Workflow commands", checked 2026-11-22)."""
    return "\n".join(_annotation(problem, translate) for problem in sort_problems(problems))


def sentence_of(problem: Problem, translate: Translate) -> str:
    """What is wrong, translated and filled."""
    return translate(problem.sentence).format(**problem.values)


def fix_of(problem: Problem, translate: Translate) -> str:
    """What to do, translated and filled."""
    return translate(problem.fix).format(**problem.values).strip()


def _problem_text(problem: Problem, lines: Lines, translate: Translate) -> Text:
    at = problem.position
    said = Text()
    said.append(translate(_LEVELS[problem.level]), style=_LEVEL_COLOURS[problem.level]).append(": ")
    said.append(sentence_of(problem, translate), style="bold").append("\n")
    said.append(f"  {at.file}:{at.line}:{at.column}", style="cyan")
    name = name_of(problem.path, translate)
    said.append(f"  {name}\n" if name else "\n", style="dim")
    said.append_text(_source_line(problem, lines))
    said.append("  → ", style="green").append(fix_of(problem, translate)).append(f"  [{problem.check}]\n", style="dim")
    return said


def _source_line(problem: Problem, lines: Lines) -> Text:
    """The source line with a mark under the spot."""
    at, picture = problem.position, Text()
    if not at.line <= len(lines.get(at.file, ())):
        return picture
    line = lines[at.file][at.line - 1]
    start = max(0, at.column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = _INVISIBLE.sub("\ufffd", line[start : start + _WIDEST].replace("\t", "⇥"))
    mark = "^" * max(1, min(at.length, len(shown) - (at.column - 1 - start)))
    gutter = " " * len(str(at.line))
    picture.append(f"  {at.line} │ ", style="dim").append(shown + "\n")
    picture.append(f"  {gutter} │ ", style="dim").append(" " * _width(shown[: at.column - 1 - start]))
    return picture.append(mark + "\n", style=_LEVEL_COLOURS[problem.level])


def _width(text: str) -> int:
    return Text(text).cell_len


def _count(problems: Sequence[Problem], translate: Translate) -> Text:
    errors = sum(problem.is_error for problem in problems)
    advice = len(problems) - errors
    said = [
        translate(_ERRORS[min(errors, 2)]).format(count=errors),
        translate(_ADVICE[errors > 0][min(advice, 2)]).format(count=advice),
    ]
    return Text(" ".join(filter(None, said)), style="bold")


_ERRORS = (
    "",
    N_("One thing must be mended before anything is built."),
    N_("{count} things must be mended before anything is built."),
)
_ADVICE = (
    ("", N_("One piece of advice; nothing is stopped by it."), N_("{count} pieces of advice; nothing is stopped by them.")),
    ("", N_("One piece of advice can wait until then."), N_("{count} pieces of advice can wait until then.")),
)


def _annotation(problem: Problem, translate: Translate) -> str:
    at, level = problem.position, "error" if problem.is_error else "notice"
    words = f"{sentence_of(problem, translate)} {fix_of(problem, translate)}"
    properties = {
        "file": at.file,
        "line": at.line,
        "col": at.column,
        "title": name_of(problem.path, translate) or problem.check,
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{level} {told}::{_data(words)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
