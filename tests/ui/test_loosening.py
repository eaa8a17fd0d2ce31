"""What a search that found nothing is told to loosen."""

from pathlib import Path

import pytest
from shelves import WordEmbedder, article

from index import Filters, Library
from ui.addresses.search import Search
from ui.loosening import Looser, loosened


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Two articles by Adler and Brandt that speak of consent in their text."""
    monkeypatch.setattr("index.adding.child.read", lambda path, **_: article(Path(path)))
    for name in ("Adler", "Brandt"):
        (tmp_path / f"{name}.pdf").write_text(f"{name} on peace\nConsent wears thin in {name}’s war.")
    made = Library.open(tmp_path / "library", create=True, embedder=WordEmbedder())
    assert all(one.status == "added" for one in made.add(sorted(tmp_path.glob("*.pdf"))))
    return made


def told(library: Library, **filters: object) -> dict[str, int]:
    search = Search("consent wears thin", Filters(**filters), "words")  # type: ignore[arg-type]
    return {looser.words: looser.count for looser in loosened(library, search)}


def test_the_filter_that_keeps_passages_out_is_named_with_how_many(library: Library) -> None:
    assert told(library, authors=("Adler",), languages=("fr",)) == {"the language French": 1}
    assert told(library, languages=("fr",)) == {"the language French": 2}


def test_where_no_single_filter_is_to_blame_all_are(library: Library) -> None:
    assert told(library, languages=("fr",), kinds=("book",)) == {"all filters": 2}


def test_nothing_is_offered_that_finds_nothing(library: Library) -> None:
    assert loosened(library, Search("zebra crossings", Filters(languages=("fr",)), "words")) == []


def test_counts_are_said_as_far_as_they_go() -> None:
    assert [Looser("x", Search(), count).found for count in (1, 12, 50)] == [
        "1 passage",
        "12 passages",
        "50 or more passages",
    ]
