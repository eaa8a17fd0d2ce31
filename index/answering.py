"""What a library answers by meaning and words: the half of its face that needs the model."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from index.catalogue import Catalogue
from index.encoding.embedder import Embedder, load_embedder
from index.encoding.encoder import Reading
from index.errors import LibraryError, WrongModel
from index.found import Results
from index.model import Filters, Mode, View
from index.query import parse
from index.search import counting, floor, searching
from index.search.beside import with_neighbours
from index.search.listing import listing, needed, shown_hits
from index.search.pinpointing import Count, pinpointed
from index.search.ranking import DEPTH
from index.search.spelling import mended
from index.settings import load_settings

_WORDS = 50_000
"""Words of which it is remembered how many tokens they have: 8 MB."""


class _Pieces(dict[str, int]):
    """How many tokens a word has, counted when it is first met."""

    def __init__(self, count: Count) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS:
            self.clear()
        return self.setdefault(word, self._count(word))


class _Asking:
    """Reads questions, each once: the ranking, the counts and the best sentences ask the same."""

    def __init__(self, readers: ThreadPoolExecutor, read: searching.Ask) -> None:
        self._readers, self._read = readers, read
        self._readings: dict[str, Future[Reading]] = {}

    def __call__(self, question: str) -> Reading:
        self.ahead(question)
        return self._readings[question].result()

    def ahead(self, *questions: str, read: searching.Ask | None = None) -> None:
        """Have questions read from now on that will be asked."""
        for question in questions:
            if question not in self._readings:
                self._readings[question] = self._readers.submit(read or self._read, question)


class Answering(Catalogue):
    """The searching half of a library's face; see `index.library.Library`."""

    def __init__(self, path: Path, *, model: str | None = None, embedder: Embedder | None = None) -> None:
        """Use `Library.open`; `embedder` stands in for the model that the library names."""
        super().__init__(path)
        self._model = model
        self._given = embedder
        self._embedder: Embedder | None = None
        self._loading = threading.Lock()
        self._readers = ThreadPoolExecutor(thread_name_prefix="question")
        self._pieces = _Pieces(lambda word: self.embedder.count(word))

    @property
    def embedder(self) -> Embedder:
        """The embedding model, loaded on first use.

        Raises:
            ModelMissing: It is not here.
            WrongModel: The library's vectors are another model's.
        """
        with self._loading:
            if self._embedder is None:
                named = self._model or self._store.facts().get("model") or load_settings().model
                embedder = self._given or load_embedder(named)
                self._same(embedder)
                self._embedder = embedder
            return self._embedder

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        mode: Mode = "hybrid",
        view: View = View(),  # noqa: B008 - frozen
        counted: bool = False,
    ) -> Results:
        """The passages that answer best; none where nothing comes near the question.

        Args:
            query: the question.
            k: so many passages, or documents where results are by document.
            filters: which passages may answer.
            mode: by meaning and words, by one of them, or as one phrase.
            view: how the answers are laid out, and where this page of them begins.
            counted: whether to say how many of the answers each value of a filter would keep.
        """
        with self._store.snapshot():
            # Few questions have a word to be put right.
            everywhere = filters == Filters()
            ask = self._asking(query, mode, everywhere=everywhere)
            read = mended(self._store, query, mode)
            if read.read_as:
                ask = self._asking(read.text, mode, everywhere=everywhere)
            known = self._store.cited.named(read.text) if mode != "dense" else ()
            count = needed(view, k)
            most = max(count, counting.counted(mode)) if counted else count
            asked = searching.worded(self._store, read.text, filters, mode)
            if asked.meant:
                ask.ahead(*(other.question for other in asked.put.values()))
            found = searching.ranked(self._store, ask, asked, count=most, filters=filters)
            page = listing(self._store, found[:count], view, k)
            hits = shown_hits(self._store, page.shown, first=view.offset + 1)
            hits = pinpointed(self._store, ask, self._count, asked, hits)
            return Results(
                query,
                with_neighbours(self._store, asked.own, hits),
                known=known,
                read_as=read.read_as,
                widened=asked.other_names,
                put_into={language: other.question for language, other in asked.put.items()},
                further=page.further,
                facets=counting.counts(self._store, ask, read.text, found, filters=filters, mode=mode, view=view)
                if counted
                else None,
            )

    def batch(
        self,
        questions: Sequence[tuple[str, str]],
        *,
        k: int = 1000,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        mode: Mode = "hybrid",
    ) -> Iterator[tuple[str, str, float]]:
        """For each question (id, text) its k documents by their best passages: question id, document id, score.

        Meant for measuring: there is no floor, so every question gets an answer where there is one to rank.
        """
        for name, text in questions:
            with self._store.snapshot():
                read = mended(self._store, text, mode).text
                best = searching.documents(self._store, self._ask, read, count=k, filters=filters, mode=mode)
            for document, score in best:
                yield name, document, score

    def _same(self, embedder: Embedder) -> None:
        facts = self._store.facts()
        if facts.get("identity", embedder.identity) != embedder.identity:
            raise WrongModel(
                f"the vectors of {self.path} were made by another model than {embedder.name} as it is here: "
                f"`bluenote reindex --model {embedder.name}` makes them anew, without the PDFs"
            )

    def _asking(self, text: str, mode: Mode, *, everywhere: bool) -> "_Asking":
        """What reads questions; this one is being read from now on, while all is looked up that needs words alone.

        Where any passage may answer, the nearest ones are looked for meanwhile too.
        """
        query = parse(text, mode)
        asking = _Asking(self._readers, self._ask)
        if query.empty or not searching.asks_meaning(query, mode):
            return asking
        if self._embedder is None:  # to load it takes as long as all the rest of a search from the command line
            asking.ahead(query.question, read=self._first_asked)
            self._store.prepare()
        else:
            self._same(self._embedder)
            read = self._asked_ahead if everywhere and not query.phrases else self._embedder.ask
            asking.ahead(query.question, read=read)
        return asking

    def _asked_ahead(self, question: str) -> Reading:
        asked = self.embedder.ask(question)
        self._store.foresee(asked.vector, DEPTH)
        return asked

    def _count(self, text: str) -> int:
        """Tokens of a text; word by word, for to count those of ten passages takes longer than to find them."""
        return sum(map(self._pieces.__getitem__, text.split()))

    def _first_asked(self, question: str) -> Reading:
        """`_ask`; a library of an older Bluenote gets the floors of this one meanwhile, if it can be written."""
        asked = self._ask(question)
        if self._store.facts().get(floor.MEASURED) != floor.current():
            with suppress(LibraryError):
                self._store.note(floor.measured_floors(self._store, self.embedder))
        return asked

    def _ask(self, question: str) -> Reading:
        embedder = self.embedder
        self._same(embedder)  # another process may have converted the library since
        return embedder.ask(question)
