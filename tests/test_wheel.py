"""The wheel is whole: installed alone, it reads a PDF, searches it, cites it and opens the desk."""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("ingest", "index", "ui")

pytestmark = [pytest.mark.wheel, pytest.mark.model]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: setuptools leaves its `build` folder beside the sources."""
    copy, out = tmp_path_factory.mktemp("copy") / "bluenote", tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns(".*", "demo-library", "__pycache__", "*.egg-info", "build", "dist")
    shutil.copytree(ROOT, copy, ignore=ignored)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, copy]
    subprocess.run(command, check=True, capture_output=True)
    [built] = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bluenote(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`bluenote` of an environment that holds the wheel alone.

    The dependencies (2 GB) are not installed once more: a .pth file shows the environment those of this one. The .pth
    files of a folder so named are not read, and thus this environment's editable Bluenote stays out.
    """
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    packages = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    return folder / "bin" / "bluenote"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far from the checkout to work in."""
    return tmp_path_factory.mktemp("home")


def run(bluenote: Path, home: Path, *arguments: str | Path) -> str:
    """What a command prints; it must end well."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BLUENOTE"))}
    command = [bluenote, *arguments, "--library", "library"] if arguments[0] != "inspect" else [bluenote, *arguments]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_data_is_in_and_no_test_or_sample(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    here = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert inside == here


def test_it_reads_searches_and_cites(bluenote: Path, home: Path) -> None:
    sample = sorted((ROOT / "corpus").glob("*.pdf"))[0]
    assert "1 added" in run(bluenote, home, "add", sample)
    [entry] = json.loads(run(bluenote, home, "list", "--json"))
    assert entry["file"] == str(sample)
    found = json.loads(run(bluenote, home, "search", entry["title"], "--json"))
    assert found["results"][0]["document"]["id"] == entry["id"]
    assert run(bluenote, home, "cite", entry["key"], "--style", "apa")
    assert json.loads(run(bluenote, home, "inspect", sample, "--json"))["document"]["id"] == entry["id"]


def test_it_opens_the_desk(bluenote: Path, home: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [bluenote, "ui", "--no-browser", "--port", str(port), "--library", "library"]
    desk = subprocess.Popen(command, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert _answers(f"http://127.0.0.1:{port}/_stcore/health", seconds=60)
    finally:
        desk.terminate()
        desk.wait(timeout=30)


def _answers(address: str, *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.2)
    return False
