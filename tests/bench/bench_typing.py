"""Questions with typing errors: how much of what they would have found they find.

    python tests/bench/bench_typing.py [--keep FOLDER]

The same documents and measures as in bench_ranking.py; `questions_typing.jsonl` has 60 of its questions as they might
be typed in haste, one or two words of each wrong. Each is asked without its errors, with them where nothing is put
right (`index.search.spelling` left out), and as Bluenote answers.
"""

import argparse
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import questions
import scoring

from index import Library
from index.search.spelling import Mended

CORRECT, LEFT, MENDED = "without errors", "with errors, left as they are", "with errors, as answered"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keep", type=Path, help="leave the library here, and use that of an earlier run")
    asked = options.parse_args()
    paths = questions.pdfs()
    known = {one.id: one for one in (*questions.load(paths), *questions.load(paths, "questions_fresh.jsonl"))}
    lines = (Path(__file__).parent / "questions_typing.jsonl").read_text(encoding="utf-8").splitlines()
    typed = [(known[one["id"]], one["question"]) for one in map(json.loads, lines) if one["id"] in known]
    with (
        tempfile.TemporaryDirectory() as scratch,
        Library.open((asked.keep or Path(scratch)) / "library", create=True) as library,
    ):
        library.add(paths, jobs=os.cpu_count() or 1)
        ranks = {CORRECT: [questions.rank(library, one) for one, _ in typed]}
        with patch("index.answering.mended", lambda store, text, mode: Mended(text)):
            ranks[LEFT] = [questions.rank(library, replace(one, question=text)) for one, text in typed]
        ranks[MENDED] = [questions.rank(library, replace(one, question=text)) for one, text in typed]
        touched = [one.id for one in known.values() if library.search(one.question, k=1).read_as]
    print("\n".join(scoring.table(ranks, LEFT, range(len(typed)))))
    print(f"read otherwise though nothing is wrong: {len(touched)} of {len(known)} questions")


if __name__ == "__main__":
    main()
