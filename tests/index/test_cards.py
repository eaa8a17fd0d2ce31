"""What is kept of each passage to be shown, and when it is made anew."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from factories import block, document, paragraph
from shelves import WordEmbedder

from index.found import Card
from index.hits import card_of
from index.kept.corrections import Field
from index.library import Library
from index.sqlite.cards import RULES
from index.store import Excerpt
from ingest.passages.cutting import passages

MADE_NOW = (1, "5fdf")
"""By which rules cards are made, and how the digest of those of MALI begins."""
MALI = """Karlsrud on the war in Mali
The mission was to protect civilians in the north. It had few helicopters, and its bases were far apart.
S/RES/2100 (2013) authorised the mission. Troops came from Chad and from Côte d’Ivoire."""


@pytest.fixture
def library(shelf: Library, pdf: Callable[[str, str], Path]) -> Library:
    shelf.add([pdf("mali.pdf", MALI)])
    return shelf


def ids(library: Library) -> list[str]:
    return [passage.id for passage in library.passages(library.entries()[0].id)]


def made(library: Library) -> dict[str, Card]:
    return {one: card_of(excerpt) for one, excerpt in library._store.excerpts(ids(library)).items()}


def shown(library: Library) -> dict[str, Card]:
    return {one: carded.card for one, carded in library._store.cards(ids(library)).items()}


def change(library: Library, statement: str) -> None:
    connection = sqlite3.connect(library.path / "library.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_card_is_what_would_be_made_of_the_document_now(library: Library) -> None:
    assert shown(library) == made(library)
    library.corrections.make(library.entries()[0].id, Field("title", "On other things"))
    assert shown(library) == made(library)


def test_cards_of_other_rules_are_not_shown(library: Library) -> None:
    change(library, "UPDATE cards SET data = '{}'")
    change(library, "UPDATE facts SET value = '0' WHERE name = 'derived cards'")
    assert shown(library) == made(library)


def test_a_passage_without_a_card_is_shown_all_the_same(library: Library) -> None:
    change(library, "DELETE FROM cards WHERE passage = 1")
    assert shown(library) == made(library)


def test_cards_that_are_made_otherwise_have_other_rules(library: Library) -> None:
    cards = msgspec.json.encode(made(library))
    assert (RULES, sha256(cards).hexdigest()[:4]) == MADE_NOW, "libraries keep the old ones until RULES is counted up"


def test_nothing_goes_on_in_a_table(library: Library) -> None:
    read = document([paragraph("Troops came. They stayed. They left.", id="p"), block("Chad 1400. Togo 900.", "table")])
    cards = [
        card_of(Excerpt(passage, replace(read, blocks=(home,)), library.entries()[0]))
        for home in read.blocks
        for passage in passages(replace(read, blocks=(home,)), WordEmbedder().count, 254)
    ]
    assert [(one.begins is None, one.ends is None) for one in cards] == [(False, False), (True, True)]
    assert cards[0].begins is not None
    assert (cards[0].begins.start, cards[0].begins.end) == (0, len("Troops came. They stayed."))
