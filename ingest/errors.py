"""What can go wrong with an input file; each message is one line and tells the reader what to do."""


class IngestError(Exception):
    """A file that cannot be read; the message is shown to the user as it stands."""


class NotAPdf(IngestError):
    """The file is empty, missing, or no PDF at all."""


class NotText(IngestError):
    """The file is no UTF-8 text, or no JSON lines, though its name says so."""


class Encrypted(IngestError):
    """The file needs a password."""


class Damaged(IngestError):
    """The file is a PDF, but most of its pages cannot be read."""


class LanguageMissing(IngestError):
    """A scan in a language whose OCR data is not installed."""


class TooCostly(IngestError):
    """Reading the file went over its limit of time or memory."""


class Fault(IngestError):
    """Bluenote itself failed on the file."""
