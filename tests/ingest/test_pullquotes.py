"""Pull quotes: printed twice, counted once."""

import pytest
from rawpages import line

from ingest.layout.pullquotes import repeated
from ingest.layout.rows import Row

TEXT = (
    "What a patrol is, nobody says. Peacekeepers count kilo-",
    "metres because kilometres can be counted, and because the",
    "mandate and its readers in New York ask for no more.",
)


def dropped(*apart):
    """Which of these larger lines, set apart in the text, are pull quotes."""
    printed = [
        *((words, 10.0, 14.0) for words in TEXT),
        *((words, 12.0, 30.0 if not at else 14.0) for at, words in enumerate(apart)),
    ]
    rows, y = [], 60.0
    for words, size, step in printed:
        y += step
        rows.append(Row(line(words, size, y=y), 0, True, 72.0, 500.0, step, 0))
    return sorted(i - len(TEXT) for i in repeated(rows, range(len(rows)), 10.0))


def test_a_sentence_of_the_text_that_is_set_again_is_no_text():
    assert dropped("“Peacekeepers count kilometres because", "kilometres can be counted”") == [0, 1]


@pytest.mark.parametrize(
    "apart",
    [
        ["The mandate and its readers in New York"],
        ["“Peacekeepers count the hours because", "hours can be counted”"],
        ["Nobody says."],
    ],
)
def test_headings_and_other_words_are_text(apart):
    assert dropped(*apart) == []
