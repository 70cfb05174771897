# All targets need nothing but Python 3.11 or later and the network: `make demo`, `make test`.
# Another Python: make PYTHON=python3.12 test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help demo test lint format schema readme models clean

help:
	@echo 'make demo    read the examples and show their records'
	@echo 'make test    run the linters and all tests'
	@echo 'make lint    run the linters alone'
	@echo 'make format  lay the code out as the linters want it'
	@echo 'make schema  write docs/record.schema.json anew from the code'
	@echo 'make readme  write what the commands of README print into it'
	@echo 'make models  count the word lists and train the half-space model and the speech acts anew from CORPUS'
	@echo 'make clean   remove what the other targets made'

demo: $(VENV)/.installed
	$(BIN)/didar read --format pretty examples/*

test: lint
	$(BIN)/pytest

lint: $(VENV)/.installed-for-tests
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-for-tests
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

readme: $(VENV)/.installed-for-tests
	$(BIN)/python -m tests.readme

CORPUS ?= ../shared/corpus/news.jsonl.xz
models: $(VENV)/.installed-for-models
	$(BIN)/python -m evaluation.train_repair $(CORPUS)
	$(BIN)/python -m evaluation.train_acts
	$(BIN)/python -m evaluation.train_latin

schema: $(VENV)/.installed
	$(BIN)/python -m didar.views.schema > docs/record.schema.json

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Didar needs Python 3.11 or later: make PYTHON=python3.12 ...'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install -e .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml | $(BIN)/python
	$(PIP) install -e '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-for-models: pyproject.toml | $(BIN)/python
	$(PIP) install -e '.[models]'
	@touch $@ $(VENV)/.installed
