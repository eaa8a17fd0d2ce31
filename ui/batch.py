"""Many questions at once, answered in the form that TREC's evaluation tools read.

The form: one line a document, `qid Q0 document rank score tag`, best first (https://trec.nist.gov/data/).
"""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

TAG = "bluenote"


class BatchError(Exception):
    """The questions cannot be read or the run cannot be written; the message tells the reader what to do."""


def read_questions(path: Path) -> list[tuple[str, str]]:
    """Question ids and questions, one a line with a tab between; empty lines are skipped.

    Raises:
        BatchError: the file cannot be read, or a line has no tab.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{path} cannot be read as UTF-8 text: {error}") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        qid, tab, question = line.partition("\t")
        if tab and len(qid.split()) == 1 and question.strip():  # a run's fields are parted by blanks
            questions.append((qid.strip(), question.strip()))
        elif line.strip():
            raise BatchError(f"line {number} of {path} is no question: write its id, a tab and the question")
    return questions


def write_run(ranked: Iterable[tuple[str, str, float]], path: Path) -> int:
    """Write a run.

    Args:
        ranked: question id, document id and score, each question's documents together and best first.
        path: the run's file, replaced if it is there.

    Returns:
        The number of lines: 0 where no question found anything.

    Raises:
        BatchError: the run cannot be written.
    """
    lines = [
        f"{qid} Q0 {document} {rank} {score:.6f} {TAG}\n"
        for qid, answers in groupby(ranked, key=itemgetter(0))
        for rank, (_, document, score) in enumerate(answers, start=1)
    ]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise BatchError(f"{path} cannot be written: {error.strerror}") from error
    return len(lines)
