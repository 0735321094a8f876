# Everything from a fresh checkout: `make demo` shows the main job on a real case, `make test` runs the tests.
# Both make their own virtual environment in .venv and install into it. Windows: see README, "Install".

VENV ?= .venv
PYTHON ?= $(shell for each in python3.12 python3.11 python3 python3.13 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$each; break; }; done)
BIN = $(VENV)/bin

.PHONY: demo test lint bench mutants docs docs-serve docs-cli clean python

demo: $(VENV)/.installed
	$(BIN)/majlis decide scenarios/az-1995/law/overridden.yaml
	$(BIN)/majlis pass az-1995/law --matter 94.I.3 --in-favour 80

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.installed-test
	$(BIN)/python -m pytest benchmarks --benchmark-only

# Changes the content in one place after another and tells which changes nobody notices; half an hour on two cores.
mutants: $(VENV)/.installed-test
	$(BIN)/python -m benchmarks.mutants --resume .benchmarks/mutants.jsonl

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict
	@echo "Open site/index.html in a browser; search works there, too."

docs-serve: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs serve

docs-cli: $(VENV)/.installed-test
	$(BIN)/python -m majlis.cli.reference

clean:
	rm -rf $(VENV) site

python:
	@test -n "$(PYTHON)" || { echo "majlis needs Python 3.11 or newer, and none was found on PATH."; \
	echo "Install one (https://www.python.org/downloads/), or name it: make demo PYTHON=/path/to/python3.12"; exit 1; }

$(VENV)/bin/python: | python
	$(PYTHON) -m venv $(VENV)

# durable-rules is built from source on Python 3.11 and 3.12; newer Pythons do without it.
define install
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info >= (3, 13))' || command -v cc >/dev/null || command -v gcc >/dev/null || { \
	echo "durable-rules is built from source and needs a C compiler, and none was found."; \
	echo "Install one (Debian, Ubuntu: apt install build-essential; macOS: xcode-select --install),"; \
	echo "or use Python 3.13, where majlis decides with its own engine: make demo PYTHON=python3.13"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable "$(1)"
	@touch $@
endef

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(call install,.)

$(VENV)/.installed-docs: pyproject.toml | $(VENV)/bin/python
	$(call install,.[docs])

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	$(call install,.[test])

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(call install,.[dev])
