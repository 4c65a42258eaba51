"""The community that comes with Guildbook: its files, and which of its words somebody still uses."""

from pathlib import PurePosixPath

from guildbook.model import Book, TextForm, iter_leaves, name_of
from guildbook.package_data import REPOSITORY, package_folder, read_package_files

STARTER_PARTS = ("content", "playbooks", "site_config", "mkdocs.yml")
"""What of the repository is a community's playbook: the wheel holds these in `starter/`."""

MIN_COMPARED_LETTERS = 40
"""Shorter texts are alike by chance."""


def starter_files() -> dict[str, bytes]:
    """The files of the starter community, from the installed package or, in an editable install, from the repository."""
    installed = package_folder("starter")
    files = read_package_files(*STARTER_PARTS, folder=installed if installed.is_dir() else REPOSITORY)
    return {name: data for name, data in files.items() if _is_for_owners(PurePosixPath(name))}


def _is_for_owners(path: PurePosixPath) -> bool:
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
