"""PDFs on their way into a library: read in processes of their own, embedded as soon as they are read, told in order.

The order is the one in which they were given, for citekeys depend on it. But none waits for those before it: while one
process reads a thesis, the others read what comes after it, and the model embeds that.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index.encoding.embedding import Embedded
from ingest import child
from ingest.model import Document, Passage

AHEAD = 8
"""PDFs that may wait in memory, read and embedded, for one before them: so many articles are read while a thesis is."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A document and its passages."""

    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF that was read and cut; no document where its content is in the library already."""

    sha256: str
    cut: Cut | None


@dataclass(slots=True)
class Arrival:
    """A file on its way."""

    path: Path
    reading: Future[Pdf] | None
    """None for a text, which is read by whoever takes it in."""
    made: Embedded | None = None
    """What the model makes of the passages; None where there is nothing to embed."""
    ready: bool = False
    """Whether it can be taken in as soon as those before it are."""

    def look(self) -> Cut | None:
        """What is to be embedded now, if anything; tells whether the file is ready."""
        if self.ready or (self.reading is not None and not self.reading.done()):
            return None
        if self.reading is not None and self.reading.exception() is None:
            cut = self.reading.result().cut
            if cut is not None:
                return cut
        self.ready = True  # nothing is to be embedded: a text, a file that is in already, or one that failed
        return None

    def is_of(self, document: str) -> bool:
        """Whether the file was read and is this document."""
        if self.reading is None or not self.reading.done() or self.reading.exception() is not None:
            return False
        cut = self.reading.result().cut
        return cut is not None and cut.document.id == document


def arriving(
    paths: Sequence[Path],
    *,
    is_text: Callable[[Path], bool],
    read: Callable[[Path], Pdf],
    embed: Callable[[Cut], Embedded | None],
    jobs: int,
    tell: Callable[[Path, str], None],
) -> Generator[Arrival, None, None]:
    """Each file in its turn, when it is ready.

    Args:
        paths: the files.
        is_text: whether a file is no PDF.
        read: reads and cuts a PDF; called in threads.
        embed: called in this thread, which hears Ctrl-C.
        jobs: how many are read at the same time.
        tell: told of a path and what is done with it now.
    """
    with child.kept(), ThreadPoolExecutor(max_workers=jobs) as pool:
        waiting: deque[Arrival] = deque()
        rest = iter(paths)
        try:
            while True:
                for path in islice(rest, jobs + AHEAD - len(waiting)):
                    waiting.append(Arrival(path, None if is_text(path) else pool.submit(read, path)))
                if not waiting:
                    return
                _advance(waiting, embed, tell)
                if waiting[0].ready:
                    yield waiting.popleft()
        finally:
            for one in waiting:
                if one.reading is not None:
                    one.reading.cancel()
            child.stop_all()  # after Ctrl-C; otherwise all wait in vain for another file


def _advance(
    waiting: Sequence[Arrival], embed: Callable[[Cut], Embedded | None], tell: Callable[[Path, str], None]
) -> None:
    """Embed the first that was read, unless the first of all is ready; where none was, wait until one is."""
    for one in waiting:
        cut = one.look()
        if waiting[0].ready:
            return
        if cut is not None:
            one.made = _of_its_twin(cut, waiting)
            if one.made is None:
                tell(one.path, "embedding")
                one.made = embed(cut)
            one.ready = True
            return
    tell(waiting[0].path, "reading")
    wait([one.reading for one in waiting if one.reading and not one.ready], return_when=FIRST_COMPLETED)


def _of_its_twin(cut: Cut, waiting: Sequence[Arrival]) -> Embedded | None:
    """What was made of the same file under another path, which was read first though it was given later."""
    return next((one.made for one in waiting if one.made is not None and one.is_of(cut.document.id)), None)
