"""Places in words, and as pandoc cites them."""

import json

import pypandoc
import pytest

from index.locators import locator_words, pandoc_cite
from ingest.model import Locator


@pytest.mark.parametrize(
    ("label", "value", "words", "cite"),
    [
        ("page", "67", "p. 67", "[@key, p. 67]"),
        ("page", "67–68", "pp. 67–68", "[@key, pp. 67–68]"),
        ("page", "67n12", "p. 67n12", "[@key, p. 67n12]"),
        ("page", "PDF p. 3", "PDF p. 3", "[@key, PDF p. 3]"),
        ("paragraph", "35", "para. 35", "[@key, para. 35]"),
        ("section", "3.2", "sec. 3.2", "[@key, sec. 3.2]"),
        ("section", "What *failed*", "under “What *failed*”", r"[@key, under “What \*failed\*”]"),
        ("section", "", "", "[@key]"),
        ("chapter", "The End", "ch. The End", "[@key, {ch. The End}]"),
    ],
)
def test_a_place(label: str, value: str, words: str, cite: str) -> None:
    assert locator_words(Locator(label, value)) == words
    assert pandoc_cite("key", Locator(label, value)) == cite


def test_an_annex_is_called_so() -> None:
    assert locator_words(Locator("supplement", "II", "annex")) == "annex II"
    assert locator_words(Locator("supplement", "I and II", "appendix")) == "appendices I and II"
    assert pandoc_cite("key", Locator("supplement", "II", "annex")) == "[@key, annex II]"


@pytest.mark.parametrize("key", ["karlsrud2015", "S/RES/2100", "smith:2010.", "école", "x@y", "a--b"])
def test_pandoc_reads_every_key(key: str) -> None:
    read = json.loads(pypandoc.convert_text(pandoc_cite(key, Locator("page", "5")), "json", format="markdown"))
    [cite] = read["blocks"][0]["c"][0]["c"][0]
    assert cite["citationId"] == key
