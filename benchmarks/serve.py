"""From saving a file to the page being served: `guildbook serve`, both sites, beside `mkdocs serve`, the derived handbook."""

import contextlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS, PATIENCE = 7, 60


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextlib.contextmanager
def served(command: list[str], folder: Path) -> Iterator[None]:
    """Run a server while the block runs."""
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def until(address: str, word: str) -> float:
    """Wait until a page holds a word; gives the time at which it did."""
    given_up = time.perf_counter() + PATIENCE
    while time.perf_counter() < given_up:
        with contextlib.suppress(OSError):
            if word in urllib.request.urlopen(address).read().decode():
                return time.perf_counter()
        time.sleep(0.005)
    sys.exit(f"{address} does not show {word}.")


def change(file: Path, pattern: str, address: str) -> list[float]:
    """How long each of several changes of a line took until it was served."""
    before = file.read_text(encoding="utf-8")
    taken = []
    for run in range(RUNS + 1):
        time.sleep(0.5)
        began = time.perf_counter()
        file.write_text(re.sub(pattern, f"changed{run}", before, count=1), encoding="utf-8")
        taken.append(until(address, f"changed{run}") - began)
    return taken[1:]


def main() -> None:
    """Print the middle of several changes, each beside its rival's."""
    with tempfile.TemporaryDirectory() as made:
        ours, rival = Path(made) / "ours", Path(made) / "rival"
        for part in ("content", "playbooks", "site_config"):
            shutil.copytree(ROOT / part, ours / part)
        subprocess.run([sys.executable, "-m", "guildbook", "build"], cwd=ours, check=True, capture_output=True)
        shutil.copytree(ours / "build" / "handbook", rival)
        port, other = free_port(), free_port()
        home, its = f"http://127.0.0.1:{port}/handbook/playbooks/spam/", f"http://127.0.0.1:{other}/playbooks/spam/"
        with served([sys.executable, "-m", "guildbook", "serve", "--port", str(port)], ours):
            until(home, "the same link")
            taken = change(ours / "playbooks" / "spam.yml", "the same link", home)
        with served([sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{other}"], rival):
            until(its, "the same link")
            theirs = change(rival / "docs" / "playbooks" / "spam" / "index.md", "the same link", its)
    print(f"guildbook serve, save to served, both sites: {statistics.median(taken):.2f} s")
    print(f"mkdocs serve, save to served, the handbook:  {statistics.median(theirs):.2f} s")
    print(f"ratio of the medians: {statistics.median(taken) / statistics.median(theirs):.2f} (1.5 at most)")


if __name__ == "__main__":
    main()
