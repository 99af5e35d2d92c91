# Two commands for a newcomer: make demo, make test. They need python3 (3.11+), python3-venv, git and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs build clean

demo: .venv/ready
	$(BIN)/newslint check examples/newsroom --exit-zero

test: .venv/ready-dev
	$(BIN)/python -m pytest

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The pages that are printed from the rules and the command line; a test fails where they are stale.
docs: .venv/ready-dev
	$(BIN)/python tests/print_docs.py

build: .venv/ready-dev
	$(BIN)/python -m build

clean:
	rm -rf .venv dist build

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q newslint
	touch $@

.venv/ready-dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	$(BIN)/python -m compileall -q newslint
	touch $@ .venv/ready
