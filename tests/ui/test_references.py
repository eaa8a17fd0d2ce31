"""References of a page, made once."""

from index.found import Cite
from ingest.model import Locator
from ui import references

BOOK = {"type": "book", "title": "Consent", "author": [{"family": "Ravn"}], "issued": {"date-parts": [[2021]]}}


def page(value: str) -> Cite:
    return Cite("ravn2021", Locator("page", value), f"[@ravn2021, p. {value}]")


def test_each_is_made_once_for_its_data_style_and_locator(monkeypatch) -> None:
    asked: list[tuple[str, int]] = []

    def counted(wanted, style):
        asked.append((style, len(wanted)))
        return [references.SetCite(f"{csl['title']} {place.value} {style}", "") for csl, _, place in wanted]

    monkeypatch.setattr(references, "set_cites", counted)
    monkeypatch.setattr(references, "_kept", {})
    first = references.of_cites({page("1"): BOOK, page("2"): BOOK}, "apa")
    assert first[page("2")].text == "Consent 2 apa"
    assert references.of_cites({page("1"): BOOK, page("3"): BOOK}, "apa")[page("1")] == first[page("1")]
    references.of_cites({page("1"): BOOK}, "mla")
    references.of_cites({page("1"): {**BOOK, "title": "Changed"}}, "apa")
    references.of_cites({page("1"): BOOK}, "apa")
    assert asked == [("apa", 2), ("apa", 1), ("mla", 1), ("apa", 1)]


def test_the_cache_does_not_grow_without_end(monkeypatch) -> None:
    monkeypatch.setattr(references, "_kept", {})
    monkeypatch.setattr(references, "MOST_KEPT", 2)
    for value in ("1", "2", "3"):
        assert references.of_cites({page(value): BOOK}, "apa")[page(value)].text == f"(Ravn, 2021, p. {value})"
    assert len(references._kept) <= 2
