"""What can go wrong with a library; each message is one line and tells the reader what to do."""


class LibraryError(Exception):
    """The library cannot do what was asked; the message is shown to the user as it stands."""


class NoSuchDocument(LibraryError):
    """No document, or more than one, answers to the name given (id, unique prefix, citekey or path)."""


class NoSuchWork(LibraryError):
    """No document of the library cites such a work."""


class Busy(LibraryError):
    """Another process is adding to or removing from this library."""


class WrongModel(LibraryError):
    """The library's vectors were made by other weights, another tokenizer or window."""


class ModelMissing(LibraryError):
    """The embedding model cannot be found, or its weights are not the expected ones."""


class Beyond(LibraryError):
    """Damage that repair cannot undo."""


class NoRoom(LibraryError):
    """The disk has no room for what is to be kept, or fails."""


class Unwritable(LibraryError):
    """The library can be read only."""
