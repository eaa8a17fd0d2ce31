"""Trial layouts after the house manners of journals, theses and reports that the other kinds leave out."""

from layouts import snippets as tex
from layouts.variant import Variant

_WORDS = 1300

_WATERMARK = (
    r"\usepackage{eso-pic,graphicx}\AddToShipoutPictureBG{\AtPageCenter{\makebox(0,0){"
    r"\rotatebox{45}{\fontsize{70}{70}\selectfont DRAFT COPY}}}}"
)
_UNDER_RUNNING = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyfoot[L]{\scriptsize https://journal.example.org/article/2018/12/3 (accessed 12 March 2018)}"
    r"\fancyfoot[R]{\scriptsize\thepage}\renewcommand\headrulewidth{0pt}\setlength\footskip{16pt}"
)
_SECTION_HEADS = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyhead[LE,RO]{\thepage}\fancyhead[RE,LO]{\nouppercase\leftmark}\renewcommand\headrulewidth{0pt}"
)
_SPLIT_RULE = r"\usepackage[splitrule]{footmisc}"
_LICENCE = (
    r"\renewcommand\trialopening{\begingroup\renewcommand\thefootnote{}\footnotetext{\copyright\ 2018 The Author. "
    r"Published by the Sample Institute. This is an open access article under a free licence, which lets everyone "
    r"share it where its maker is named.}\endgroup}"
)
_AFFILIATIONS = (
    r"\renewcommand\trialopening{{\centering\Large\bfseries Convoys and Corridors\par}\medskip"
    r"{\centering Anna Sample\textsuperscript{1,*}, Ben Other\textsuperscript{2} and Carl Third\textsuperscript{1}\par}"
    r"\medskip{\footnotesize\noindent\textsuperscript{1}\,Institute for Roads, University of the Port\par"
    r"\noindent\textsuperscript{2}\,School of Gates, Northern College\par"
    r"\noindent\textsuperscript{*}\,Corresponding author: anna@example.org\par}\bigskip}"
)
_HANGING_OUT = tex.LABEL % r"\noindent\llap{\@thefnmark\enspace}#1"
_BOLD_LABEL = tex.LABEL % r"\noindent{\bfseries\@thefnmark}\enspace #1"
_DASH_LABEL = tex.LABEL % r"\noindent\@thefnmark\ --\ #1"
_ITALIC_NOTES = tex.LABEL % r"\noindent\@thefnmark.\ {\itshape #1}"
_SANS_NOTES = tex.LABEL % r"\noindent\@textsuperscript{\@thefnmark}\,{\sffamily #1}"
_SMALL_CAPITALS = tex.LABEL % r"\noindent\@thefnmark.\ {\scshape #1}"
_GAPS = (
    r"\makeatletter\renewcommand\trialnote[2]{\ifnum\value{footnote}=6 \addtocounter{footnote}{2}\fi"
    r"\ifnum\value{footnote}=20 \addtocounter{footnote}{1}\fi\footnote{\placed{#1}{\@thefnmark}#2}}\makeatother"
)
_SUPERIOR = (
    r"\usepackage{fontspec}\setmainfont{Linux Libertine O}"
    r"\makeatletter\def\@makefnmark{\hbox{\addfontfeatures{VerticalPosition=Superior}\@thefnmark}}\makeatother"
)
_COURIER = r"\usepackage[T1]{fontenc}\usepackage{courier}\renewcommand\familydefault{\ttdefault}"
_DOUBLE = r"\usepackage{setspace}\doublespacing"
_DOUBLE_NOTES = tex.NOTE_SIZE % ("12", "24")
_SQUARE_NUMBERED = r"\renewcommand\trialnumbered[2]{\par\noindent [#1]\quad #2\par\medskip}"
_VERSE = (
    r"\renewcommand\trialquote[1]{\begin{verse}The road is long, the well is deep,\\ the gate is never still;\\ "
    r"#1\end{verse}}"
)
_FIVES = r"\usepackage[modulo]{lineno}\AtBeginDocument{\linenumbers}"
_TWO_SERIES = (
    r"\usepackage{manyfoot}\DeclareNewFootnote{B}"
    r"\renewcommand\trialsymbol[3]{\def\thefootnoteB{#2}\footnoteB{\placed{#1}{#2}#3}}"
)
_NOTE_HEADS = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}\renewcommand\headrulewidth{0pt}"
    r"\fancyhead[LE,RO]{\thepage}\fancyhead[RE]{Convoys and Corridors}\fancyhead[LO]{\rightmark}"
    r"\renewcommand\triallistpart[1]{\markright{#1}\subsection*{#1}}"
)
_BOX = (
    r"\renewcommand\trialquote[1]{\par\medskip\hrule\smallskip{\footnotesize\noindent\textbf{Box. What the file says}"
    r"\par\noindent #1\par}\smallskip\hrule\medskip}"
)
_RUN_IN = (
    r"\usepackage{titlesec}\titleformat{\section}[runin]{\normalsize\bfseries}{\thesection.}{.5em}{}[.]"
    r"\titleformat{\subsection}[runin]{\normalsize\itshape}{\thesubsection.}{.5em}{}[.]"
)
_LETTERS_BRACKET = tex.MARK % r"\hbox{\@textsuperscript{\normalfont(\@thefnmark)}}"
_FOLIO_ASIDE = (
    r"\usepackage{eso-pic}\pagestyle{empty}\AtBeginDocument{\setcounter{page}{40}\thispagestyle{empty}}"
    r"\AddToShipoutPictureBG{\AtPageUpperLeft{\raisebox{-.5\paperheight}{\hspace{.94\paperwidth}\thepage}}}"
)
_DOTS = tex.RULE % r"\kern-3pt\hbox to 3cm{\dotfill}\kern2pt"
_POCKET = r"\usepackage[paperwidth=105mm,paperheight=148mm,margin=11mm]{geometry}"

