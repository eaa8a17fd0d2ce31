"""A hit in plain lines, as the terminal shows it."""

from collections.abc import Callable
from dataclasses import replace

from index.found import Beside, Hit, HitCitation, HitSource
from ingest.model import Link, Slice
from ui.hittext import Line, called, hit_lines, led_to, note_lines, with_markers

LEADS = "→ Karlsrud, The UN at War (2015), p. 5 https://doi.org/10.1/x"


def plain(lines: object) -> list[str]:
    assert not isinstance(lines, str)
    return [_plain(line) for line in lines]  # type: ignore[attr-defined]


def _plain(line: Line) -> str:
    return " " * line.indent + "".join(piece if isinstance(piece, str) else piece[0] for piece in line.pieces)


def test_a_hit_line_by_line(make_hit: Callable[..., Hit]) -> None:
    assert plain(hit_lines(make_hit(), "John Karlsrud, “Blurred Lines,” 67–68.")) == [
        " 1  Karlsrud, Blurred Lines (2015)",
        "    pp. 67–68 · Consent · notes 78 of 78",
        "    Robust mandates blur the line.[12] Consent wears thin.[13]",
        f"     12 Ibid., 5, and a word.  {LEADS} (Ibid. of note 11)",
        "    Cite  John Karlsrud, “Blurred Lines,” 67–68.",
        "          [@dulac2019sample, p. 67–68]",
    ]


def test_what_stands_beside_a_passage_stands_around_it(make_hit: Callable[..., Hit]) -> None:
    near = Beside("p0", "It began.", make_hit().cite)
    assert plain(hit_lines(make_hit(before=near, after=replace(near, text="It ended.")), "Reference."))[2:5] == [
        "    … It began.",
        "    Robust mandates blur the line.[12] Consent wears thin.[13]",
        "    It ended. …",
    ]


def test_a_sample_says_so(make_hit: Callable[..., Hit]) -> None:
    assert plain(hit_lines(make_hit(), "", sample=True))[0].endswith("sample")


def test_several_citations_stand_below_their_note(make_hit: Callable[..., Hit], citation: HitCitation) -> None:
    [note] = make_hit().notes
    two = replace(note, label="*", scope="section", citations=(citation, replace(citation, form="full", through=())))
    assert plain(note_lines(two)) == [
        "      * (on the section) Ibid., 5, and a word.",
        f"        {LEADS} (Ibid. of note 11)",
        f"        {LEADS}",
    ]


def test_a_note_that_is_the_passage_is_not_said_twice(make_hit: Callable[..., Hit]) -> None:
    hit = make_hit()
    found = replace(hit, passage=replace(hit.passage, kind="note", spans=(Slice(None, "n12", 0, 20),), markers=()))
    lines = plain(hit_lines(found, ""))
    assert lines[3] == f"     12 {LEADS} (Ibid. of note 11)"
    assert not any("and a word" in line for line in lines)


def test_what_is_open_is_shown_as_open(citation: HitCitation, source: HitSource) -> None:
    why = "note 11 cites two works"
    open_one = replace(citation, source=None, candidates=(source, source), why=why)
    assert led_to(open_one) == (
        "? perhaps Karlsrud, The UN at War (2015) or Karlsrud, The UN at War (2015) (note 11 cites two works)"
    )
    assert " or 2 more (" in led_to(replace(open_one, candidates=(source,) * 5))
    assert led_to(replace(open_one, candidates=())) == f"? left open: {why}"
    assert led_to(replace(open_one, candidates=(), why="")).startswith("? left open: ")


def test_a_work_of_the_library_is_named_before_any_address(citation: HitCitation, source: HitSource) -> None:
    here = replace(source, links=(*source.links, Link("corpus", "bluenote:8ffa1217235e04b9")))
    assert led_to(replace(citation, source=here)).endswith(", p. 5 in this library: 8ffa1217 (Ibid. of note 11)")


def test_several_markers_at_one_place_keep_their_order(make_hit: Callable[..., Hit]) -> None:
    first, second = make_hit().passage.markers
    assert with_markers("One. Two.", [replace(first, offset=4), replace(second, offset=4)]) == "One.[12][13] Two."


def test_a_title_that_tells_its_year_is_not_dated_again(make_hit: Callable[..., Hit]) -> None:
    entry = make_hit().document
    dated = {**entry.csl, "author": [], "issued": {"date-parts": [[2013]]}}
    assert called(replace(entry, title="Resolution 2100 (2013)", csl=dated)) == "Resolution 2100 (2013)"
    assert called(replace(entry, title="Whose Wars?", csl=dated)) == "Whose Wars? (2013)"
