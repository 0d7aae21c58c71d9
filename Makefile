# What a person runs; `make help` lists it. All is installed into .venv, and nothing outside this folder.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test check eval bench test-all test-shared test-browser test-office docs soak clean

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_BROWSER := $(VENV)/.installed-browser
OWN := bench docs eval src tests

# Real releases and gold that are not part of the project; what rests on them runs only where they are.
SHARED := $(or $(COMITY_SHARED),$(CURDIR)/../shared)
export COMITY_SHARED := $(SHARED)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# A .venv that was copied or moved with the tree still runs the code of its old place: begin anew.
PLACE := $(shell cat $(VENV)/.place 2>/dev/null)
ifneq ($(PLACE),)
ifneq ($(PLACE),$(CURDIR))
$(shell rm -rf $(VENV))
endif
endif

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

demo: $(INSTALLED) ## Install into .venv and read the releases that come with Comity
	@$(BIN)/comity demo

test: $(INSTALLED_DEV) ## The core suite, some minutes; installs no system packages
	@$(BIN)/pytest tests --ignore=tests/shared --ignore=tests/browser --ignore=tests/office --ignore=tests/postgres

check: $(INSTALLED_DEV) ## Lint, format, types, the import contract, spelling
	$(BIN)/ruff check $(OWN)
	$(BIN)/ruff format --check $(OWN)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

eval: $(INSTALLED) ## Score against gold; fails below a pinned floor
	@echo "== the demonstration releases"
	@$(BIN)/comity evaluate --floors tests/demo/expected src/comity/demo/releases
	@echo "== the challenge releases"
	@$(BIN)/comity evaluate --floors tests/challenge/expected tests/challenge/releases
	@echo "== the dev gold"
	@if test -d "$(SHARED)/gold/dev"; then \
	  $(BIN)/comity evaluate --floors "$(SHARED)/gold/dev" "$(SHARED)/gold/releases"; \
	else $(call absent,the dev gold); fi
	@echo "== own releases, held out: no floor, no rule is made for them"
	@$(BIN)/python eval/own.py --part held
	@$(BIN)/python eval/own.py --part unread
	@echo "== the judged sample, held out: no floor, no rule is made for it"
	@if test -d "$(SHARED)/corpus"; then $(BIN)/python eval/judged.py "$(SHARED)/corpus"; \
	else $(call absent,the judged sample); fi
	@echo "== linking: what is one thing, and what became of promises; floors for the samples that are open"
	@if test -d "$(SHARED)/corpus"; then $(BIN)/python eval/linking.py "$(SHARED)/corpus" --floors; \
	else $(call absent,the linking gold of the corpus); fi
	@echo "== comparing: differences of own pairs (floors for those that are open), formulas of real statements"
	@if test -d "$(SHARED)/corpus"; then $(BIN)/python eval/compare.py "$(SHARED)/corpus" --floors; \
	else $(BIN)/python eval/compare.py --floors; $(call absent,the statements of the corpus); fi
	@echo "== what triage loses of the judged sample"
	@if test -d "$(SHARED)/corpus"; then $(BIN)/python eval/triage.py "$(SHARED)/corpus"; \
	else $(call absent,the judged sample); fi

bench: $(INSTALLED) ## Start-up and speed, measured on this machine: 10 minutes (BENCH_FILES, BENCH_N)
	@$(BIN)/python bench/startup.py
	@if ls $(BENCH_FILES) >/dev/null 2>&1; then $(BIN)/python bench/speed.py $(BENCH_FILES) --releases $(BENCH_N); \
	else echo "speed: not measured, no file $(BENCH_FILES); give some with BENCH_FILES=releases.jsonl.gz"; fi

BENCH_FILES := "$(SHARED)/corpus/pib-2026-08.jsonl.gz" "$(SHARED)/corpus/white-house-2021-2025.jsonl.gz"
BENCH_N := 500

test-all: check test test-shared test-browser test-office eval ## Everything that CI runs, under 45 minutes

test-shared: $(INSTALLED_DEV) ## The tests on ../shared, where that folder is present
	@if test -d "$(SHARED)/gold"; then $(BIN)/pytest tests/shared; \
	else $(call absent,tests/shared); fi

test-browser: $(INSTALLED_BROWSER) ## The page in a real browser, where Chromium is present
	@if test "$$CI" = true && ! $(have_chromium) && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	  echo "installing Chromium (CI only)"; apt-get -qq update && \
	  DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends chromium >/dev/null; fi
	@if $(have_chromium); then $(BIN)/pytest tests/browser; \
	elif test "$$CI" = true; then echo "tests/browser did NOT run: no Chromium" >&2; exit 1; \
	else echo "tests/browser did NOT run: no Chromium"; fi

test-office: $(INSTALLED_DEV) ## Papers opened by LibreOffice, where it is present
	@if test "$$CI" = true && ! $(have_office) && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	  echo "installing LibreOffice Writer (CI only)"; apt-get -qq update && \
	  DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends libreoffice-writer >/dev/null; fi
	@if $(have_office); then $(BIN)/pytest tests/office; \
	elif test "$$CI" = true; then echo "tests/office did NOT run: no LibreOffice" >&2; exit 1; \
	else echo "tests/office did NOT run: no LibreOffice"; fi

docs: $(INSTALLED) ## Rewrite the outputs of commands that the docs show
	@$(BIN)/python docs/refresh.py

soak: $(INSTALLED) ## The evidence law over the whole corpus, by hand: about an hour
	@$(BIN)/python bench/soak.py "$(SHARED)"/corpus/*.jsonl.gz

clean: ## Remove .venv and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find $(OWN) -name __pycache__ -type d -prune -exec rm -rf {} +

have_chromium = { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
have_office = { command -v soffice || command -v libreoffice; } >/dev/null
# CI must have seen what rests on the shared folder; elsewhere its absence is told.
absent = echo "$(1) did NOT run: there is no folder $(SHARED)" >&2; test "$$CI" != true

$(INSTALLED): pyproject.toml
	@$(call install,.[papers])

$(INSTALLED_DEV): pyproject.toml
	@$(call install,.[dev])
	@touch $(INSTALLED)

$(INSTALLED_BROWSER): pyproject.toml $(INSTALLED_DEV)
	@$(call install,.[browser])

# Make .venv with the first Python that is new enough, install into it, and remember that this was done.
define install
	set -e; \
	if ! test -x $(BIN)/python; then \
	  for python in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	  done; \
	  test -n "$$python" || { echo "Comity needs Python 3.11 or newer (give one: make PYTHON=/path/to/python3.12)" >&2; exit 1; }; \
	  echo "making $(VENV) with $$("$$python" --version)"; \
	  "$$python" -m venv $(VENV) || { echo "No venv could be made (on Debian and Ubuntu: apt install python3-venv)" >&2; rm -rf $(VENV); exit 1; }; \
	fi; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null; \
	echo "installing Comity ($(1)) and its libraries into $(VENV): a minute or two, the first time only ..."; \
	$(BIN)/python -m pip install --quiet --editable "$(1)"; \
	printf '%s\n' "$(CURDIR)" > $(VENV)/.place; \
	touch $@
endef