HOUSES = (
    Variant("folio-aside", setup=(tex.TIMES, _FOLIO_ASIDE), words=_WORDS),
    Variant("rule-dots", setup=(tex.TIMES, _DOTS, tex.NOTES_AS_TEXT, tex.LABEL_POINT), words=_WORDS),
    Variant("pocket-very-long", tex.TEN, (tex.T1, _POCKET, tex.LABEL_POINT), ("very-long",), words=_WORDS),
    Variant("watermark", setup=(tex.TIMES, _WATERMARK), words=_WORDS),
    Variant(
        "landscape-columns",
        r"\documentclass[10pt,a4paper,landscape,twocolumn]{article}",
        (tex.T1, r"\usepackage{geometry}"),
        words=_WORDS,
    ),
    Variant("foot-address", setup=(tex.TIMES, tex.SMALL_PAGE, _UNDER_RUNNING), words=_WORDS),
    Variant("section-heads", tex.TWO_SIDES, (tex.TIMES, tex.SMALL_PAGE, _SECTION_HEADS, tex.LABEL_PLAIN), words=_WORDS),
    Variant("split-rule", tex.TEN, (tex.TIMES, tex.SMALL_PAGE, _SPLIT_RULE), ("very-long",), words=_WORDS),
    Variant(
        "split-no-rule", tex.TEN, (tex.T1, tex.SMALL_PAGE, tex.NO_RULE, tex.LABEL_PLAIN), ("very-long",), words=_WORDS
    ),
    Variant("licence-foot", setup=(tex.TIMES, _LICENCE), words=_WORDS),
    Variant("licence-foot-columns", tex.TWO, (tex.TIMES, _LICENCE, tex.LABEL_POINT), ("sparse",), words=_WORDS),
    Variant("affiliations", setup=(tex.TIMES, _AFFILIATIONS), words=_WORDS),
    Variant("affiliations-columns", tex.TWO, (tex.TIMES, _AFFILIATIONS), ("sparse",), words=_WORDS),
    Variant("labels-hanging-out", setup=(tex.TIMES, _HANGING_OUT), words=_WORDS),
    Variant("labels-bold", setup=(tex.PALATINO, _BOLD_LABEL, tex.NO_RULE), words=_WORDS),
    Variant("labels-dash", setup=(tex.TIMES, _DASH_LABEL), words=_WORDS),
    Variant("notes-italic", setup=(tex.TIMES, _ITALIC_NOTES, tex.NOTES_AS_TEXT), words=_WORDS),
    Variant("notes-sans-as-text", setup=(tex.T1, _SANS_NOTES, tex.NOTES_AS_TEXT, tex.NO_RULE), words=_WORDS),
    Variant("notes-small-capitals", setup=(tex.TIMES, _SMALL_CAPITALS), words=_WORDS),
    Variant("numbers-with-gaps", setup=(tex.TIMES, _GAPS, tex.LABEL_POINT), words=_WORDS),
    Variant("marks-superior", setup=(_SUPERIOR,), engine="xelatex", words=_WORDS),
    Variant("marks-superior-columns", tex.TWO, (_SUPERIOR, tex.LABEL_PLAIN), engine="xelatex", words=_WORDS),
    Variant("marks-ranges", setup=(tex.TIMES,), oddities=("ranges",), words=_WORDS),
    Variant(
        "typescript",
        tex.TWELVE,
        (_COURIER, tex.ONE_AND_A_HALF, tex.SLASH, tex.LABEL_SLASH, tex.UNDERSCORES, tex.BIG_NUMBERED),
        ("numbered",),
        words=_WORDS,
    ),
    Variant("manuscript", tex.TWELVE, (tex.TIMES, tex.LETTER, _DOUBLE, _DOUBLE_NOTES), words=_WORDS),
    Variant("body-numbered-square", setup=(tex.TIMES, _SQUARE_NUMBERED), oddities=("numbered",), words=_WORDS),
    Variant("verse", setup=(tex.T1, _VERSE), oddities=("quotes",), words=_WORDS),
    Variant("boxes", setup=(tex.TIMES, _BOX), oddities=("quotes",), words=_WORDS),
    Variant("line-numbers-fives", tex.TEN, (tex.T1, _FIVES), ("sparse",), words=_WORDS),
    Variant("two-series", setup=(tex.TIMES, _TWO_SERIES), oddities=("symbols",), words=_WORDS),
    Variant("headings-run-in", setup=(tex.TIMES, _RUN_IN, tex.LABEL_POINT), oddities=("pairs",), words=_WORDS),
    Variant("columns-ragged", tex.TWO, (tex.SANS, tex.SMALL_PAGE, r"\AtBeginDocument{\raggedright}"), words=_WORDS),
    Variant("columns-drop-cap", tex.TWO, (tex.PALATINO, tex.DROP_CAP, tex.HEADS, _BOLD_LABEL), words=_WORDS),
    Variant(
        "letters-bracket",
        setup=(tex.TIMES, tex.PER_PAGE, tex.LETTERS, _LETTERS_BRACKET, tex.LABEL_ROUND),
        oddities=("sparse",),
        counted="page",
        words=_WORDS,
    ),
    Variant(
        "endnotes-heads-change",
        tex.BOOK,
        (tex.TIMES, tex.CHAPTERS, _NOTE_HEADS, tex.ENTRIES_SMALL),
        notes="end",
        counted="chapter",
        words=2600,
        list_subheadings="Notes to pages {first}–{last}",
    ),
    Variant("cells", setup=(tex.TIMES,), oddities=("cells",), words=_WORDS),
    Variant("cells-open", setup=(tex.T1, tex.OPEN_CELLS), oddities=("cells",), words=_WORDS),
    Variant("cells-columns", tex.TWO, (tex.TIMES,), ("cells", "sparse"), words=_WORDS),
)
