"""The trial layouts: one frozen record each, put together from the snippets of LaTeX and Typst above them."""

from dataclasses import dataclass
from typing import Literal

Engine = Literal["pdflatex", "xelatex", "typst", "office"]
NotePlace = Literal["foot", "end", "chapter-end", "references"]
"""At "references" what the sample has as notes becomes a numbered list of works: no note at all."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One layout and what is set in it."""

    name: str
    document: str = r"\documentclass[11pt,a4paper]{article}"
    """LaTeX: the class with its options. Typst: the engine's own template does without."""
    setup: tuple[str, ...] = ()
    """Snippets of the preamble, in order."""
    oddities: tuple[str, ...] = ()
    source: str = "article"
    words: int = 2000
    notes: NotePlace = "foot"
    engine: Engine = "pdflatex"
    begin: str = ""
    """Right after the document begins."""
    counted: Literal["document", "page", "chapter"] = "document"
    page_numbers: bool = True
    """Whether pages print their numbers."""
    note_heading: str = "Notes"
    """Of endnotes."""
    list_subheadings: str = ""
    """Between endnotes of two chapters: "Chapter {number}", "Notes to pages {first}–{last}"."""


# Fonts.
_T1 = r"\usepackage[T1]{fontenc}\usepackage{lmodern}"
_TIMES = r"\usepackage[T1]{fontenc}\usepackage{mathptmx}"
_PALATINO = r"\usepackage[T1]{fontenc}\usepackage{mathpazo}\linespread{1.06}"
_SANS = r"\usepackage[T1]{fontenc}\usepackage{helvet}\renewcommand\familydefault{\sfdefault}"
_BOOKMAN = r"\usepackage[T1]{fontenc}\usepackage{bookman}"
_GARAMOND = r"\usepackage{fontspec}\setmainfont{EB Garamond}"
_LIBERTINE = r"\usepackage{fontspec}\setmainfont{Linux Libertine O}[Numbers=OldStyle]"
_CARLITO = r"\usepackage{fontspec}\setmainfont{Carlito}"

# Pages.
_SMALL_PAGE = r"\usepackage[paperwidth=156mm,paperheight=234mm,margin=20mm]{geometry}"
_A4 = r"\usepackage[a4paper,margin=25mm]{geometry}"
_LETTER = r"\usepackage[letterpaper,margin=1in]{geometry}"
_HEADS = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyhead[LE,RO]{\thepage}\fancyhead[LO]{Convoys and Corridors}\fancyhead[RE]{A. Sample}"
    r"\renewcommand\headrulewidth{0pt}"
)
_RULED_HEADS = _HEADS.replace("{0pt}", "{0.4pt}")
_FEET = (
    r"\usepackage{fancyhdr,lastpage}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyfoot[L]{Sample Review, vol. 12}\fancyfoot[R]{\thepage/\pageref{LastPage}}"
    r"\renewcommand\headrulewidth{0pt}\fancypagestyle{plain}{}"
)
_BARE = r"\pagestyle{empty}\AtBeginDocument{\thispagestyle{empty}}"
_FROM_213 = r"\AtBeginDocument{\setcounter{page}{213}}"
_PREFIXED = r"\AtBeginDocument{\setcounter{page}{12}}\renewcommand\thepage{S-\arabic{page}}"
_ONE_AND_A_HALF = r"\usepackage{setspace}\onehalfspacing"
_LINES = r"\usepackage{lineno}\AtBeginDocument{\linenumbers}"
_LINKS = r"\usepackage[hidelinks]{hyperref}"
_MICROTYPE = r"\usepackage{microtype}"
_NO_HYPHENS = r"\hyphenpenalty=10000\exhyphenpenalty=10000\sloppy"
_FRENCH = r"\usepackage[french]{babel}"

