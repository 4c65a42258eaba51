"""The community that comes with Guildbook: its files, and which of its words somebody still uses."""

from pathlib import Path

from guildbook.model import Book, TextForm, iter_leaves, name_of

PACKAGE = Path(__file__).parent.parent
PARTS = ("content", "playbooks", "site_config", "mkdocs.yml")
"""What of the repository is a community's playbook: the wheel holds these in `starter_files/`."""

MIN_COMPARED_LETTERS = 40
"""Shorter texts are alike by chance."""


def starter_files() -> dict[str, bytes]:
    """The files of the starter community, from the installed package or, in an editable install, from the repository."""
    installed = PACKAGE / "starter"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent
    found = [path for part in PARTS for path in ([folder / part] if (folder / part).is_file() else (folder / part).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found) if path.is_file() and _belongs(path)
    }


def _belongs(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix != ".pyc"


def unchanged_texts(book: Book) -> list[str]:
    """The names of everything in a book that is still the starter's, word for word; nothing where the book is the starter."""
    if book.community.example:
        return []
    words = " ".join(" ".join(data.decode().split()) for name, data in starter_files().items() if name.endswith(".yml"))
    texts = (
        leaf for leaf in iter_leaves(book) if isinstance(leaf.marker, TextForm) and len(leaf.value) >= MIN_COMPARED_LETTERS
    )
    return [name_of(leaf.path) for leaf in texts if " ".join(leaf.value.split()) in words]
