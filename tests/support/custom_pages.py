"""Files that owners add by hand."""

from pathlib import Path


def write_file(folder: Path, name: str, content: str | bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def make_page(text: str, *more: str, site: str = "members") -> str:
    return "\n".join(["---", f"site: {site}", "title: A page of mine", *more, "---", text, ""])