# How the marker looks in the text.
_MARK = r"\makeatletter\def\@makefnmark{%s}\makeatother"
_FULL_SIZE = _MARK % r"\hbox{\normalfont\@thefnmark}"
_RAISED_FULL = _MARK % r"\hbox{\raisebox{.33em}{\normalfont\@thefnmark}}"
_RAISED_SLIGHTLY = _MARK % r"\hbox{\raisebox{.3em}{\fontsize{8}{8}\selectfont\@thefnmark}}"
_SQUARE = _MARK % r"\hbox{\,[\@thefnmark]}"
_SQUARE_RAISED = _MARK % r"\hbox{\@textsuperscript{\normalfont[\@thefnmark]}}"
_ROUND = _MARK % r"\hbox{\ (\@thefnmark)}"
_ROUND_RAISED = _MARK % r"\hbox{\@textsuperscript{\normalfont(\@thefnmark)}}"
_POINT_RAISED = _MARK % r"\hbox{\@textsuperscript{\normalfont\@thefnmark.}}"
_SLASH = _MARK % r"\hbox{\ \@thefnmark/}"
_SPACED = _MARK % r"\hbox{\,\@textsuperscript{\normalfont\@thefnmark}}"

# How the label looks at the note's head.
_LABEL = r"\makeatletter\renewcommand\@makefntext[1]{%s}\makeatother"
_LABEL_POINT = _LABEL % r"\noindent\@thefnmark.\ #1"
_LABEL_PLAIN = _LABEL % r"\noindent\@thefnmark\ #1"
_LABEL_HANGING = _LABEL % r"\noindent\hangindent1.8em\hangafter1\hbox to1.8em{\@thefnmark\hss}#1"
_LABEL_RIGHT = _LABEL % r"\noindent\hangindent1.8em\hangafter1\hbox to1.4em{\hss\@thefnmark.}\hbox to.4em{}#1"
_LABEL_SQUARE = _LABEL % r"\noindent[\@thefnmark]\ #1"
_LABEL_ROUND = _LABEL % r"\noindent(\@thefnmark)\ #1"
_LABEL_BRACKET = _LABEL % r"\noindent\@thefnmark)\ #1"
_LABEL_TAB = _LABEL % r"\noindent\hbox to 2.5em{\@thefnmark\hfil}#1"
_LABEL_SLASH = _LABEL % r"\parindent2em\indent\@thefnmark/\enspace #1"
_LABEL_RAISED_TIGHT = _LABEL % r"\noindent\@textsuperscript{\@thefnmark}#1"
_LABEL_RAISED_SPACED = _LABEL % r"\noindent\@textsuperscript{\@thefnmark}\enspace #1"
_LABEL_INDENTED = _LABEL % r"\parindent1.5em\indent\@textsuperscript{\@thefnmark}#1"
_LABEL_FULL_RAISED = _LABEL % r"\noindent\raisebox{.33em}{\@thefnmark}\ #1"

# Rules above the notes.
_RULE = r"\renewcommand\footnoterule{%s}"
_NO_RULE = _RULE % ""
_WIDE_RULE = _RULE % r"\kern-3pt\hrule width\columnwidth\kern2.6pt"
_UNDERSCORES = _RULE % r"\kern-8pt\noindent\hbox{\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_}\par\kern2pt"

# Sizes of the notes.
_NOTE_SIZE = r"\AtBeginDocument{\let\footnotesize\relax\newcommand\footnotesize{\fontsize{%s}{%s}\selectfont}}"
_NOTES_AS_TEXT = r"\AtBeginDocument{\let\footnotesize\normalsize}"
_NOTES_AIRY = _NOTE_SIZE % ("9", "15")
_NOTES_TINY = _NOTE_SIZE % ("6.5", "7.5")
_NOTES_HALF_POINT = _NOTE_SIZE % ("10.4", "12.4")
_NOTES_LARGER = _NOTE_SIZE % ("11.5", "14")

# Counting and placing.
_PER_PAGE = r"\usepackage{perpage}\MakePerPage{footnote}"
_SYMBOLS_PER_PAGE = r"\usepackage[symbol,perpage]{footmisc}"
_MULTIPLE = r"\usepackage[multiple]{footmisc}"
_SPACE_BETWEEN = r"\setlength\footnotesep{9pt}"
_BOTTOM = r"\usepackage[bottom]{footmisc}"
_RIGHT_COLUMN = r"\usepackage{ftnright}"
_ONE_PARAGRAPH = r"\usepackage[para]{footmisc}"
_TWO_COLUMN_NOTES = r"\usepackage{dblfnote}"
_MULTICOLUMN = r"\usepackage{multicol}"

