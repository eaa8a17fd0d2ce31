"""Libraries whose PDFs are plain files and whose model counts words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shelves import WordEmbedder, article

import ingest.child
from index.library import Library

MALI = """Karlsrud on the war in Mali
The mission was to protect civilians in the north. It had few helicopters, and its bases were far apart.
S/RES/2100 (2013) authorised the mission. Troops came from Chad and from Côte d’Ivoire."""
CONGO = """Autesserre on peace in Congo
Local conflicts over land drive the violence. Diplomats look to the capital and/or to elections.
Grassroots work remains underfunded. The mission in Kinshasa saw it otherwise."""


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture(autouse=True)
def _no_pdf_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: str | Path) -> object:
        return article(Path(path))

    monkeypatch.setattr(ingest.child, "read", read)


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file that `article` reads."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def shelf(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library", create=True, embedder=embedder) as library:
        yield library


@pytest.fixture
def two(shelf: Library, pdf: Callable[[str, str], Path]) -> Library:
    """A library of two articles, on Mali and on Congo."""
    added = shelf.add([pdf("mali.pdf", MALI), pdf("congo.pdf", CONGO)])
    assert [one.status for one in added] == ["added", "added"]
    return shelf
