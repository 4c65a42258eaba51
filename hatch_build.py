"""What the package's page on an index needs to know of the repository: its address, for links and pictures in the README.

The address is not written anywhere in the project: whoever builds says it in GUILDBOOK_REPOSITORY. Without it, the README stays
as it is and the package names no addresses.
"""

import os
import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

_RELATIVE = re.compile(r'(\]\(|src=")(?!https?:|#)([^)"]+)')


class CustomMetadataHook(MetadataHookInterface):
    """Fills `readme` and `urls`."""

    def update(self, metadata: dict[str, object]) -> None:
        """Put the README and the project's addresses into the package's metadata."""
        repository = os.environ.get("GUILDBOOK_REPOSITORY", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        if repository:
            text = _RELATIVE.sub(lambda found: f"{found[1]}{_address(repository, found[1], found[2])}", text)
            metadata["urls"] = {
                "Homepage": repository,
                "Source": repository,
                "Issues": f"{repository}/issues",
                "Changelog": f"{repository}/blob/main/CHANGELOG.md",
            }
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def _address(repository: str, before: str, path: str) -> str:
    return f"{repository}/{'raw' if before.startswith('src') else 'blob'}/main/{path}"
