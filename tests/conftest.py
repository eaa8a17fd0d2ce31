"""What the tests of all rooms share."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

# The same examples in every run: no change is to blame for what another roll of the dice finds. `--hypothesis-profile
# default` looks further. A machine that is busy with something else is no fault of the tests either.
settings.register_profile(
    "bluenote", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("bluenote")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deal tests out to processes by file (`make test`), and all that look at the desk in a browser to one of them."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return "browser" if "/test_browser" in file else file

    return ByFile(config, log)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real PDFs and facts that lies beside the checkout; its tests skip where it is absent."""
    named = os.environ.get("BLUENOTE_SHARED")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"no folder of real files at {folder} (BLUENOTE_SHARED names another)")
    return folder


@pytest.fixture(scope="session", autouse=True)
def model_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Exported models are kept for this run alone, by its processes and their children, and not in the home folder."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def exported(model_cache: Path) -> None:
    """The model's fast form, made by one process for all."""
    from index.encoding.embedder import load_embedder

    with FileLock(model_cache / "export.lock"):
        load_embedder().encode(["Peacekeepers protect civilians."])


@pytest.fixture(autouse=True)
def _exported_before(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("model"):
        request.getfixturevalue("exported")
