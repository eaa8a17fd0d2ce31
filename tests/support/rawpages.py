"""Raw pages for tests of what is read off a title page: `page(("A Title", 18), ("Jane Doe", 11))`."""

from pathlib import Path

from ingest.pdf.raw import Line, RawFile, RawPage, Run, make_line

WIDTH, HEIGHT = 595.0, 842.0


def line(text: str, size: float = 10.0, *, index: int = 0, y: float, x: float = 72.0, bold: bool = False) -> Line:
    """One printed line; a caret sets the rest of the word raised and small."""
    runs, at = [], x
    for number, piece in enumerate(text.split("^")):
        mark, rest = ("", piece) if number == 0 else (piece[:1], piece[1:])
        for words, raised in ((mark, True), (rest, False)):
            if words:
                of = 0.6 * size if raised else size
                width = 0.5 * of * len(words)
                base = y - 3 if raised else y
                runs.append(Run(words, "Serif", of, bold, False, raised, base, (at, base - of, at + width, base + 2)))
                at += width
    return make_line(index, runs)


def page(*printed: tuple, index: int = 0) -> RawPage:
    """A page of lines (text, size, more), set one below the other; `y` and `x` in `more` place one elsewhere."""
    lines, y = [], 60.0
    for text, size, *more in printed:
        place = more[0] if more else {}
        y = place.get("y", y + 1.5 * size + place.get("gap", 0.0))
        lines.append(line(text, size, index=index, y=y, x=place.get("x", 72.0), bold=place.get("bold", False)))
    return RawPage(index, WIDTH, HEIGHT, tuple(lines), (), (), (), None, "layer")


def prose(lines: int = 20, size: float = 10.0, gap: float = 30.0) -> list[tuple]:
    """Lines of running text."""
    first = ("Whether the mission kept the peace is asked in what follows, and it was not, as", size, {"gap": gap})
    return [first, *[("the witnesses of the time have said again and again in their own words, was it", size)] * lines]


def file(*pages: RawPage, **info: str) -> RawFile:
    """A file of these pages."""
    return RawFile("0123456789abcdef", Path("a.pdf"), pages, info, "", ())