# Shapes of other things.
_SMALL_QUOTES = r"\renewcommand\trialquote[1]{\begin{quote}\footnotesize #1\end{quote}}"
_SMALL_HEADINGS = (
    r"\usepackage{titlesec}\titleformat{\section}{\footnotesize\bfseries}{\thesection.}{.5em}{}"
    r"\titleformat{\subsection}{\footnotesize\itshape}{\thesubsection.}{.5em}{}"
)
_CAPITAL_HEADINGS = (
    r"\usepackage{titlesec}\titleformat{\section}{\normalsize\centering}{\Roman{section}.}{.5em}{\MakeUppercase}"
    r"\titleformat{\subsection}{\normalsize\itshape}{\Alph{subsection}.}{.5em}{}"
)
_DROP_CAP = r"\usepackage{lettrine}\renewcommand\trialfirst[2]{\lettrine{#1}{#2}}"
_EPIGRAPH = (
    r"\usepackage{epigraph}"
    r"\renewcommand\trialopening{\epigraph{Who holds the well holds the road.}{The port's pilot, 1961}}"
)
_SMALL_CAPTIONS = r"\usepackage[font=footnotesize]{caption}"
_FRONT = (
    r"\renewcommand\trialopening{\pagenumbering{roman}\section*{Preface}"
    r"The archive opened its doors for two weeks in the spring of that year, and these pages came of it.\clearpage"
    r"\tableofcontents\clearpage\pagenumbering{arabic}}"
)
_CHAPTERS = (
    r"\renewcommand\trialheading[2]{\chapter[#1]{#2}}"
    r"\renewcommand\trialsubheading[2]{\section[#1]{#2}}"
)
_BIG_NUMBERED = r"\renewcommand\trialnumbered[2]{\par\noindent #1.\hspace{1.5em}#2\par\medskip}"

# Endnotes: the entry's shape.
_ENTRY = r"\renewcommand\trialentry[2]{%s}"
_ENTRY_RAISED = _ENTRY % r"\par\noindent\textsuperscript{#1}#2\par"
_ENTRY_SQUARE = _ENTRY % r"\par\noindent\hangindent2em[#1] #2\par"
_ENTRY_PLAIN = _ENTRY % r"\par\noindent\hangindent2em\hbox to2em{#1\hss}#2\par"
_ENTRIES_SMALL = r"\renewcommand\trialentries{\footnotesize}"

_TWO = r"\documentclass[10pt,a4paper,twocolumn]{article}"
_TEN = r"\documentclass[10pt,a4paper]{article}"
_TWELVE = r"\documentclass[12pt,a4paper]{article}"
_BOOK = r"\documentclass[10pt,openany]{book}"
_REPORT = r"\documentclass[11pt,a4paper]{report}"
_MEMOIR = r"\documentclass[11pt,a4paper,openany,oneside]{memoir}"
_TWO_SIDES = r"\documentclass[11pt,twoside]{article}"

