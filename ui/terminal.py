"""Words on the terminal: wrapped and in colour for a person, plain and one line each for a program.

All that is printed goes through `readable`, for a title or a passage comes from files that anybody may have made.
"""

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.text import Text

Piece = str | tuple[str, str]
"""Words, or words with a rich style ("bold", "dim", "cyan")."""

# C0 and C1 controls begin escape sequences that rewrite the screen or the window's title; embedding marks turn a
# line's order around, so that it reads as what it is not.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def readable(text: str) -> str:
    r"""The text with control characters written out: ESC as `\x1b`; line ends and tabs as blanks."""
    return _UNSAFE.sub(lambda found: " " if found[0] in "\n\t\r" else _written_out(found[0]), text)


def say(*pieces: Piece, indent: int = 0) -> None:
    """Print one line on standard output; a terminal wraps it, each line of it indented."""
    _print(sys.stdout, pieces, indent)


def complain(message: str) -> None:
    """Print one line on standard error."""
    _print(sys.stderr, (f"bluenote: {message}",), 0)


def say_json(value: Any) -> None:
    """Print a value as JSON in UTF-8, whatever the locale's encoding."""
    # A file name in another encoding holds lone surrogates; written as \udcXX they are JSON still.
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n")


def for_a_person() -> bool:
    """True where standard output is a terminal."""
    return sys.stdout.isatty()


def hush() -> None:
    """Print no more: the reader of a pipe (`| head`) has enough. Python would flush again at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(stream: TextIO, pieces: tuple[Piece, ...], indent: int) -> None:
    if stream.isatty():
        from rich.console import Console
        from rich.padding import Padding

        console = Console(file=stream, highlight=False, markup=False, emoji=False)
        console.print(Padding(_styled(pieces), (0, 0, 0, indent)))
    else:
        # Not through rich: it takes a while to load, and ends the program with status 1 where the reader of a pipe
        # (`| head`) has enough.
        words = (piece if isinstance(piece, str) else piece[0] for piece in pieces)
        print(" " * indent + "".join(map(readable, words)), file=stream)


def _styled(pieces: tuple[Piece, ...]) -> "Text":
    from rich.text import Text

    text = Text()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        text.append(readable(words), style)
    return text


def _written_out(character: str) -> str:
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
