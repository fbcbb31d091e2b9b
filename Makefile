# `make site` and `make test` set up whatever they need; see CONTRIBUTING.md for the rest.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check -q
RUNTIME = $(VENV)/.runtime
DEV = $(VENV)/.dev
LOCAL = pyproject.toml models/quotes/pyproject.toml

.PHONY: site test check golden soak lighthouse lock format model summary-weights clean browser

site: $(RUNTIME)
	$(BIN)/brief build

test: $(DEV) browser check
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Writes tests/golden anew from seeds/; read the diff before you commit it.
golden: $(DEV)
	$(BIN)/python -m tests.golden_tree

# The long suites, whole.
soak: $(DEV) browser
	$(BIN)/python -m pytest -n 2 --dist worksteal -q --soak

# Lighthouse over a home page and a brief, on a phone and on a desk; needs Node and npm.
LIGHTHOUSE = build/lighthouse
lighthouse: $(DEV) browser
	mkdir -p $(LIGHTHOUSE) && cp tests/lighthouse/package.json tests/lighthouse/package-lock.json $(LIGHTHOUSE)
	npm ci --prefix $(LIGHTHOUSE) --no-audit --no-fund --silent
	$(BIN)/python -m tests.lighthouse $(LIGHTHOUSE)/node_modules/.bin/lighthouse

# The quote model anew: make model CORPUS=folder. See training/README.md.
RUN ?= build/model
PACKAGE = models/quotes/newsbrief_quotes
model: $(DEV)
	$(PIP) install -r training/requirements.txt
	$(BIN)/python training/start_weights.py $(RUN)
	$(BIN)/python training/train.py --corpus $(CORPUS) --start $(RUN)/all-MiniLM-L6-v2 --out $(RUN)/wide --epochs 5 --seed 1
	$(BIN)/python training/narrow.py --corpus $(CORPUS) --run $(RUN)/wide --feed 768
	$(BIN)/python training/train.py --corpus $(CORPUS) --start $(RUN)/all-MiniLM-L6-v2 --out $(RUN)/narrow \
	  --goes-on $(RUN)/wide/narrow.pt --epochs 4 --seed 2 --rate 0.6
	$(BIN)/python training/export.py --run $(RUN)/narrow --package $(PACKAGE)
	PYTHONPATH=models/quotes $(BIN)/python training/calibrate.py --corpus $(CORPUS) --package $(PACKAGE)
	$(PIP) install --no-deps --no-build-isolation --force-reinstall ./models/quotes

# The weights of the ranker of summaries anew: make summary-weights CORPUS=file. See training/README.md.
summary-weights: $(DEV)
	$(BIN)/python training/summary_weights.py --corpus $(CORPUS) --out generator/data/summary_weights.toml

# The two locks: pip requirements with hashes, for Python 3.11 to 3.13, naming no index.
LOCK = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate -q --custom-compile-command "make lock"
lock: | $(BIN)/python
	$(PIP) install uv
	$(LOCK) pyproject.toml models/quotes/pyproject.toml --extra html --extra warc --group build -o requirements.lock
	$(LOCK) pyproject.toml models/quotes/pyproject.toml --extra html --extra warc --extra properdocs --extra zensical --group build --group dev -c requirements.lock -o requirements-dev.lock

# Only root can install a browser; without one the browser tests skip and say so.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium: browser tests will be skipped. Install it: sudo apt-get install chromium"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "newsbrief needs Python 3.11, 3.12 or 3.13; choose one: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; } \
	  || { echo "Python's venv is missing. Install it: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock $(LOCAL) | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation ./models/quotes
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf site .brief dist build
