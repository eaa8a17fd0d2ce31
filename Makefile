# Bluenote from a checkout. Needs Python 3.11 or later, git and make; everything else goes into .venv.
#
#   make PYTHON=python3.12 install      another Python
#   make TORCH_INDEX=https://... install    another index for torch (a mirror, or one with CUDA builds)

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := demo-library

.PHONY: help install demo ui test lint bench lock clean

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

install: $(INSTALLED)  ## make the environment in .venv

$(INSTALLED): requirements.lock pyproject.toml tools/install.sh
	@TORCH_INDEX="$(TORCH_INDEX)" tools/install.sh "$(VENV)" "$(PYTHON)"
	@touch $@

demo: $(INSTALLED)  ## build the sample library and ask it three questions
	@tools/demo.sh "$(BIN)/bluenote" "$(DEMO)"

ui: $(INSTALLED)  ## open the desk on the sample library at http://127.0.0.1:8501
	@test -d "$(DEMO)" || tools/demo.sh "$(BIN)/bluenote" "$(DEMO)"
	@"$(BIN)/bluenote" ui --library "$(DEMO)" || test $$? -eq 130  # Ctrl-C is how it ends

test: $(INSTALLED)  ## run the whole test suite, with coverage
	@"$(BIN)/python" -m pytest --quiet --numprocesses 2 --cov --cov-report=term:skip-covered --cov-report=xml

lint: $(INSTALLED)  ## check style, types and the order of imports
	@"$(BIN)/ruff" check --quiet
	@"$(BIN)/ruff" format --quiet --check
	@"$(BIN)/mypy" --no-error-summary
	@"$(BIN)/lint-imports" --no-logo 2>&1

bench: $(INSTALLED)  ## measure the reading and the search
	@for bench in tests/bench/bench_*.py; do echo "== $$bench"; "$(BIN)/python" "$$bench" || exit 1; done

lock:  ## pin the newest dependencies again
	@"$(BIN)/python" -m pip install --quiet uv
	@"$(BIN)/uv" pip compile --universal --python-version 3.11 --all-extras --generate-hashes --no-emit-package torch \
		--upgrade --quiet --custom-compile-command "make lock" -o requirements.lock pyproject.toml

clean:  ## remove the environment, the sample library and what tools leave behind
	@rm -rf "$(VENV)" "$(DEMO)" build dist *.egg-info .coverage coverage.xml .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache
