"""What the looks are made of, read from components/tokens.css: the one place for colours and breakpoints."""

import re

from guildbook.package_data import read_package_files

_TOKENS_FILE = "components/tokens.css"
_WIDTH = re.compile(r"@custom-media (--[\w-]+) (\([^)]*\));.*\n")
_LIGHT, _DARK = ":root,", '[data-md-color-scheme="slate"]'


def _read_tokens() -> str:
    return read_package_files(_TOKENS_FILE)[_TOKENS_FILE].decode()


def tokens_css() -> str:
    """The tokens as a browser understands them: without the breakpoints, which have no names there."""
    return _WIDTH.sub("", _read_tokens())


def fill_in_widths(css: str) -> str:
    """A style sheet with each named breakpoint, as in `@media (--gb-narrow)`, replaced by what it stands for."""
    for name, condition in _WIDTH.findall(_read_tokens()):
        css = css.replace(f"({name})", condition)
    return css


def paper(is_dark: bool) -> str:
    """The colour behind all text in one of the two schemes, as #rrggbb."""
    block = _read_tokens().partition(_DARK if is_dark else _LIGHT)[2]
    return block.partition("--gb-paper:")[2].partition(";")[0].strip()
