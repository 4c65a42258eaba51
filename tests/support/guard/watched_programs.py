"""The programs that a test needs a marker for. Read by the guard too, so it imports nothing of ours."""

import re

STARTS_ONE = re.compile(r"mkdocs(?!\.yml)|zensical|playwright|chromium|google-chrome")
"""Stands in the command of each engine, and in that of Playwright, which starts the browser."""

SAYS = "This starts an engine or a browser: give the test the marker `engine` or `browser`."
EXIT_CODE = 97
