"""Files -> records: read several at a time, embed, and commit one document after another.

Reading happens in processes of its own (`ingest.child`), which this process only waits for; encoding and writing happen
here. What is committed stays, whatever becomes of the rest.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Self

from index.bibliographies.bibliography import Bibliography, described, load_bibliography
from index.bibliographies.items import Items
from index.disk import Files, sha256_of
from index.encoding.embedder import Embedder
from index.encoding.embedding import embedded
from index.kept.corrections import Corrections
from index.kept.following import follow
from index.kept.shelves import Shelves
from index.kept.trash import Trash, Trashed
from index.model import Added, Filters
from index.record import Description, Origin, record
from index.search.floor import measured_floors
from index.sqlite.store import SqliteStore
from ingest import child
from ingest.errors import IngestError
from ingest.model import Document, Passage
from ingest.passages.cutting import passages
from ingest.plain import SUFFIXES, read_text

_GROUP = 256
"""Passages to encode at once when many small texts come in: batches of like lengths hold little padding."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A document and its passages."""

    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Pdf:
    """A PDF that was read and cut; no document where its content is in the library already."""

    sha256: str
    cut: _Cut | None


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

    def add(self, paths: Sequence[Path], bibliography: Sequence[Path]) -> list[Added]:
        """One outcome for each path, in their order."""
        described_by = load_bibliography(bibliography)
        self.store.note({"model": self.embedder.name, "identity": self.embedder.identity})
        outcomes: list[Added] = []
        absolute = [path.expanduser().absolute() for path in paths]
        try:
            # Closed at once on Ctrl-C, so that what is being read is given up.
            with closing(self._readings(absolute, self._is_in)) as readings:
                for path, reading in readings:
                    outcomes.append(self._taken_in(path, reading, described_by, len(outcomes), len(paths)))
                    self._tell(path, outcomes[-1].status, len(outcomes), len(paths))
                    if self.told is not None:
                        self.told(outcomes[-1])
        finally:
            if any(outcome.status == "added" for outcome in outcomes):
                self.store.settle()
        if any(outcome.status == "added" for outcome in outcomes):
            self.store.note(measured_floors(self.store, self.embedder))
        return outcomes

    @classmethod
    def quiet(cls, store: SqliteStore, files: Files, embedder: Embedder) -> Self:
        """A run of one document that nobody watches."""
        return cls(store, files, embedder, jobs=1, link=False, passing=False, language="", progress=None, told=None)

    def restore(self, gone: Trashed, reading: Document) -> None:
        """Put a document in again that was in the trash; its passages are cut and embedded by the model of now."""
        self._put([self._cut(reading)], Path(gone.origin.file), gone.origin, Bibliography(()))
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
        with closing(self._readings(list(origins), lambda _: False)) as readings:
            for place, reading in readings:
                self._tell(place, "reading", len(outcomes), len(origins))
                outcomes.append(self._reread(place, reading, origins[place]))
        self.store.settle()
        return outcomes

    def _reread(self, place: Path, reading: Future[_Pdf] | None, origin: Origin) -> Added:
        assert reading is not None
        try:
            pdf = reading.result()
            if pdf.cut is None or pdf.sha256 != origin.sha256:
                raise ValueError(f"{place} is not the file that was added: `bluenote doctor` says more")
            (added,) = self._put([pdf.cut], Path(origin.file), origin, Bibliography(()))
        except (IngestError, OSError, ValueError) as error:
            return Added(origin.file, "failed", None, None, _one_line(error))
        return added

    def _readings(
        self, paths: Sequence[Path], is_in: Callable[[str], bool]
    ) -> Generator[tuple[Path, Future[_Pdf] | None], None, None]:
        """The paths in order, each PDF being read and cut; at most `jobs` wait to be taken in: memory stays level."""
        with ThreadPoolExecutor(max_workers=self.jobs) as pool:
            waiting: deque[tuple[Path, Future[_Pdf] | None]] = deque()
            rest = iter(paths)
            try:
                while True:
                    for path in islice(rest, self.jobs + 1 - len(waiting)):
                        text = path.suffix.lower() in SUFFIXES  # any other is taken for a PDF
                        waiting.append((path, None if text else pool.submit(self._read, path, is_in)))
                    if not waiting:
                        return
                    yield waiting.popleft()
            finally:
                for _, future in waiting:
                    if future is not None:
                        future.cancel()
                child.stop_all()  # after Ctrl-C; otherwise none is left

    def _taken_in(
        self, path: Path, reading: Future[_Pdf] | None, bibliography: Bibliography, done: int, total: int
    ) -> Added:
        self._tell(path, "reading", done, total)
        try:
            if reading is None:
                return self._texts(path, bibliography, done, total)
            return self._pdf(path, reading.result(), bibliography, done, total)
        except (IngestError, OSError, ValueError) as error:
            return Added(str(path), "failed", None, None, _one_line(error))

    def _pdf(self, path: Path, pdf: _Pdf, bibliography: Bibliography, done: int, total: int) -> Added:
        if pdf.cut is None or self._is_in(pdf.cut.document.id):
            if self.store.sha256(pdf.sha256[:16])[1]:
                self.files.keep(path, pdf.sha256)  # does nothing unless the kept copy is gone or damaged
            return self._present(path, pdf.sha256[:16], bibliography)
        if pdf.cut.document.id != pdf.sha256[:16]:
            raise ValueError(f"{path} changed while it was read: add it again")
        self._tell(path, "embedding", done, total)
        kept = not self.link
        if kept:
            self.files.keep(path, pdf.sha256)
        file = self.files.path(pdf.sha256).absolute() if self.passing and kept else path
        (added,) = self._put([pdf.cut], path, Origin(str(file), pdf.sha256, kept), bibliography)
        return added

    def _texts(self, path: Path, bibliography: Bibliography, done: int, total: int) -> Added:
        """A .txt or .md file is one document, a .jsonl file one for each line; a changed line replaces its own."""
        new: list[Added] = []
        present: list[str] = []
        for group in _grouped(self._unknown(read_text(path), present)):
            self._tell(path, "embedding", done, total)
            file = path.name if self.passing else str(path)
            new += self._put([self._cut(one) for one in group], path, Origin(file, None, kept=False), bibliography)
        for document in present:
            self._also_at(document, path)
        if len(new) == 1 and not present:
            return new[0]
        if not new and len(present) == 1:
            return self._present(path, present[0], bibliography)
        said = f"{len(new)} documents" + (f", {len(present)} in already" if present else "")
        return Added(str(path), "added" if new else "present", None, None, said)

    def _unknown(self, documents: Iterable[Document], present: list[str]) -> Iterator[Document]:
        for document in documents:
            if self._is_in(document.id) and self.store.document(document.id).blocks == document.blocks:
                present.append(document.id)
            else:
                yield document

    def _put(self, cut: Sequence[_Cut], path: Path, origin: Origin, bibliography: Bibliography) -> list[Added]:
        read = embedded(self.embedder, [passage for one in cut for passage in one.passages])
        added, at = [], 0
        for one in cut:
            its_part = read.part(at, at + len(one.passages))
            made = record(
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
            self.store.put(made)
            Trash(self.store).drop(one.document.id)
            entry = made.entry
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

    def _read(self, path: Path, is_in: Callable[[str], bool]) -> _Pdf:
        if not path.is_file():
            raise FileNotFoundError(f"{path}: no such file")
        sha256 = sha256_of(path)
        return _Pdf(sha256, None if is_in(sha256[:16]) else self._cut(child.read(path)))

    def _cut(self, document: Document) -> _Cut:
        """Into passages: of a PDF by the thread that had it read, while the passages of the one before are embedded."""
        if document.language == "und" and self.language:
            document = replace(document, language=self.language)
        return _Cut(document, passages(document, self.embedder.count, self.embedder.window))

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
    for document in documents:
        group.append(document)
        size += len(document.blocks)
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split()) or type(error).__name__
