# The two commands: `make site` builds this repository's own community, `make test` runs everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin

help: ## say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/'

site: .venv/ready ## check and build this repository's own community
	@$(BIN)/guildbook build
	@echo
	@echo "Look at them:"
	@echo "  the member site:  $(BIN)/python -m http.server --bind 127.0.0.1 --directory site/members 8000    then open http://127.0.0.1:8000"
	@echo "  the handbook:     $(BIN)/python -m http.server --bind 127.0.0.1 --directory site/handbook 8001   then open http://127.0.0.1:8001"

check: .venv/ready-to-test ## all that needs neither an engine nor a browser, in under a minute: run it every few minutes
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/house.py
	$(BIN)/guildbook check --strict
	$(BIN)/pytest -m "not engine and not browser and not slow"

test: .venv/ready-to-test tools ## everything that CI runs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/house.py
	$(BIN)/guildbook check --strict
	$(BIN)/pytest

coverage: .venv/ready-to-test tools ## all tests, and which lines none of them reached
	$(BIN)/pytest --cov=guildbook --cov-report=term-missing:skip-covered

dist: .venv/ready ## the source archive and the wheel, in dist/
	rm -rf dist
	$(BIN)/hatchling build

bless: .venv/ready-to-test ## accept what the golden sites and the mistakes now say, then read the diff
	GUILDBOOK_BLESS=1 $(BIN)/pytest -n 0 tests/test_golden.py tests/test_gallery.py tests/test_mistakes.py

docs: .venv/ready ## write the field guide and the list of checks again
	$(BIN)/python docs/make.py

gallery: .venv/ready ## show every component on one page, in build/gallery/site
	@$(BIN)/python tests/support/gallery.py

pictures: .venv/ready-to-test tools site ## take the README's pictures again
	$(BIN)/python tests/browser/screenshots.py

bench: .venv/ready-to-test ## measure: each figure beside its rival's
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/large.py
	$(BIN)/python benchmarks/serve.py
	$(BIN)/python benchmarks/planning.py

lock: ## write the pinned, hashed requirements again (needs uv)
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --group build pyproject.toml -o requirements.txt
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --group build --group test pyproject.toml -o requirements-test.txt

tools:
	@sh tests/install_tools.sh

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-to-test: .venv/ready requirements-test.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

clean: ## take away everything that was made
	rm -rf build site export dist .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.PHONY: help site check test coverage dist bless docs gallery pictures bench lock tools clean
