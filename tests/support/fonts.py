"""The three sets of fonts that layout is tested with, and the file that makes a program see one of them and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

INSTALLED = Path("/usr/share/fonts/truetype")
"""Where Debian's packages put fonts; tests/install_tools.sh sees to them."""

STYLES = ("", "-Regular", "-Bold", "-Italic", "-BoldItalic")
"""The ends of the file names that are taken: those that the packages have, whatever more is installed beside them."""


@dataclass(frozen=True)
class FontSet:
    """Three families of one designer, by what they are for, and the folder of their package below `INSTALLED`."""

    folder: str
    sans: str
    serif: str
    mono: str

    @property
    def aliases(self) -> Mapping[str, str]:
        """The family that stands for each general name of CSS."""
        generic = {"sans-serif": self.sans, "serif": self.serif, "monospace": self.mono}
        system = {"system-ui": self.sans, "ui-sans-serif": self.sans, "ui-serif": self.serif, "ui-monospace": self.mono}
        return generic | system

    def list_files(self) -> list[Path]:
        """The files of the three families. Raises AssertionError with what to do when a family is not installed."""
        found = []
        for family in (self.sans, self.serif, self.mono):
            stem = INSTALLED / self.folder / family.replace(" ", "")
            files = [path for style in STYLES if (path := stem.with_name(f"{stem.name}{style}.ttf")).is_file()]
            assert files, f"The font {family} is missing: run sh tests/install_tools.sh."
            found += files
        return found


FONT_SETS: Mapping[str, FontSet] = {
    "Noto": FontSet("noto", "Noto Sans", "Noto Serif", "Noto Sans Mono"),
    "DejaVu": FontSet("dejavu", "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"),
    "Liberation": FontSet("liberation", "Liberation Sans", "Liberation Serif", "Liberation Mono"),
}
"""Wide, wider and narrow letters: what fits in one of them may not fit in another."""

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
{aliases}
<match target="pattern"><edit name="family" mode="append_last"><string>{otherwise}</string></edit></match>
</fontconfig>
"""
ALIAS = '<alias binding="same"><family>{name}</family><prefer><family>{family}</family></prefer></alias>'


def write_fontconfig(fonts: FontSet, folder: Path) -> Path:
    """Write what the environment variable FONTCONFIG_FILE can name, so that a program sees one set of fonts and no other.

    Args:
        fonts: The set.
        folder: An empty folder; links to the fonts and the cache of fontconfig stand in it too.

    Returns:
        The file.
    """
    links = folder / "fonts"
    links.mkdir()
    for file in fonts.list_files():
        (links / file.name).symlink_to(file)
    aliases = "\n".join(ALIAS.format(name=name, family=escape(family)) for name, family in fonts.aliases.items())
    written = folder / "fonts.conf"
    values = {"fonts": str(links), "cache": str(folder / "cache"), "otherwise": fonts.sans}
    text = FONTCONFIG.format(aliases=aliases, **{name: escape(value) for name, value in values.items()})
    written.write_text(text, encoding="utf-8")
    return written
