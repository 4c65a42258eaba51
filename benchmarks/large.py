"""`guildbook check` on 1,000 rules and 200 playbooks: time and memory of the process, beside only reading the same YAML."""

import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RULES, PLAYBOOKS, RUNS = 1000, 200, 5
READ = "import yaml, pathlib; [yaml.load(p.read_text(), Loader=yaml.CSafeLoader) for p in pathlib.Path('.').rglob('*.yml')]"


def large(folder: Path) -> None:
    """Write the starter with many more rules and playbooks into a folder."""
    for part in ("content", "playbooks", "site_config"):
        shutil.copytree(ROOT / part, folder / part)
    rules_file = (ROOT / "content" / "rules.yml").read_text(encoding="utf-8")
    rule = re.findall(r"^  no-spam:\n(?:    .*\n|\n)+", rules_file, re.MULTILINE)[0]
    (folder / "content" / "rules").mkdir()
    for file in range(10):
        rules = (rule.replace("no-spam:", f"rule-{file}-{number}:") for number in range(RULES // 10))
        (folder / "content" / "rules" / f"part-{file}.yml").write_text("rules:\n" + "".join(rules), encoding="utf-8")
    playbook = (ROOT / "playbooks" / "spam.yml").read_text(encoding="utf-8")
    for number in range(PLAYBOOKS):
        (folder / "playbooks" / f"spam-{number}.yml").write_text(playbook, encoding="utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """How long a command takes, start of the interpreter included."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout[:2000] + done.stderr[:2000])
    return time.perf_counter() - began


def main() -> None:
    """Print the middle of several runs, each beside its rival's."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        large(folder)
        ours, rival = [], []
        for _ in range(RUNS):
            ours.append(seconds([sys.executable, "-m", "guildbook", "check"], folder))
            rival.append(seconds([sys.executable, "-c", READ], folder))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"check, {RULES} rules and {PLAYBOOKS} playbooks: {statistics.median(ours):.2f} s, at most {peak:.0f} MB")
    print(f"reading the same files with PyYAML's C loader: {statistics.median(rival):.2f} s")
    print(f"ratio of the medians: {statistics.median(ours) / statistics.median(rival):.1f}")


if __name__ == "__main__":
    main()
