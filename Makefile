# For a newcomer: make demo and make test. They need python3 (3.11 or later), python3-venv, git and make.
PYTHON ?= python3
BIN := .venv/bin
CASES ?= 10000
FUZZ_SECONDS ?= 3600
EXTRAS ?= lsp,server

.PHONY: demo test clients proof fuzz lint docs site build app clean

# Sets everything up and checks the stories in examples/newsroom.
demo: .venv/ready
	$(BIN)/newslint check examples/newsroom --exit-zero

# Sets everything up and runs every test.
test: .venv/ready-dev
	$(BIN)/python -m pytest -n auto

# Tries newslint with real editors, browsers and clients; as root on Debian it installs what is missing.
clients: .venv/ready-dev
	.ci/clients

# Every test, and those that generate stories over as many as a proof asks for. It takes long.
proof: .venv/ready-dev
	NEWSLINT_CASES=$(CASES) $(BIN)/python -m pytest -n auto

# Reads, checks and fixes what a fuzzer thinks of, for FUZZ_SECONDS. atheris finds most; it has wheels for Linux only.
fuzz: .venv/ready-dev
	$(BIN)/python -m pip install --quiet --only-binary :all: atheris \
	  || echo "there is no wheel of atheris for this Python: stories are mutated by chance"
	PYTHONPATH=.:tests FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m fuzz.target

# ruff and mypy, as CI runs them.
lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Prints docs/rules.md and schemas/ from the code; a test fails if they are out of date.
docs: .venv/ready-dev
	$(BIN)/python tools/print_docs.py

# Builds the site of docs/ in site/ with pictures of what newslint prints; a dead link stops it.
site: .venv/ready-docs
	$(BIN)/python tools/pictures.py
	$(BIN)/mkdocs build --strict

# Builds the wheel and the sdist in dist/ and checks them.
build: .venv/ready-dev
	rm -rf dist
	$(BIN)/python -m build
	$(BIN)/python -m twine check --strict dist/*

# One file that needs nothing but the same release of Python on the same platform: dist/newslint.pyz.
app: .venv/ready-app
	rm -rf build/app
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/app .
	$(BIN)/pex "$$(echo build/app/newslint-*.whl)[$(EXTRAS)]" --no-build --console-script newslint \
	  --venv --sh-boot --compile --output-file dist/newslint.pyz

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

.venv/ready-app: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet "pex>=2.100,<3"
	touch $@
