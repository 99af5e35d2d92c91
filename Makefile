# Two commands for a newcomer: make demo, make test. They need python3 (3.11+), python3-venv, git and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs site build clean

demo: .venv/ready
	$(BIN)/newslint check examples/newsroom --exit-zero

test: .venv/ready-dev
	$(BIN)/python -m pytest -n auto

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The page of rules and the schemas, which are printed from the code; a test fails where they are stale.
docs: .venv/ready-dev
	$(BIN)/python tools/print_docs.py

# The site, in site/; a dead link stops it.
site: .venv/ready-docs
	$(BIN)/mkdocs build --strict

build: .venv/ready-dev
	rm -rf dist
	$(BIN)/python -m build
	$(BIN)/python -m twine check --strict dist/*

clean:
	rm -rf .venv dist build site

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

.venv/ready-docs: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable ".[docs]"
	touch $@ .venv/ready