VARIANTS = (
    # Classes as they come.
    Variant("plain-ot1"),
    Variant("plain-links", setup=(_T1, _LINKS)),
    Variant("ten-times-heads", _TEN, (_TIMES, _SMALL_PAGE, _HEADS, _FROM_213)),
    Variant("two-sides-palatino", _TWO_SIDES, (_PALATINO, _SMALL_PAGE, _RULED_HEADS, _FROM_213), ("pairs",)),
    Variant("twelve-spaced-thesis", _TWELVE, (_T1, _A4, _ONE_AND_A_HALF, _FRONT), words=1600),
    Variant("book-chapters", _BOOK, (_TIMES, _SMALL_PAGE, _CHAPTERS), words=2600),
    Variant("report-chapters", _REPORT, (_T1, _CHAPTERS, _LINKS)),
    Variant("memoir", _MEMOIR, (_T1, _CHAPTERS), ("pairs",)),
    Variant("scrartcl", r"\documentclass[11pt,a4paper]{scrartcl}", (_T1,)),
    Variant(
        "scrartcl-footmisc", r"\documentclass[10pt,a4paper]{scrartcl}",
        (_T1, r"\deffootnote{1.5em}{1em}{\thefootnotemark\ }"),
    ),
    Variant("scrbook", r"\documentclass[11pt,a4paper,openany]{scrbook}", (_PALATINO, _CHAPTERS), ("quotes",)),
    Variant("scrreprt-sans", r"\documentclass[10pt,a4paper]{scrreprt}", (_SANS, _CHAPTERS), ("items",)),
    Variant("amsart", r"\documentclass[11pt]{amsart}", (_T1,)),
    Variant(
        "revtex", r"\documentclass[aps,prl,twocolumn,nofootinbib,nobibnotes]{revtex4-2}", (),
        ("sparse", "equations"),
    ),
    Variant("ieeetran", r"\documentclass[journal,onecolumn,11pt]{IEEEtran}", (_TIMES,)),
    Variant("ieeetran-two", r"\documentclass[journal]{IEEEtran}", (_TIMES,), ("sparse",)),
    Variant("llncs", r"\documentclass{llncs}", (_T1,)),
    Variant("elsarticle", r"\documentclass[preprint,12pt]{elsarticle}", (_TIMES,), ("sparse", "figures")),
    Variant("tufte", r"\documentclass{tufte-handout}", (), ("sparse",)),
    # Columns.
    Variant("two-columns", _TWO, (_TIMES,)),
    Variant("two-columns-ftnright", _TWO, (_TIMES, _RIGHT_COLUMN), ("sparse",)),
    Variant("two-columns-dense", _TWO, (_TIMES, _NO_RULE, _LABEL_POINT), source="lawreview", words=1500),
    Variant("two-columns-long", _TWO, (_PALATINO, _LABEL_HANGING), ("long",)),
    Variant("multicol-across", _TEN, (_TIMES, _MULTICOLUMN), begin=r"\begin{multicols}{2}"),
    Variant("three-columns", _TEN, (_TIMES, _A4, _MULTICOLUMN), ("sparse",), begin=r"\begin{multicols}{3}\sloppy"),
    Variant("notes-in-two-columns", _TEN, (_TIMES, _TWO_COLUMN_NOTES)),
    Variant("notes-in-one-paragraph", _TEN, (_TIMES, _ONE_PARAGRAPH), ("sparse",)),
    # Sizes and rules.
    Variant("notes-as-text", setup=(_T1, _NOTES_AS_TEXT)),
    Variant("notes-as-text-no-rule", setup=(_TIMES, _NOTES_AS_TEXT, _NO_RULE, _LABEL_POINT)),
    Variant("notes-airy", setup=(_PALATINO, _NOTES_AIRY)),
    Variant("notes-tiny", _TEN, (_SANS, _NOTES_TINY, _LABEL_PLAIN)),
    Variant("notes-half-point", setup=(_TIMES, _NOTES_HALF_POINT, _NO_RULE)),
    Variant("notes-larger", _TEN, (_TIMES, _NOTES_LARGER, _LABEL_POINT)),
    Variant("rule-wide", setup=(_T1, _WIDE_RULE)),
    Variant("rule-underscores", setup=(_TIMES, _UNDERSCORES, _LABEL_POINT)),
    Variant("rule-none", setup=(_BOOKMAN, _NO_RULE)),
    # Markers.
    Variant("marks-full-size", setup=(_TIMES, _FULL_SIZE, _LABEL_POINT)),
    Variant("marks-full-size-plain", _TEN, (_SANS, _FULL_SIZE, _LABEL_PLAIN, _NO_RULE)),
    Variant("marks-raised-full", setup=(_TIMES, _RAISED_FULL, _LABEL_FULL_RAISED)),
    Variant("marks-raised-slightly", _TEN, (_TIMES, _RAISED_SLIGHTLY, _LABEL_PLAIN)),
    Variant("marks-square", setup=(_T1, _SQUARE, _LABEL_SQUARE)),
    Variant("marks-square-raised", setup=(_TIMES, _SQUARE_RAISED, _LABEL_SQUARE), oddities=("pairs",)),
    Variant("marks-round", setup=(_TIMES, _ROUND, _LABEL_ROUND)),
    Variant("marks-round-raised", setup=(_TIMES, _ROUND_RAISED, _LABEL_BRACKET), oddities=("before-stops",)),
    Variant("marks-point-raised", setup=(_TIMES, _POINT_RAISED, _LABEL_POINT)),
    Variant("marks-slash", setup=(_TIMES, _SLASH, _LABEL_SLASH)),
    Variant("marks-spaced", setup=(_TIMES, _SPACED, _LABEL_RAISED_SPACED)),
    Variant("marks-before-stops", setup=(_T1, _LABEL_RAISED_TIGHT), oddities=("before-stops",)),
    Variant("marks-pairs", setup=(_T1,), oddities=("pairs",)),
    Variant("marks-pairs-commas", setup=(_TIMES, _MULTIPLE), oddities=("pairs",)),
    Variant("symbols-per-page", setup=(_TIMES, _SYMBOLS_PER_PAGE), oddities=("sparse",), counted="page"),
    Variant("symbols-between", setup=(_TIMES,), oddities=("symbols",)),
    Variant("per-page", setup=(_TIMES, _PER_PAGE), counted="page"),
    Variant("per-page-full-size", setup=(_TIMES, _PER_PAGE, _FULL_SIZE, _LABEL_POINT), counted="page"),
    Variant("per-chapter", _BOOK, (_T1, _CHAPTERS, _LABEL_POINT), counted="chapter", words=2600),
    # Labels.
    Variant("labels-right", setup=(_TIMES, _LABEL_RIGHT)),
    Variant("labels-tab", setup=(_SANS, _LABEL_TAB)),
    Variant("labels-raised-indented", setup=(_PALATINO, _LABEL_INDENTED)),
    Variant("labels-spaced-apart", setup=(_TIMES, _SPACE_BETWEEN, _LABEL_HANGING)),
    # Notes of every shape.
    Variant("long-notes", setup=(_TIMES, _LABEL_POINT), oddities=("long",)),
    Variant("very-long-notes", _TEN, (_TIMES,), ("very-long",), words=1500),
    Variant("law-review", _TEN, (_TIMES, _SMALL_PAGE, _HEADS, _CAPITAL_HEADINGS, _LABEL_POINT), source="lawreview"),
    Variant("law-review-very-long", _TEN, (_T1, _SMALL_PAGE, _NO_RULE), ("long",), source="lawreview", words=1200),
    Variant("note-paragraphs", setup=(_TIMES, _LABEL_INDENTED), oddities=("note-paragraphs",)),
    Variant("note-lists", setup=(_T1, _LABEL_POINT), oddities=("note-lists",)),
    Variant("note-lists-plain", setup=(_T1, _LABEL_PLAIN, _NO_RULE), oddities=("note-lists",)),
    Variant("note-years", setup=(_TIMES, _LABEL_POINT), oddities=("note-years",)),
    Variant("note-years-raised", setup=(_TIMES,), oddities=("note-years",)),
    # Bodies of every shape.
    Variant("body-figures", setup=(_T1,), oddities=("figures", "equations")),
    Variant("body-figures-full-size", setup=(_TIMES, _FULL_SIZE, _LABEL_PLAIN), oddities=("figures",)),
    Variant("body-numbered", setup=(_TIMES, _BIG_NUMBERED), oddities=("numbered",)),
    Variant(
        "body-numbered-slash", setup=(_TIMES, _BIG_NUMBERED, _SLASH, _LABEL_SLASH, _UNDERSCORES),
        oddities=("numbered",),
    ),
    Variant("body-items", setup=(_TIMES, _LABEL_POINT), oddities=("items",)),
    Variant("body-small-quotes", setup=(_T1, _SMALL_QUOTES), oddities=("quotes",)),
    Variant("body-small-quotes-no-rule", setup=(_TIMES, _SMALL_QUOTES, _NO_RULE), oddities=("quotes",)),
    Variant("body-small-headings", setup=(_TIMES, _SMALL_HEADINGS, _LABEL_POINT)),
    Variant("body-captions", setup=(_TIMES, _SMALL_CAPTIONS), oddities=("captions",)),
    Variant("body-tables", setup=(_TIMES,), oddities=("tables",)),
    Variant("body-tables-counted", setup=(_T1, _LINKS), oddities=("tables-counted",)),
    Variant("heading-notes", setup=(_T1,), oddities=("heading-notes", "title-note")),
    Variant("drop-cap-epigraph", _TEN, (_PALATINO, _DROP_CAP, _EPIGRAPH, _HEADS)),
    Variant("line-numbers", _TEN, (_T1, _LINES), ("sparse",)),
    Variant("no-page-numbers", setup=(_TIMES, _BARE), page_numbers=False),
    Variant("feet-of-total", setup=(_TIMES, _FEET), oddities=("pairs",)),
    Variant("prefixed-pages", setup=(_TIMES, _PREFIXED)),
    Variant("microtype-unhyphenated", setup=(_PALATINO, _MICROTYPE, _NO_HYPHENS)),
    Variant("french", setup=(_T1, _FRENCH), source="french", oddities=("before-stops",)),
    Variant(
        "french-scr", r"\documentclass[12pt,a4paper]{scrartcl}", (_TIMES, _FRENCH, _ROUND_RAISED, _LABEL_ROUND),
        source="french",
    ),
    # Other fonts.
    Variant("garamond", _TEN, (_GARAMOND, _SMALL_PAGE), engine="xelatex"),
    Variant("garamond-point", _TWELVE, (_GARAMOND, _HEADS, _LABEL_POINT), ("pairs",), engine="xelatex"),
    Variant("libertine-old-style", setup=(_LIBERTINE, _HEADS), engine="xelatex"),
    Variant("carlito-report", setup=(_CARLITO, _FEET, _LABEL_PLAIN), engine="xelatex", oddities=("items",)),
    # Endnotes.
    Variant("endnotes", setup=(_TIMES,), notes="end"),
    Variant("endnotes-raised", setup=(_T1, _ENTRY_RAISED, _ENTRIES_SMALL), notes="end", note_heading="Endnotes"),
    Variant(
        "endnotes-square", _TWO, (_TIMES, _SQUARE, _ENTRY_SQUARE, _ENTRIES_SMALL), notes="end",
        note_heading="References and Notes",
    ),
    Variant(
        "endnotes-chapter", _BOOK, (_T1, _CHAPTERS, _ENTRY_PLAIN), notes="chapter-end", counted="chapter",
        words=2600,
    ),
    Variant(
        "endnotes-chapters-at-back", _BOOK, (_TIMES, _CHAPTERS), notes="end", counted="chapter", words=2600,
        list_subheadings="Chapter {number}",
    ),
    Variant(
        "endnotes-pages-at-back", _BOOK, (_TIMES, _CHAPTERS, _ENTRY_PLAIN), notes="end", counted="chapter",
        words=2600, list_subheadings="Notes to pages {first}–{last}",
    ),
    Variant("endnotes-full-size", setup=(_TIMES, _FULL_SIZE, _ENTRY_PLAIN), notes="end"),
    Variant("endnotes-untitled", _TEN, (_TIMES, _ENTRIES_SMALL), ("sparse",), notes="end", note_heading=""),
    Variant("endnotes-lists", setup=(_T1,), oddities=("items", "note-years"), notes="end"),
    # Numbered works, which are no notes.
    Variant(
        "references-square",
        setup=(_TIMES, _SQUARE, _ENTRY_SQUARE, _ENTRIES_SMALL),
        notes="references",
        note_heading="References",
    ),
    Variant(
        "references-two-columns",
        _TWO,
        (_TIMES, _SQUARE, _ENTRY_SQUARE, _ENTRIES_SMALL),
        ("sparse",),
        words=1100,
        notes="references",
        note_heading="References",
    ),
    Variant(
        "references-round",
        setup=(_PALATINO, _ROUND, _ENTRIES_SMALL),
        oddities=("sparse",),
        words=1100,
        notes="references",
        note_heading="Works Cited",
    ),
    # Other typesetters.
    Variant("typst-plain", "a4", engine="typst"),
    Variant(
        "typst-glyphs", "a4", ("#set super(typographic: true)", '#set text(font: "Libertinus Serif")'),
        engine="typst",
    ),
    Variant("typst-two-columns", "a4", ("#set page(columns: 2)", "#set text(size: 9.5pt)"), engine="typst"),
    Variant("typst-long", "a5", ("#set text(size: 10pt)",), ("long", "pairs"), engine="typst"),
    Variant(
        "typst-large-notes", "a4",
        ("#show footnote.entry: set text(size: 11pt)", "#set footnote.entry(separator: none)"), engine="typst",
    ),
    Variant("typst-numbered", "a4", ('#set footnote(numbering: "(1)")',), ("items", "quotes"), engine="typst"),
    Variant(
        "typst-letters",
        "a4",
        ('#set footnote(numbering: "a")', "#set super(typographic: false)"),
        ("sparse",),
        words=1400,
        engine="typst",
    ),
    # LibreOffice begins to count again at each heading.
    Variant("office-plain", engine="office", counted="chapter"),
    Variant("office-dense", source="lawreview", words=1500, engine="office", counted="chapter"),
    Variant("office-sparse-items", oddities=("sparse", "items"), engine="office", counted="chapter"),
)  # fmt: skip
