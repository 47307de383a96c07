# Every command of a contributor; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
DEMO ?= .demo
BIN := $(VENV)/bin
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test lint format eval bench docs lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The stamp is older than the lock when the lock changed: then the environment is brought up to date.
$(VENV)/.installed: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/.installed ## read the bundled sample and write a trend report
	$(BIN)/marsad run --warehouse $(DEMO)/warehouse --input examples/sample-news
	$(BIN)/marsad report --warehouse $(DEMO)/warehouse --period month --output $(DEMO)/report
	@echo
	@echo "Report:   $(DEMO)/report (open the .html file in a browser)"
	@echo "Database: $(DEMO)/warehouse/marsad.duckdb (any DuckDB client)"
	@echo "Ask it:   $(BIN)/marsad query --warehouse $(DEMO)/warehouse \"select country, count(*) n from incidents group by all order by n desc\""

test: $(VENV)/.installed ## run the tests
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.installed ## ruff, format check, mypy strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed ## let ruff format and repair
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/.installed ## score extraction against annotated cases and the last floors
	$(BIN)/python -m tests.eval

bench: $(VENV)/.installed ## measure articles a second and memory
	$(BIN)/python -m tests.bench

docs: $(VENV)/.installed ## renew docs/tables.md from the contracts and views
	$(BIN)/python -m warehouse.tables_page > docs/tables.md.new
	mv docs/tables.md.new docs/tables.md

lock: $(VENV)/.installed ## renew requirements.lock within the bounds of pyproject.toml
	$(BIN)/uv pip compile --quiet --no-header --no-annotate --no-emit-index-url --universal --python-version 3.11 \
		--upgrade --extra dev pyproject.toml --output-file requirements.lock

clean: ## remove the environment, the demo and all caches
	rm -rf $(VENV) $(DEMO) .ci-venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
