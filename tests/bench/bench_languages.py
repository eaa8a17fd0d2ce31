"""Questions in one language, answers in the other: English on French documents, French on English ones.

    python tests/bench/bench_languages.py [--keep FOLDER] [--ranks FILE]

The same documents and measures as in bench_ranking.py; `questions_languages.jsonl` has the questions. Each is asked as
Bluenote answers, and with nothing but its own words (`index.search.translation` left out).
"""

import argparse
import json
import os
import tempfile
from pathlib import Path
from unittest.mock import patch

import questions
import scoring

from index import Library

OWN_WORDS, WIDENED = "its own words alone", "with their translations"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keep", type=Path, help="leave the library here, and use that of an earlier run")
    options.add_argument("--ranks", type=Path, help="write the rank of each question's answer (JSON)")
    asked = options.parse_args()
    paths = questions.pdfs()
    chosen = questions.load(paths, "questions_languages.jsonl")
    with (
        tempfile.TemporaryDirectory() as scratch,
        Library.open((asked.keep or Path(scratch)) / "library", create=True) as library,
    ):
        library.add(paths, jobs=os.cpu_count() or 1)
        with patch("index.search.searching.translated", lambda query, languages: {}):
            ranks = {OWN_WORDS: [questions.rank(library, one) for one in chosen]}
        ranks[WIDENED] = [questions.rank(library, one) for one in chosen]
    for title, language in (("English on French documents", "en"), ("French on English documents", "fr")):
        numbers = [at for at, one in enumerate(chosen) if one.language == language]
        if numbers:
            print(f"\n{title} ({len(numbers)} questions)")
            print("\n".join(scoring.table(ranks, OWN_WORDS, numbers)))
    if asked.ranks:
        asked.ranks.write_text(json.dumps({"ids": [one.id for one in chosen], **ranks}), encoding="utf-8")


if __name__ == "__main__":
    main()
