PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test install lint clean

$(BIN)/didar: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

demo: $(BIN)/didar
	$(BIN)/didar read --format pretty examples/*

$(VENV)/.test: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(BIN)/didar

lint: $(VENV)/.test
	$(BIN)/ruff check src tests evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest
