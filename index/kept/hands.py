"""What in a document is by a reader's hand, and by which correction: to be said, and undone, where it shows."""

from collections.abc import Iterable

from index.kept.correcting import NEAR
from index.kept.corrections import Cites, Correction, MarkerMeans, PageLabel
from index.kept.spots import Place, find
from ingest.model import Document


class Hands:
    """The corrections of one document by what they are about; of two for one thing the later."""

    def __init__(self, document: Document, made: Iterable[Correction]) -> None:
        """Find where they stand.

        Args:
            document: with its corrections in it.
            made: those that bear on it, in the order in which they were made.
        """
        self._pages: dict[int, Correction] = {}
        self._citations: list[tuple[Place, Correction]] = []
        self._markers: list[tuple[Place, str, Correction]] = []
        for one in made:
            match one.change:
                case PageLabel(page, _, on):
                    last = len(document.pages) if on else page + 1
                    self._pages.update(dict.fromkeys(range(page, last), one))
                case Cites(at, _):
                    if (place := find(document, at)) is not None:
                        self._citations.append((place, one))
                case MarkerMeans(at, label, _):
                    if (place := find(document, at)) is not None:
                        self._markers.append((place, label, one))
                case _:
                    pass  # a field says itself that it is by hand, and one work is one in every document

    def page(self, index: int) -> Correction | None:
        """What gave a page its label."""
        return self._pages.get(index)

    def citation(self, home: str, start: int, end: int) -> Correction | None:
        """What led the citation at these characters of a note or block to where it leads."""
        found = [
            one
            for place, one in self._citations
            if place.holder.id == home and min(place.end, end) > max(place.start, start)
        ]
        return found[-1] if found else None

    def marker(self, block: str, offset: int, label: str) -> Correction | None:
        """What said which note a marker means."""
        found = [
            one
            for place, its, one in self._markers
            if place.holder.id == block and its == label and abs(place.start - offset) <= NEAR
        ]
        return found[-1] if found else None
