"""Rare words find passages in a large library, common ones only add: with small bounds, a small library is large."""

import sqlite3
from collections.abc import Iterator

import pytest

from index.query import parse
from index.sqlite import frequencies, lexical

RARE, BOTH, COMMON = 1, 2, 3
"""Rows: a rare word, the same with a common one, and the common one alone; so have all odd rows after them."""
LAST = 20


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    monkeypatch.setattr(lexical, "_MANY", 4)
    monkeypatch.setattr(lexical, "_READ", 2)
    frequencies._known.cache_clear()
    made = sqlite3.connect(":memory:")
    made.executescript(
        """
        CREATE TABLE passages (row INTEGER PRIMARY KEY, text TEXT);
        CREATE VIRTUAL TABLE words_split USING fts5 (heading, text, tokenize='porter unicode61');
        CREATE VIRTUAL TABLE words_whole USING fts5 (heading, text);
        CREATE VIRTUAL TABLE words_split_counts USING fts5vocab (words_split, row);
        """
    )
    texts = {RARE: "Helicopters came late.", BOTH: "Helicopters for missions.", COMMON: "Missions came late."}
    for row in range(RARE, LAST + 1):
        text = texts.get(row, "Missions ended." if row % 2 else "Nobody came.")
        made.execute("INSERT INTO passages VALUES (?, ?)", (row, text))
        made.execute("INSERT INTO words_split (rowid, heading, text) VALUES (?, '', ?)", (row, text))
    yield made
    made.close()
    frequencies._known.cache_clear()


def test_the_rare_word_finds_and_the_common_one_adds(connection: sqlite3.Connection) -> None:
    assert list(lexical.scores(connection, parse("helicopters missions"), 1, None, frozenset())) == [BOTH]
    alone = lexical.scores(connection, parse("helicopters"), 1, {BOTH}, frozenset())[BOTH]
    assert lexical.scores(connection, parse("helicopters missions"), 1, {BOTH}, frozenset())[BOTH] > alone


def test_a_longer_list_takes_those_with_the_common_word_too(connection: sqlite3.Connection) -> None:
    found = list(lexical.scores(connection, parse("helicopters missions"), LAST, None, frozenset()))
    assert found[0] == BOTH
    assert {RARE, COMMON} < set(found)


def test_where_a_filter_admits_none_with_the_rare_word_the_common_one_finds(connection: sqlite3.Connection) -> None:
    assert list(lexical.scores(connection, parse("helicopters missions"), 1, {COMMON, LAST}, frozenset())) == [COMMON]


def test_a_word_in_more_than_half_of_all_finds_nothing_where_there_are_others(connection: sqlite3.Connection) -> None:
    # "came" stands in eleven of twenty passages.
    found = lexical.scores(connection, parse("missions came"), LAST, None, frozenset())
    assert COMMON in found
    assert LAST not in found


def test_a_common_word_is_estimated_from_stretches_all_over(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, few in (("_COUNTED", 4), ("_STRETCH", 2), ("_STRETCHES", 4)):
        monkeypatch.setattr(frequencies, name, few)
    # Rows 1, 2, 6, 7, 11, 12, 16 and 17 are looked at: "missions" stands in four of these eight, and in ten of twenty.
    assert frequencies.frequencies(connection, ["missions", "helicopters"]) == (
        {"missions": 10, "helicopters": 2},
        LAST,
    )


def test_an_estimate_is_never_less_than_what_was_counted(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, few in (("_COUNTED", 8), ("_STRETCH", 1), ("_STRETCHES", 1)):
        monkeypatch.setattr(frequencies, name, few)
    assert frequencies.frequencies(connection, ["missions"])[0] == {"missions": 9}, "row 1 alone has it not"
