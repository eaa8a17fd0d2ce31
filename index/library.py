"""The face of the room: a library of documents to add to, search and look into."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.answering import Answering
from index.encoding.embedder import Embedder, load_embedder
from index.errors import LibraryError
from index.model import Added, Entry, Filters, Finding
from index.settings import folder_of, load_settings

if TYPE_CHECKING:
    from index.kept.trash import Trashed
    from index.syncing import Synced

Progress = Callable[[str, str, int, int], None]
"""Told of each step: path, stage in a word, inputs done, inputs in all."""


class Library(Answering):
    """A library folder, open; a context manager. Threads may share it."""

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = False,
        sample: bool = False,
        model: str | None = None,
        embedder: Embedder | None = None,
    ) -> Self:
        """Open the library in a folder.

        Args:
            where: the folder.
            create: whether to make it where it is not there yet.
            sample: whether a library made now holds samples, and says so with each of its documents.
            model: embedding model, by name, folder or hub id; by default the library's own, else that of the settings.
            embedder: a model already loaded, instead.

        Raises:
            LibraryError: There is no library, or it cannot be opened.
        """
        path = folder_of(where)
        new = not (path / "library.sqlite").is_file()
        if new and not create:
            raise LibraryError(f"there is no library at {path}: `bluenote add FILE` makes one")
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"no library can be made at {path}: {error.strerror}") from error
        library = cls(path, model=model, embedder=embedder)
        if new:
            created = datetime.now(UTC).isoformat(timespec="seconds")
            library._store.note({"created": created, "sample": "yes" if sample else "no"})
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and connections."""
        self._store.close()

    def add(
        self,
        paths: Sequence[Path],
        *,
        jobs: int = 1,
        bibliography: Sequence[Path] = (),
        link: bool = False,
        passing: bool = False,
        progress: Progress | None = None,
        told: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Read files into the library, each whole or not at all; one that fails does not keep out the others.

        Args:
            paths: PDFs, and .txt, .md or .jsonl files.
            jobs: how many PDFs are read at the same time, in processes of their own.
            bibliography: files of reference managers that describe the documents, also those that are in already.
            link: whether to refer to the PDFs where they lie instead of keeping copies.
            passing: whether the paths will be gone when this is over, as those of uploads: they are not remembered.
            progress: told of each step.
            told: given each outcome as soon as it stands.

        Returns:
            One outcome for each path, in their order.

        Raises:
            Busy: Another process is adding or removing.
            LibraryError: A bibliography cannot be read, or the model is not that of the library.
        """
        from index.adding import Run

        run = Run(
            self._store,
            self._files,
            self.embedder,
            jobs=jobs,
            link=link,
            passing=passing,
            language=load_settings().language,
            progress=progress,
            told=told,
        )
        with self._store.writing():
            return run.add(paths, bibliography)

    def reindex(self, progress: Progress | None = None) -> int:
        """Cut and embed documents anew from their stored blocks, for the model given to `open`; no PDF is needed.

        All of them for a model other than the library's, else those that an older Bluenote cut.

        A document at a time: if it is cut short, the library asks for it again before the next search by meaning.

        Returns:
            How many documents that were.

        Raises:
            Busy: Another process is adding or removing.
            ModelMissing: The model is not here.
        """
        from index.reindexing import reindex

        with self._store.writing(), self._loading:
            named = self._model or self._store.facts().get("model") or load_settings().model
            embedder = self._given or load_embedder(named)
            done = reindex(self._store, embedder, progress)
            self._embedder = embedder
        return done

    def reread(self, *, jobs: int = 1, progress: Progress | None = None) -> list[Added]:
        """Read again those PDFs that an older Bluenote read; what was said of them stays.

        Args:
            jobs: how many are read at the same time.
            progress: told of each step.

        Returns:
            One outcome for each; one that fails stays as it was.

        Raises:
            Busy: Another process is adding or removing.
        """
        from index.adding import Run

        with self._store.writing():
            run = replace(Run.quiet(self._store, self._files, self.embedder), jobs=jobs, progress=progress)
            return run.reread(self._store.to_read())

    def remove(self, ref: str) -> Entry:
        """Take a document out, into the trash; what it was."""
        from index.record import Origin

        with self._store.writing():
            entry = self.entry(ref)
            sha256, kept = self._store.sha256(entry.id)
            self.trash.put(entry, Origin(entry.file, sha256, kept), self._store.reading(entry.id))
            self._store.drop(entry.id)
            self._store.settle()
        return entry

    def restore(self, ref: str) -> Entry:
        """Take a document out of the trash, with its citekey, its corrections and all that is kept of it.

        Raises:
            NoSuchDocument: It is not in the trash.
        """
        from index.adding import Run

        gone = self.trash.named(ref)
        with self._store.writing():
            if not self._store.ledger(Filters(documents=(gone.id,))):
                Run.quiet(self._store, self._files, self.embedder).restore(gone, self.trash.reading(gone.id))
            self.trash.drop(gone.id)
        return self.entry(gone.id)

    def sync(
        self,
        path: Path,
        *,
        jobs: int = 1,
        link: bool = False,
        progress: Progress | None = None,
        told: Callable[[Added], None] | None = None,
    ) -> "Synced":
        """Follow an export of a reference manager: new files in, changed data changed, nothing removed.

        Args:
            path: BibTeX, BibLaTeX, RIS, CSL-JSON, or Better BibTeX JSON from Zotero.
            jobs: as for `add`.
            link: as for `add`.
            progress: as for `add`.
            told: as for `add`.

        Raises:
            Busy: Another process is adding or removing.
            LibraryError: The export cannot be read.
        """
        from index.syncing import sync

        return sync(
            self._store,
            path,
            lambda files, bibliography: self.add(
                files, jobs=jobs, bibliography=bibliography, link=link, progress=progress, told=told
            ),
        )

    def empty_trash(self) -> "list[Trashed]":
        """Let go of what is in the trash, with its PDFs; what it was."""
        with self._store.writing():
            gone = self.trash.all()
            for one in gone:
                self.trash.drop(one.id)
            for sha256 in {one.origin.sha256 for one in gone if one.origin.kept} - self._store.kept():
                self._files.discard(str(sha256))
        return gone

    def doctor(self) -> list[Finding]:
        """Test the library, mend what is derived, and clear away what a killed process left.

        Raises:
            Beyond: The database itself is damaged.
            Busy: Another process is adding or removing.
        """
        from index.doctor import examine

        return examine(self._store, self._files)
