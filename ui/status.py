"""Exit statuses of the command line, and which of them each error ends in."""

from enum import IntEnum

from index.errors import Beyond, Busy, LibraryError, NoRoom
from ingest.errors import IngestError
from ui.errors import CitingError

EXPECTED = (IngestError, LibraryError, CitingError)
"""Errors whose message is for the user as it stands; any other is a fault of the program."""


class Status(IntEnum):
    """What a command ends with."""

    DONE = 0
    NOTHING_FOUND = 1
    WRONG_USE = 2
    INPUT_FAILED = 3
    DAMAGE = 4
    STOPPED = 130


def status_of(error: Exception) -> Status:
    """The status for an error of `EXPECTED`.

    A library that another process is writing to (`Busy`), or whose disk is full, counts as an input that did not get
    in: asking again helps.
    What is left of `LibraryError` names a document, model or folder that is not there.
    """
    if isinstance(error, Beyond):
        return Status.DAMAGE
    return Status.INPUT_FAILED if isinstance(error, (IngestError, Busy, NoRoom)) else Status.WRONG_USE
