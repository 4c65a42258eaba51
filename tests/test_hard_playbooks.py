"""A playbook that nobody would write is answered all the same, and does not keep a machine busy."""

from pathlib import Path

import pytest

from support.command import run_guildbook

TEXT = "rules:\n  a:\n    label: x\n    short: y\n    text: |\n      "
RULES = {
    "sixty thousand letters without a blank": TEXT + "a" * 60_000,
    "an address without an end": TEXT + "a." * 30_000,
    "letters and lines by turns": TEXT + "_a" * 30_000,
    "brackets that look like links": TEXT + "](" * 30_000,
    "nothing but opening signs": TEXT + "<" * 60_000,
    "a key and twenty thousand blanks": "rules:\n  a" + " " * 20_000 + "x",
    "fifty thousand dashes in a line": "- " * 50_000,
    "fifty thousand dashes below a key": "rules:\n  " + "- " * 50_000 + "x",
    "twenty-five thousand unknown keys": TEXT[: TEXT.index("    text")] + "".join(f"    k{n}: v\n" for n in range(25_000)),
    "four thousand rules of an unknown group": "rules:\n"
    + "".join(f"  r{n}:\n    label: x\n    short: y\n    group: nowhere\n" for n in range(4_000)),
}
SECONDS = 30
"""A hundred times what any of these takes; before they were mended, each took as long or never ended."""


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
def test_it_is_answered(small: Path, name: str) -> None:
    (small / "playbooks/spoilers.yml").unlink()
    (small / "content/rules.yml").write_text(RULES[name] + "\n", encoding="utf-8")
    done = run_guildbook(small, "check", seconds=SECONDS)
    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert "Traceback" not in done.stdout
