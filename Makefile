# Every target sets up what it needs from nothing: Python 3.11 or newer, git and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check eval bench pictures lock clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   print the brief of the bundled example and say where its page is"
	@echo "make test   pass all tests"
	@echo "make check  tests, types, lint, format and import contracts"
	@echo "make eval   one table of quality over the annotated sets, against the floors"
	@echo "make bench  speed and growth as ratios against named peers"
	@echo "make pictures  draw the screenshots of docs/pictures anew (needs Chromium)"
	@echo "make lock   write the lock file anew after a change of dependencies"

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("sayso needs Python 3.11 or newer; set PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

# One report of the example is broken on purpose; sayso says so and ends with 1, which is no failure here.
demo: $(READY)
	$(BIN)/sayso brief examples/harbour-fire --html build/demo.html || test $$? -eq 1

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

eval: $(READY)
	$(BIN)/python -m evals

bench: $(READY)
	$(BIN)/python -m benchmarks

pictures: $(READY)
	$(BIN)/python docs/make_pictures.py

lock:
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build
