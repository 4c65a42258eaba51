"""A community of texts that an engine, a template or a browser could take for something else than text."""

import re
from pathlib import Path
from typing import Any

from support.communities import copy_community, make_playbook, write_yaml

HOSTILE = (
    "Subject: x",
    "Rule: y",
    "---\ntitle: x\nplugins: [evil]\n---\nbody",
    "#channel",
    "# A heading",
    "2026. Text",
    "3. three\n4. four",
    "1) one\n2) two",
    "- a dash\n  - further in",
    "A line\n- and a list right after it",
    "+ a plus",
    "* a star",
    "> a quote",
    "| a | pipe",
    "| a | b |\n|---|:-:|\n| 1 | 2 | 3 |",
    "    four blanks",
    "   \u00a0 three blanks and one that does not break",
    "\ta tab first",
    "a\ttab\t\tinside",
    "<Individual>",
    "[Individual]",
    "[text](https://one.example 'titles \"too\" <b> {{ x }} *y*')",
    "_a_b_",
    "__init__ and snake_case_name",
    "*a*b*",
    "~~struck~~ and ~not~",
    "`a` ``b` ``",
    "&amp;",
    "&amp;amp; &copy; &#35; &#x23; &lt;b&gt; & &; &nosuch;",
    "{{ x }}",
    "{{ ''.__class__.__mro__ }}",
    "{% x %}",
    "{%- raw -%}{{ x }}{%- endraw -%}",
    "{# x #}",
    "{#id}",
    "A heading { #other .class onclick=x }",
    "{: #other .class }",
    "%{x}",
    "${x}",
    "%(x)s %s {0} {} {x!r}",
    "a title\n===",
    "===",
    "---",
    "***",
    "~~~",
    "~~~\nopen for ever",
    ":::",
    "::: note\nx\n:::",
    "!!!",
    '!!! note "x"\n    inside',
    "???+ x",
    '=== "Tab"\n    x',
    "/// note\nx\n///",
    "[ ] a box",
    "- [x] a ticked box",
    "```\ncode\n```",
    "```python hl_lines=1\ncode\n```",
    "````\n```\ncode\n```\n````",
    "`````\n````\n```\ncode\n```\n````\n`````",
    "^If you read this^",
    "~x~ ==y== ++z++ ^^w^^",
    "$5 and $6",
    "$$x$$ \\(y\\) \\[z\\]",
    ":smile: :material-weather-night:",
    "@here @everyone",
    "trailing blanks   ",
    "a line   \nafter two blanks or more",
    "a line\\\nafter a backslash",
    "\na newline first",
    "two\n\n\n\nblank lines and newlines last\n\n",
    "Z\u0351\u036b\u0343\u036a\u0302a\u0334\u0321l\u0315\u0489g\u0338o\u0337",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "1️⃣ #️⃣ *️⃣",
    "مرحبا بالعالم, Castlemail 2.0 (2026)",
    "שלום עולם: 12:30",
    "不要发垃圾信息。",
    "NFC \u00e9 \u00c5 \uac00",
    "NFD e\u0301 A\u030a \u1100\u1161",
    "zero\u200bwidth\u2060no\ufeffbreak\u00ad.",
    "separators \u2028 and \u2029 stay",
    "</pre><script>alert(1)</script>",
    "</code></pre><h1>x</h1>",
    '"><img src=x onerror=alert(1)>',
    "</title><script>alert(1)</script>",
    "</script><style>x</style><textarea>",
    "<!-- x -->",
    "<!-- never closed",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "]]>",
    "<div markdown=1>",
    "</div></div></article>",
    "\\",
    "\\\\",
    "\\* \\_ \\# \\<b\\> C:\\new\\table",
    '--8<-- "secret.txt"',
    "[TOC]",
    "*[abbr]: x",
    "the abbr is here",
    "[^1]: note",
    "a note[^1]",
    "[name]: https://one.example",
    "see [name] and [name][]",
    "=> x",
    '"x": y',
    "'x' ‘y’ “z” -- --- ... (c) (tm)",
    "https://one.example/_a_b_?x=1&copy=2",
    "see **https://one.example/*a*/_b_**, or (https://one.example/_c_).",
    "[https://one.example/_a_](https://one.example/_b_)",
    "<https://one.example/a_b_c>",
    "klzzwxh:0042 \u0041mp wzxhzdk:0",
    "x" * 4000,
    "A long one. " * 300 + "End",
)
"""What people paste, and what a Markdown engine, a template or a browser could take for something else than text."""

NAME = "Bread & Butter \"<b>\" {{ x }} &amp; 'y'"
"""A community's name: it stands in every page's title, header and logo."""

LINES = tuple(text.strip() for text in HOSTILE if len(text) < 1000 and not re.search("[\n\u0085\u2028]", text))

SAME_TITLE = ("twice-one", "twice-two")


def write_hostile(folder: Path) -> None:
    """A community with every hostile text as a reply, as titles and labels, and as prose."""
    copy_community("small", folder)
    write_yaml(folder / "content/community.yml", {"name": NAME, "purpose": {"short": LINES[0]}, "language": "en"})
    write_yaml(folder / "content/rules.yml", {"groups": {"all": {"title": "All"}}, "rules": make_hostile_rules()})
    (folder / "playbooks/spoilers.yml").unlink()  # it names the rule that stands no longer
    write_yaml(folder / "playbooks/replies.yml", make_playbook("Replies", make_hostile_replies()))
    for number, line in enumerate(LINES):
        write_yaml(folder / f"playbooks/title-{number}.yml", make_playbook(line, {}))


def make_hostile_replies() -> dict[str, Any]:
    titles = {f"reply-{number}": LINES[number % len(LINES)] for number in range(len(HOSTILE))}
    return {key: {"to": "everyone", "title": titles[key], "text": text} for key, text in zip(titles, HOSTILE, strict=True)}


def make_hostile_rules() -> dict[str, Any]:
    """Each text is some rule's `text` and another's `why` and example, so that each could eat another one."""
    rules = {
        f"rule-{number}": {
            "label": LINES[number % len(LINES)],
            "short": LINES[-1 - number % len(LINES)],
            "text": text,
            "why": HOSTILE[-1 - number],
            "allowed": [HOSTILE[number - 7], "fine"],
        }
        for number, text in enumerate(HOSTILE)
    }
    return rules | {rule_id: {"label": "No spam", "short": "The same title twice."} for rule_id in SAME_TITLE}
