"""What docs/ says is what the code does."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from guildbook.commands.explain import explanations
from guildbook.model import FILES
from guildbook.schemas import schemas
from support.command import run_guildbook
from support.paths import ROOT, TESTS
from support.starter import BOOK


def made_by_docs() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: make() for name, make in module.PAGES.items()}


@pytest.mark.parametrize("page", ["fields.md", "checks.md"])
def test_the_pages_made_from_the_code_are_up_to_date(page: str) -> None:
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == made_by_docs()[page], "run: make docs"


def test_every_problem_that_is_printed_can_be_explained() -> None:
    printed = {
        name
        for says in (TESTS / "mistakes").glob("*/says.txt")
        for name in re.findall(r"^  → .*\[([a-z-]+)\]$", says.read_text(), re.M)
    }
    assert printed
    assert printed <= set(explanations())


def test_explain_tells_what_a_check_is_for(tmp_path: Path) -> None:
    said = run_guildbook(tmp_path, "explain", "open-loop")
    assert said.stdout.startswith("A reply promises to be back, and no reply closes that loop.")
    wrong = run_guildbook(tmp_path, "explain", "open-lop")
    assert "Did you mean “open-loop”?" in wrong.stdout
    assert wrong.returncode == 2


def test_show_tells_where_a_thing_stands_and_where_it_appears() -> None:
    rule_id = next(step.rule for playbook in BOOK.playbooks.values() for step in playbook.steps if step.rule)
    said = run_guildbook(ROOT, "show", f"rules/{rule_id}").stdout
    assert "stands in content/rules.yml, line" in said
    assert "is named by playbook" in said
    assert "appears on the page “Rules” of the member site (/rules/)" in said


def test_every_file_of_the_starter_names_its_schema_for_the_editor() -> None:
    files = [path for spec in FILES for path in ROOT.glob(spec.pattern)]
    assert files
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=((?:\.\./)+build/schema/([a-z]+)\.json)", first)
        assert found, path
        assert found[2] in schemas()
        assert (path.parent / found[1]).resolve() == ROOT / "build" / "schema" / f"{found[2]}.json"


def test_schemas_take_text_that_looks_like_a_number_and_refuse_unknown_keys() -> None:
    rule = json.loads(schemas()["rules"])["$defs"]["Rule"]
    assert rule["additionalProperties"] is False
    assert rule["properties"]["label"]["type"] == ["string", "number", "boolean"]
    assert rule["properties"]["label"]["description"]
