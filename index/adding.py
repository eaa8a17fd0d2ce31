"""Files -> records, committed one document after another; what is committed stays, whatever becomes of the rest."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Self

from index.arriving import Arrival, Cut, Pdf, arriving
from index.bibliographies.bibliography import Bibliography, described, load_bibliography
from index.bibliographies.items import Items
from index.disk import Files, sha256_of
from index.encoding.embedder import Embedder
from index.encoding.embedding import Embedded, embedded
from index.kept.corrections import Corrections
from index.kept.following import follow
from index.kept.shelves import Shelves
from index.kept.trash import Trash, Trashed
from index.model import Added, Filters
from index.record import Description, Origin, record
from index.search.floor import measured_floors, outgrown
from index.sqlite.store import SqliteStore
from ingest import child
from ingest.errors import IngestError
from ingest.model import Document
from ingest.passages.cutting import passages
from ingest.plain import SUFFIXES, read_text

_GROUP = 256
"""Passages to encode at once when many small texts come in: batches of like lengths hold little padding."""


@dataclass(slots=True)
class Run:
    """One call of `Library.add`; the caller holds the pen."""

    store: SqliteStore
    files: Files
    embedder: Embedder
    jobs: int
    link: bool
    passing: bool
    """Whether the paths will be gone when the call is over."""
    language: str
    """For documents that do not tell theirs; "" for none."""
    progress: Callable[[str, str, int, int], None] | None
    told: Callable[[Added], None] | None
    grown: bool = field(default=False, init=False)
    """Whether a document came in, be it from a file of which the rest failed."""

    def add(self, paths: Sequence[Path], bibliography: Sequence[Path]) -> list[Added]:
        """One outcome for each path, in their order."""
        described_by = load_bibliography(bibliography)
        self.store.note({"model": self.embedder.name, "identity": self.embedder.identity})
        outcomes: list[Added] = []
        absolute = [path.expanduser().absolute() for path in paths]
        try:
            # Closed at once on Ctrl-C, so that what is being read is given up.
            with closing(self._arriving(absolute, self._is_in, outcomes)) as arrivals:
                for one in arrivals:
                    outcomes.append(self._taken_in(one, described_by, len(outcomes), len(paths)))
                    self._tell(one.path, outcomes[-1].status, len(outcomes), len(paths))
                    if self.told is not None:
                        self.told(outcomes[-1])
        finally:
            if self.grown:
                self.store.settle()
        if self.grown and outgrown(self.store):
            self.store.note(measured_floors(self.store, self.embedder))
        return outcomes

    @classmethod
    def quiet(cls, store: SqliteStore, files: Files, embedder: Embedder) -> Self:
        """A run of one document that nobody watches."""
        return cls(store, files, embedder, jobs=1, link=False, passing=False, language="", progress=None, told=None)

    def restore(self, gone: Trashed, reading: Document) -> None:
        """Put a document in again that was in the trash; its passages are cut and embedded by the model of now."""
        cut = self._cut(reading)
        self._put([cut], self._embedded([cut]), Path(gone.origin.file), gone.origin, Bibliography(()))
        self.store.settle()

    def reread(self, documents: Sequence[str]) -> list[Added]:
        """Read PDFs of the library anew; what readers said of the documents, citekeys, dates and paths stay.

        Args:
            documents: their ids.
        """
        origins = {}
        for document in documents:
            (entry,) = self.store.ledger(Filters(documents=(document,)))
            sha256, kept = self.store.sha256(document)
            assert sha256 is not None
            places = [self.files.path(sha256)] if kept else [Path(path) for path in self.store.paths(document)]
            place = next((one for one in places if one.is_file()), places[0])
            origins[place] = Origin(entry.file, sha256, kept)
        outcomes: list[Added] = []
        with closing(self._arriving(list(origins), lambda _: False, outcomes)) as arrivals:
            for one in arrivals:
                outcome = self._reread(one, origins[one.path])
                outcomes.append(outcome)
        self.store.settle()
        return outcomes

    def _reread(self, arrival: Arrival, origin: Origin) -> Added:
        assert arrival.reading is not None
        try:
            pdf = arrival.reading.result()
            if pdf.cut is None or pdf.sha256 != origin.sha256:
                raise ValueError(f"{arrival.path} is not the file that was added: `bluenote doctor` says more")
            assert arrival.made is not None
            (added,) = self._put([pdf.cut], arrival.made, Path(origin.file), origin, Bibliography(()))
        except (IngestError, OSError, ValueError) as error:
            return Added(origin.file, "failed", None, None, _one_line(error))
        return added

    def _arriving(
        self, paths: Sequence[Path], is_in: Callable[[str], bool], done: Sequence[Added]
    ) -> Generator[Arrival, None, None]:
        return arriving(
            paths,
            is_text=lambda path: path.suffix.lower() in SUFFIXES,  # any other is taken for a PDF
            read=partial(self._read, is_in=is_in),
            embed=lambda cut: None if is_in(cut.document.id) else self._embedded([cut]),  # given twice, it is in by now
            jobs=self.jobs,
            tell=lambda path, stage: self._tell(path, stage, len(done), len(paths)),
        )

    def _taken_in(self, arrival: Arrival, bibliography: Bibliography, done: int, total: int) -> Added:
        try:
            if arrival.reading is None:
                return self._texts(arrival.path, bibliography, done, total)
            return self._pdf(arrival.path, arrival.reading.result(), arrival.made, bibliography)
        except (IngestError, OSError, ValueError) as error:
            return Added(str(arrival.path), "failed", None, None, _one_line(error))

    def _pdf(self, path: Path, pdf: Pdf, made: Embedded | None, bibliography: Bibliography) -> Added:
        if pdf.cut is None or self._is_in(pdf.cut.document.id):
            if self.store.sha256(pdf.sha256[:16])[1]:
                self.files.keep(path, pdf.sha256)  # does nothing unless the kept copy is gone or damaged
            return self._present(path, pdf.sha256[:16], bibliography)
        if pdf.cut.document.id != pdf.sha256[:16]:
            raise ValueError(f"{path} changed while it was read: add it again")
        kept = not self.link
        if kept:
            self.files.keep(path, pdf.sha256)
        file = self.files.path(pdf.sha256).absolute() if self.passing and kept else path
        origin = Origin(str(file), pdf.sha256, kept)
        assert made is not None
        (added,) = self._put([pdf.cut], made, path, origin, bibliography)
        return added

    def _texts(self, path: Path, bibliography: Bibliography, done: int, total: int) -> Added:
        """A .txt or .md file is one document, a .jsonl file one for each line; a changed line replaces its own.

        Lines that are no documents fail the file, and the others are in.
        """
        new: list[Added] = []
        present: list[str] = []
        for group in _grouped(self._unknown(read_text(path), present)):
            self._tell(path, "embedding", done, total)
            cut = [self._cut(one) for one in group]
            origin = Origin(path.name if self.passing else str(path), None, kept=False)
            new += self._put(cut, self._embedded(cut), path, origin, bibliography)
        for document in present:
            self._also_at(document, path)
        if len(new) == 1 and not present:
            return new[0]
        if not new and len(present) == 1:
            return self._present(path, present[0], bibliography)
        said = f"{len(new)} document{'s' * (len(new) != 1)}" + (f", {len(present)} in already" if present else "")
        return Added(str(path), "added" if new else "present", None, None, said)

    def _unknown(self, documents: Iterable[Document], present: list[str]) -> Iterator[Document]:
        for document in documents:
            if self._is_in(document.id) and self.store.document(document.id).blocks == document.blocks:
                present.append(document.id)
            else:
                yield document

    def _embedded(self, cut: Sequence[Cut]) -> Embedded:
        return embedded(self.embedder, [passage for one in cut for passage in one.passages])

    def _put(
        self, cut: Sequence[Cut], made: Embedded, path: Path, origin: Origin, bibliography: Bibliography
    ) -> list[Added]:
        added, at = [], 0
        for one in cut:
            its_part = made.part(at, at + len(one.passages))
            whole = record(
                one.document,
                one.passages,
                its_part.vectors,
                tokens=its_part.tokens,
                origin=origin,
                described=self._described(one.document, path, bibliography),
                taken=partial(self._taken, one.document.id),
                corrections=Corrections(self.store).of(one.document.id),
            )
            at += len(one.passages)
            self.store.put(whole)
            self.grown = True
            Trash(self.store).drop(one.document.id)
            entry = whole.entry
            added.append(Added(str(path), "added", entry.id, entry.key, entry.state.label))
        return added

    def _present(self, path: Path, document: str, bibliography: Bibliography) -> Added:
        self._also_at(document, path)
        (entry,) = self.store.ledger(Filters(documents=(document,)))
        again = bibliography.same_as(Items(self.store).of(document))
        item = again or bibliography.item_of(entry.csl, entry.title, path)
        if item is None or not follow(self.store, document, item):
            return Added(str(path), "present", entry.id, entry.key, f"in already as {entry.key}")
        said = f"in already as {entry.key}; its data are those of {item.read_from} now"
        return Added(str(path), "updated", entry.id, entry.key, said)

    def _also_at(self, document: str, path: Path) -> None:
        if not self.passing:
            self.store.also_at(document, str(path))

    def _is_in(self, document: str) -> bool:
        """Whether the document is in and sound; one that was damaged is read again, and replaced."""
        return document in self.store.intact([document])[0]

    def _read(self, path: Path, is_in: Callable[[str], bool]) -> Pdf:
        if not path.is_file():
            raise FileNotFoundError(f"{path}: {'not a regular file' if path.exists() else 'no such file'}")
        sha256 = sha256_of(path)
        return Pdf(sha256, None if is_in(sha256[:16]) else self._cut(child.read(path)))

    def _cut(self, document: Document) -> Cut:
        """Into passages: of a PDF by the thread that had it read, while the passages of another one are embedded."""
        if document.language == "und" and self.language:
            document = replace(document, language=self.language)
        return Cut(document, passages(document, self.embedder.count, self.embedder.window))

    def _described(self, document: Document, path: Path, bibliography: Bibliography) -> Description:
        """What the bibliography says of a document, or what an earlier one said; remembered for reading it anew."""
        items = Items(self.store)
        item = bibliography.item_of(document.csl, document.title, path)
        if item is not None:
            items.keep(document.id, item)
            Shelves(self.store).put(document.id, tags=item.tags, collections=item.collections)
        told = described(document, item or items.of(document.id))
        gone = Trash(self.store).get(document.id)
        # It is about to be replaced, or comes back: a citekey once given stays.
        if key := self.store.key(document.id) or (gone.key if gone else None):
            told = replace(told, key=key)
        return told

    def _taken(self, document: str, beginning: str) -> frozenset[str]:
        return self.store.keys(beginning, but=document)

    def _tell(self, path: Path, stage: str, done: int, total: int) -> None:
        if self.progress is not None:
            self.progress(str(path), stage, done, total)


def _grouped(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in groups of about as many blocks as are worth encoding together."""
    group: list[Document] = []
    size = 0
    try:
        for document in documents:
            group.append(document)
            size += len(document.blocks)
            if size >= _GROUP:
                yield group
                group, size = [], 0
    except IngestError:
        if group:
            yield group  # what was read before the lines that are none
        raise
    if group:
        yield group


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split()) or type(error).__name__
