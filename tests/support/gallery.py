"""Build the gallery, which shows every component, in build/gallery/site. `make gallery` runs this."""

import os
import sys
from pathlib import Path

from guildbook import output
from guildbook.engine import start_engine
from guildbook.postprocess import postprocess
from guildbook.render import render
from guildbook.render.gallery import gallery

FOLDER = Path(__file__).parent.parent.parent / "build" / "gallery"


def build_gallery(folder: Path) -> Path:
    """Build the gallery below a folder with MkDocs, as any site is built; gives the folder of the finished site."""
    plan, custom_files = gallery()
    source, site = folder / "source", folder / "site"
    output.write_tree(source, render(plan, custom_files, str))
    with start_engine("mkdocs", os.environ) as engine:
        engine.begin(source)
        engine.wait(source)
    output.write_tree(site, postprocess(output.read_tree(source / "out"), plan))
    return site


if __name__ == "__main__":
    sys.stdout.write(f"{build_gallery(FOLDER)}/index.html\n")
