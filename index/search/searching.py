"""A question -> passages in order: which voices are asked and how they are weighed."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from index.encoding.encoder import Reading
from index.model import Filters, Mode
from index.query import Query, Scope, parse
from index.search.floor import has_own_floor
from index.search.ranking import DEPTH, Passage, fuse, heard, ordered
from index.search.refusing import unanswered
from index.search.secondlook import FIRST, likeness, reordered, say, weights
from index.search.translation import is_one_term, translated
from index.search.widening import SAME, widened
from index.store import Found, Store
from index.terms.functionwords import language_of
from index.terms.glossary import Language
from ingest.passages.ids import is_of_text

OWN, CLEARLY = 0.8, 1.25
"""How answers to a question and to its translation are weighed, chosen by tests/bench: a greater share for the
translation finds more across languages, and costs questions that need none."""
FOUND = 0.5
"""Share of a translation's words from which on its answers count in full beside those to a question that the model
reads well, and less for less, as of `heard`: meaning alone answers such a question, while "library", "group" and
"summer" stand together in some French passage by chance."""

Ask = Callable[[str], Reading]
"""A question -> what the model makes of it."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """A question in all the words that it is looked for by."""

    own: Query
    mode: Mode
    put: Mapping[str, Query] = field(default_factory=dict)
    """The question in other languages."""
    works: tuple[str, ...] = ()
    """Names of the works that are all it speaks of, by author or by author and title: what cites them comes first."""

    @property
    def all(self) -> Sequence[Query]:
        """Its own words first."""
        return self.own, *self.put.values()

    @property
    def meant(self) -> bool:
        """Whether the model reads it."""
        return asks_meaning(self.own, self.mode)

    @property
    def other_names(self) -> tuple[str, ...]:
        """What is looked for besides the question's own words: other names of what it names."""
        return tuple(one.words for one in self.own.also if one.weight >= SAME)

    def of(self, language: str) -> Query:
        """By which words passages in a language are asked."""
        return self.put.get(language, self.own)


def worded(store: Store, text: str, filters: Filters, mode: Mode) -> Wordings:
    """The question with what its words are also called, and in the languages of the documents that may answer."""
    query = parse(text, mode)
    if mode != "hybrid" or query.names_works or query.empty:
        return Wordings(query, mode)
    put = _put_into(store, query, filters)
    return Wordings(
        widened(query, store.abbreviations),
        mode,
        {language: widened(other, store.abbreviations) for language, other in put.items()},
        () if filters.cites else store.works_of_author(query.question),
    )


def ranked(
    store: Store,
    ask: Ask,
    asked: Wordings,
    *,
    count: int,
    filters: Filters,
    floor: bool = True,
) -> list[tuple[str, float]]:
    """The first `count` passages that answer, best first, with scores from 0 to 1.

    Voices are asked to a depth of DEPTH, and for a longer list to twice that and so on, each stage going on where the
    last one ended: a longer list begins like a shorter one. Where both voices are asked, the FIRST passages get a
    second look, however many are wanted.

    Args:
        store: within a snapshot.
        ask: reads the question; not called where words alone decide.
        asked: the question.
        count: how many passages.
        filters: which may answer.
        floor: whether a question that nothing answers gets no passage rather than the least bad ones.
    """
    if asked.own.empty:
        return []
    lists = [_listed(store, ask, asked.own, count, filters, asked.mode, floor=floor)]
    for language, other in asked.put.items():
        theirs = replace(filters, languages=(language,))
        lists.append(_listed(store, ask, other, count, theirs, asked.mode, floor=floor, put_into=language))
    found = _merged(lists, read_well=not has_own_floor(language_of(asked.own.terms)))
    return _before(_by_their_notes(store, ask, asked, count, filters), found)[:count]


def asks_meaning(query: Query, mode: Mode) -> bool:
    """Whether a question is read by the model.

    Vectors know nothing of symbols: one that is only symbols is looked up by words.
    """
    return mode == "dense" or (mode == "hybrid" and bool(query.terms or query.phrases))


def _put_into(store: Store, query: Query, filters: Filters) -> Mapping[Language, Query]:
    """The question in each other language of the documents that may answer.

    What is but a work's name is no question to be put into another language word by word: in French "the Brahimi
    report" is no "Brahimi rapport". "Protection of civilians" is put, as one term, whatever has it for a title.
    """
    asked_in = store.languages().intersection(filters.languages or store.languages())
    put = translated(query, asked_in)
    return {} if put and not any(is_one_term(query, into) for into in put) and store.is_a_work(query.question) else put


@dataclass(frozen=True, slots=True)
class _List:
    """What one wording of a question finds."""

    passages: list[tuple[str, float]]
    told: float
    """How much of its words the best passage by words has."""


def _merged(lists: Sequence[_List], *, read_well: bool) -> list[tuple[str, float]]:
    """One order of the answers to a question and to its translations.

    In each list the best passage has about 1, also where no passage of that language says anything about the question.
    So a translation's answers count in full where its words were found CLEARLY better than the question's own, and else
    in proportion; the question's own step back to OWN at most.

    Args:
        lists: of the question, and of its translations.
        read_well: whether the model reads the question's language, so that its translations' words must be FOUND.
    """
    own, *others = lists
    if not others:
        return own.passages
    says = [heard(one.told, FOUND) if read_well else 1.0 for one in others]
    best = max(one.told for one in others)
    back = max(OWN, min(1.0, CLEARLY * own.told / best)) if best else 1.0
    back = 1.0 - (1.0 - back) * max(says)
    scores = {passage: back * score for passage, score in own.passages}
    for one, say_of_it in zip(others, says, strict=True):
        share = say_of_it * (min(1.0, one.told / (CLEARLY * own.told)) if own.told else 1.0)
        for passage, score in one.passages:
            scores[passage] = max(scores.get(passage, 0.0), share * score)
    return ordered(scores)


