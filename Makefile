# Everything from a bare Python 3.11 (or 3.12, 3.13): `make run`, `make test`.

VENV    := .venv
BIN     := $(VENV)/bin
STAMP   := $(VENV)/.current
TOOLS   := $(VENV)/.tools
PIP     := $(BIN)/python -m pip install -qq --disable-pip-version-check
PYTHON  ?= $(shell command -v python3.11 || command -v python3)
LOCK    := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --quiet \
	--no-emit-index-url --no-annotate --no-header
FILE    ?= data/articles/european-force.txt
ARGS    ?=

# One thread each for the numeric libraries: on small matrices more of them only get in each other's way.
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help setup run test lint check bench bench-drawing soak quality chromium format lock wheel clean gallery docs samples

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

setup: $(TOOLS) ## the virtual environment, test tools included; does nothing when it is current

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed; set it with: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up $(VENV) (once; some minutes on a slow line)"
	@$(PIP) -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

$(TOOLS): $(STAMP) requirements-dev.lock
	@echo "adding what the tests need (once)"
	@$(PIP) -r requirements-dev.lock
	@touch $(TOOLS)

run: $(STAMP) ## open the app, with FILE=article.txt or with a sample; ARGS="--published 2025-08-20 --no-open"
	@$(BIN)/timeline $(FILE) $(ARGS)

test: lint check ## lint, types, import rules and all tests

lint: setup ## style, types and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -n 2
	$(BIN)/lint-imports

check: setup chromium ## the tests, as many at a time as there are processors, up to four; what fails beside others is tried once more alone
	$(BIN)/pytest -n logical --maxprocesses 4 --dist worksteal $(ARGS) || $(BIN)/pytest --last-failed --last-failed-no-failures none $(ARGS)

bench: setup chromium ## what speed and memory are held to
	$(BIN)/pytest -m benchmark -s --ignore=tests/benchmarks/drawing $(ARGS)

bench-drawing: setup chromium ## the drawing beside its peers, which are fetched by npm and pip
	$(BIN)/pytest -m benchmark -s -p no:randomly tests/benchmarks/drawing $(ARGS)

soak: setup chromium ## long and random tests, and axe over where each scenario in the browser ends
	$(BIN)/pytest -m soak --hypothesis-profile=soak $(ARGS)
	TIMELINE_EXAMINED=1 $(BIN)/pytest tests/browser $(ARGS)

quality: setup ## what is found in annotated text, against its floors
	$(BIN)/pytest -m quality -s $(ARGS)

chromium:
	@tools/chromium.sh

docs: setup ## the documentation as a site, in dist/docs
	$(BIN)/python -m tools.reference
	$(BIN)/python -m sphinx -q -W -b html docs dist/docs

gallery: $(STAMP) ## the pictures of the documentation
	@$(BIN)/python -m tools.gallery

samples: $(STAMP) ## what is read from the articles that come with the program
	@$(BIN)/python -m tools.samples

format: setup ## let ruff format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(STAMP) ## pin all dependencies anew
	@$(PIP) uv
	$(LOCK) --group build --upgrade --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --upgrade --output-file requirements-dev.lock

wheel: $(STAMP) ## the wheel, in dist/
	@$(BIN)/python -m hatchling build -t wheel

clean: ## remove what was made
	rm -rf $(VENV) dist build .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .grimp_cache
