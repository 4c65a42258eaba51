"""Files that come with Guildbook: templates, assets, theme parts, the starter community. Nothing else reads them."""

from pathlib import Path

PACKAGE_FOLDER = Path(__file__).parent
REPOSITORY = PACKAGE_FOLDER.parent.parent
"""The folder around an editable install; of no meaning in an installed package."""


def package_folder(name: str) -> Path:
    """Where a folder of the package stands, for libraries that read it themselves (Jinja, gettext)."""
    return PACKAGE_FOLDER / name


def read_package_files(*names: str, folder: Path = PACKAGE_FOLDER) -> dict[str, bytes]:
    """Files of the package, and everything below its folders, of these names: by path below `folder`, with "/", sorted.

    What is not there is left out. `folder` is the package unless the files stand around it, as those of the starter do.
    """
    roots = [folder / name for name in names]
    paths = [path for root in roots for path in ([root] if root.is_file() else sorted(root.rglob("*"))) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}