def _by_their_notes(
    store: Store, ask: Ask, asked: Wordings, count: int, filters: Filters
) -> Sequence[tuple[str, float]]:
    """Passages that answer by what their notes cite, or say where no text does: "White, Keeping the Peace".

    The second look would put them behind passages that have none of the words: their own text need not speak of it.
    """
    if asked.works:
        citing = replace(filters, cites=asked.works)
        return _listed(store, ask, asked.own, count, citing, asked.mode, floor=False).passages
    if asked.mode != "hybrid" or asked.own.symbols or asked.own.phrases:
        return []
    return [(passage, 1.0) for passage in store.in_notes_alone(asked.own, count, Scope(filters))]


def _before(
    first: Sequence[tuple[Passage, float]], others: Sequence[tuple[Passage, float]]
) -> list[tuple[Passage, float]]:
    """Some passages in their order, and then the others, with scores between the best of these and 1 for the first."""
    taken = dict(first)
    rest = [(passage, score) for passage, score in others if passage not in taken]
    best = max((score for _, score in rest), default=0.0)
    raised = [(passage, best + (1 - best) * score) for passage, score in first]
    return raised + rest


def _those_before(these: Set[Passage], passages: Sequence[tuple[Passage, float]]) -> list[tuple[Passage, float]]:
    """These first: to who types but a name, "Dugard", a passage without it says nothing, however near it may be."""
    return _before([(passage, score) for passage, score in passages if passage in these], passages)


def _listed(
    store: Store, ask: Ask, query: Query, count: int, filters: Filters, mode: Mode, *, floor: bool, put_into: str = ""
) -> _List:
    scope = Scope(filters, query.phrases)
    if mode == "phrase" or (mode == "words" and not (query.terms or query.symbols)):
        return _List([(passage, 1.0) for passage in store.every(count, scope)], 1.0)
    asked: Reading | None = None
    told = 0.0
    holding: set[Found] = set()

    def voices(depth: int) -> list[tuple[Found, float]]:
        nonlocal asked, told
        lexical = {} if mode == "dense" else store.lexical(query, depth, scope)
        share = told or (_told(store, query, lexical) if mode == "hybrid" else 0.0)
        if asked is None and asks_meaning(query, mode):
            asked = ask(query.question)
        dense = {} if asked is None else store.dense(asked.vector, depth, scope)
        if floor and asked is not None and unanswered(store, query, put_into, asked, dense, lexical, scope):
            return []
        told = share  # of a question that nothing answers it stays 0: its translation is not held against it
        if mode != "hybrid" or not dense:
            return ordered(dense or _unit(lexical))
        if query.is_one_word and len(lexical) < DEPTH:  # "Dugard"; "peacekeeping" stands in more than are listed
            holding.update(lexical)
        return _those_before(holding, fuse(dense, lexical, told))

    listed: dict[Found, float] = {}
    depth = DEPTH
    while len(listed) < count:
        stage = voices(depth)
        new = [(passage, score) for passage, score in stage if passage not in listed][: depth - len(listed)]
        lowest = min(listed.values(), default=1.0)
        listed |= {passage: min(score, lowest) for passage, score in new}
        if len(stage) < depth:
            break
        depth *= 2
    names = store.names(list(listed)[: max(count, FIRST)])
    found = [(name, listed[one]) for one, name in names.items()]
    first: Sequence[tuple[str, float]] = ordered(dict(found[:FIRST]))  # of equals the first id, as in every store
    # A passage that is found by its notes is not like the question, nor need it be.
    by_its_notes = filters.part == "notes" and any(is_of_text(passage) for passage, _ in first)
    if mode == "hybrid" and asked is not None and not by_its_notes:
        first = _looked_at_again(store, asked, query, first, told)
        first = _those_before({name for one, name in names.items() if one in holding}, first)
    return _List([*first, *found[FIRST:]][:count], told)


def documents(
    store: Store, ask: Ask, text: str, *, count: int, filters: Filters, mode: Mode
) -> list[tuple[str, float]]:
    """The first `count` documents, each with the score of its best passage; there is no floor."""
    asked, wanted = worded(store, text, filters, mode), count
    while True:
        found = ranked(store, ask, asked, count=wanted, filters=filters, floor=False)
        homes = store.homes([passage for passage, _ in found])
        best: dict[str, float] = {}
        for passage, score in found:
            best.setdefault(homes[passage], score)
        if len(best) >= count or len(found) < wanted:
            return list(best.items())[:count]
        wanted *= 4  # a long document may fill many places with its passages


def _looked_at_again(
    store: Store, asked: Reading, query: Query, first: Sequence[tuple[str, float]], told: float
) -> Sequence[tuple[str, float]]:
    tokens = store.tokens([passage for passage, _ in first])
    if len(tokens) < len(first) or not len(asked.tokens):
        return first  # of documents that an older Bluenote took in, or of a model that gives none
    weighed = weights(asked, query.question, store.rarities)
    return reordered(first, likeness(asked, weighed, [tokens[passage] for passage, _ in first]), say(told))


def _told(store: Store, query: Query, lexical: Mapping[Found, float]) -> float:
    """How much of the question's words the passage has that is the best one by words."""
    best = store.names(list(lexical)[:1])
    return max((store.telling(query, passage) for passage in best.values()), default=0.0)


def _unit(scores: Mapping[Found, float]) -> Mapping[Found, float]:
    """BM25 scores have no upper bound; the best one is 1."""
    best = max(scores.values(), default=1.0)
    return {one: score / best for one, score in scores.items()}
