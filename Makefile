# Thin: every target is a command that can be typed by hand. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test check lint types imports docs eval bench lock clean

help:  ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)$$/\1\t\2/' | expand -t 10

setup: .venv/.ready  ## Make .venv and install what requirements.lock pins, each file checked by its hash

.venv/.ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say which: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

demo: setup  ## Serve a small county web on 127.0.0.1, crawl it into data/, and show what can be asked
	@$(BIN)/scrapy demo

test: setup  ## Run the tests, in parallel, on SQLite and on a real Postgres that they bring themselves
	$(BIN)/pytest -n auto

check: setup lint types imports docs  ## Lint, types, the import rules of the house, and whether the generated docs are fresh

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

docs: setup
	$(BIN)/python -m scripts.make_docs --check

eval: .venv/.peers  ## Score reading, lists, facts and the export against hand-made gold, beside the peers (where ../shared/corpus is present)
	$(BIN)/python -m bench.eval
	$(BIN)/python -m bench.eval_lists
	$(BIN)/python -m bench.eval_export
	$(BIN)/python -m demo.judge --articles 380

bench: .venv/.peers  ## Measure speed beside the peers, in one run
	$(BIN)/python -m bench

.venv/.peers: .venv/.ready bench/requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.lock
	@touch $@

lock: setup  ## Resolve requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet pyproject.toml --group dev --generate-hashes --no-emit-index-url --universal --upgrade -o requirements.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --group dev --group peers --constraint requirements.lock --generate-hashes --no-emit-index-url --universal -o bench/requirements.lock

clean:  ## Remove what the demo made
	rm -rf data
