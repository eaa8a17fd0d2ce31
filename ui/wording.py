"""How pages, works and documents are called in one line."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from index.citations import CitingPlace
from index.found import Place, Results
from index.model import Entry, Filters
from index.names import family_names, year_of
from ingest.model import Csl, Page
from ingest.words.unsymbols import symbol_of
from ui.cites.capitals import title_out_of_capitals

_MOST_RUNS = 6
"""Runs of numbers that a sentence names: more say nothing any more."""

_KINDS: Mapping[str, str] = {
    "article": "Preprint",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "bill": "Bill",
    "book": "Book",
    "chapter": "Chapter",
    "legal_case": "Case",
    "legislation": "Resolution or law",
    "paper-conference": "Conference paper",
    "post-weblog": "Blog post",
    "report": "Report",
    "review": "Review",
    "thesis": "Thesis",
    "treaty": "Treaty",
    "webpage": "Web page",
}


def kind_word(csl_type: str) -> str:
    """A CSL type in a reader's word: "article-journal" is "Journal article"."""
    return _KINDS.get(csl_type, csl_type.replace("-", " ").replace("_", " ").capitalize())


_LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "no": "Norwegian",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "sw": "Swahili",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def language_word(code: str) -> str:
    """A language by its name: "fr" is "French"; the code itself where the name is not known."""
    return _LANGUAGES.get(code.split("-")[0].lower(), code)


_STYLES: Mapping[str, str] = {
    "chicago-notes": "Chicago, notes",
    "chicago-author-date": "Chicago, author–date",
    "apa": "APA",
    "mla": "MLA",
    "oscola": "OSCOLA",
    "harvard": "Harvard",
}


def style_word(style: str) -> str:
    """A citation style as its users call it."""
    return _STYLES.get(style, style)


def section_words(heading: str, title: str) -> str:
    """The headings above a passage, without those that only repeat the document's title and what stands above it.

    Above the title stands the name of the body or the series: "Security Council > The situation in Mali > I. Mandate".
    """
    parts = heading.split(" > ")
    whole, main = _letters(title), _letters(title.split(":")[0])
    titles = [at for at, part in enumerate(parts) if main and _letters(part) in (main, whole)]
    parts = parts[titles[0] + 1 :] if titles else parts
    while parts and _letters(parts[0]) in whole:
        parts.pop(0)
    return " › ".join(parts)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def filter_words(filters: Filters) -> str:
    """What limits a search besides its question: "Karlsrud, 2010–2020, Report, citing S/RES/2100"."""
    first, last = filters.years
    span = str(first or "") if first == last else f"{first or ''}–{last or ''}"
    parts = [counted(len(filters.documents), "document") if filters.documents else "", *filters.authors, span]
    parts += [*map(kind_word, filters.kinds), *map(language_word, filters.languages), *filters.missions]
    parts += [f"citing {work}" for work in filters.cites]
    return ", ".join(part for part in parts if part)


def mended_words(results: Results) -> str:
    """Which words were taken for mistyped: "“mandte” was read as “mandate”"; "" where none was."""
    return " · ".join(f"“{typed}” was read as “{meant}”" for typed, meant in results.read_as.items())


def also_words(results: Results) -> str:
    """What was looked for otherwise than typed: "Also looked for “FINUL” · Also in French"; "" where nothing was.

    A question goes into the other language term by term: enough to find passages, and no words for a reader to see.
    """
    names = ", ".join(f"“{name}”" for name in results.widened)
    languages = " and ".join(map(language_word, results.put_into))
    said = (mended_words(results), names and f"Also looked for {names}", languages and f"Also in {languages}")
    return " · ".join(part for part in said if part)


def counted(number: int, thing: str) -> str:
    """Say "1 passage", "1,200 passages"."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def escaped(text: str) -> str:
    """Text as it stands where a page reads Markdown: an author's name is no markup."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def people(csl: Csl) -> str:
    """Who wrote a work, else who edited it, as a scholar says it: "Doyle and de Carvalho", "Cunliffe et al."."""
    said = list(family_names(csl))
    if len(said) > 3:
        return f"{said[0]} et al."
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def year(csl: Csl) -> str:
    """The year of publication, "" where none is known."""
    return str(year_of(csl) or "")


def page_words(page: Page | Place) -> str:
    """The printed page, and the file's own count where the two differ: "p. 67 (PDF p. 3)"."""
    counted = f"PDF p. {page.index + 1}"
    if page.label_source == "index":
        return counted
    return f"p. {page.label}" if page.label == str(page.index + 1) else f"p. {page.label} ({counted})"


def place_words(place: CitingPlace) -> str:
    """Where a citation stands: "p. 67, note 12"; the file's own count where no page number is printed."""
    page = f"p. {place.page}" if place.page else f"PDF p. {place.index + 1}"
    return f"{page}, note {place.note}" if place.note else page


def extent(labels: Sequence[str]) -> str:
    """Say which numbers there are: "run from 65 to 67"; where counting starts anew "are 65–66, 51".

    Args:
        labels: of pages or paragraphs in their order, at least one.
    """
    runs: list[list[str]] = []
    for label in labels:
        if runs and _counts_on(runs[-1][-1], label):
            runs[-1].append(label)
        else:
            runs.append([label])
    if len(runs) == 1:
        return f"run from {labels[0]} to {labels[-1]}"
    said = ["–".join(dict.fromkeys((run[0], run[-1]))) for run in runs[:_MOST_RUNS]]
    return f"are {', '.join(said)}{' and others' if len(runs) > _MOST_RUNS else ''}"


def _counts_on(before: str, label: str) -> bool:
    """Whether a number goes on from the one before it; pages in Roman numbers are counted in one run."""
    if before.isdecimal() and label.isdecimal():
        return int(before) <= int(label)
    return before.isalpha() and label.isalpha()


def short_document(csl: Csl) -> str:
    """Say "Karlsrud, 2015 · Third World Quarterly": what stands under a hit's title."""
    head = ", ".join(part for part in (people(csl), year(csl)) if part)
    where = str(csl.get("container-title") or symbol_of(csl) or csl.get("publisher") or "")
    return " · ".join(part for part in (head, where) if part)


def title_of(entry: Entry) -> str:
    """A document's title; its file's name where it has none."""
    return entry.title or Path(entry.file).name


def titled(entry: Entry) -> str:
    """A document to choose from a list: "The UN at War (Karlsrud, 2015 · Third World Quarterly)"."""
    by = short_document(entry.csl)
    return f"{title_of(entry)} ({by})" if by else title_of(entry)


class Work(Protocol):
    """What is known of a cited work (`index.found.HitSource`, `CitedWork`)."""

    @property
    def csl(self) -> Csl:
        """CSL-JSON, as far as the citations tell it."""

    @property
    def text(self) -> str:
        """The words of the fullest citation of it."""


def brief_source(source: Work, *, long: bool = False) -> str:
    """A cited work in a few words: its symbol, or author, title and year; its own words where these are not known."""
    csl = source.csl
    title = str(csl.get("title") or "")
    symbol = symbol_of(csl)
    named = people(csl)
    if symbol:
        return f"{symbol}, {title}" if long and title and title != symbol else symbol
    if not title:
        return source.text[:160]
    title = title_out_of_capitals(title)
    short = title if long else title.split(":")[0].rstrip()  # French sets a space before the colon
    dated = f" ({year(csl)})" if year(csl) else ""
    return f"{named}, {short}{dated}" if named else f"{short}{dated}"
