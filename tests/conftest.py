"""What all tests share: one loaded Briefer, a browser, the benches where they lie, no network, `--soak`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from generator import Briefer

ROOT = Path(__file__).parent.parent
BENCH = ROOT.parent / "shared" / "bench"

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("sample", max_examples=25, derandomize=True, **COMMON)
settings.register_profile("soak", max_examples=200, **COMMON)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long suites whole, not their fixed sample")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("soak" if config.getoption("--soak") else "sample")


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """True if the long suites run whole."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(scope="session")
def briefer() -> Briefer:
    """A Briefer with the default settings; its models load once a session."""
    return Briefer()


@pytest.fixture(scope="session")
def bench() -> Path:
    """The folder of the benches; the test is skipped where they do not lie beside the project."""
    if not BENCH.is_dir():
        pytest.skip("the benches do not lie beside this checkout")
    return BENCH


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, one a module: two at once in one thread are not possible."""
    from tests.browsing import chromium

    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def big_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 301 made briefs; one for all workers."""
    from tests.big_site import shared_site

    folder = tmp_path_factory.getbasetemp()
    return shared_site((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "big")


def must_have(found: bool, what: str) -> None:
    """Skips a test whose tool is missing; with CI=true that is a failure."""
    if not found:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{what} is not installed")
