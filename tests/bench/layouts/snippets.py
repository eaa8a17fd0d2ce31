"""Snippets of LaTeX that the trial layouts are put together from."""

# Fonts.
T1 = r"\usepackage[T1]{fontenc}\usepackage{lmodern}"
TIMES = r"\usepackage[T1]{fontenc}\usepackage{mathptmx}"
PALATINO = r"\usepackage[T1]{fontenc}\usepackage{mathpazo}\linespread{1.06}"
SANS = r"\usepackage[T1]{fontenc}\usepackage{helvet}\renewcommand\familydefault{\sfdefault}"
BOOKMAN = r"\usepackage[T1]{fontenc}\usepackage{bookman}"
GARAMOND = r"\usepackage{fontspec}\setmainfont{EB Garamond}"
LIBERTINE = r"\usepackage{fontspec}\setmainfont{Linux Libertine O}[Numbers=OldStyle]"
CARLITO = r"\usepackage{fontspec}\setmainfont{Carlito}"

# Pages.
SMALL_PAGE = r"\usepackage[paperwidth=156mm,paperheight=234mm,margin=20mm]{geometry}"
A4 = r"\usepackage[a4paper,margin=25mm]{geometry}"
LETTER = r"\usepackage[letterpaper,margin=1in]{geometry}"
HEADS = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyhead[LE,RO]{\thepage}\fancyhead[LO]{Convoys and Corridors}\fancyhead[RE]{A. Sample}"
    r"\renewcommand\headrulewidth{0pt}"
)
RULED_HEADS = HEADS.replace("{0pt}", "{0.4pt}")
FEET = (
    r"\usepackage{fancyhdr,lastpage}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyfoot[L]{Sample Review, vol. 12}\fancyfoot[R]{\thepage/\pageref{LastPage}}"
    r"\renewcommand\headrulewidth{0pt}\fancypagestyle{plain}{}"
)
BARE = r"\pagestyle{empty}\AtBeginDocument{\thispagestyle{empty}}"
FROM_213 = r"\AtBeginDocument{\setcounter{page}{213}}"
PREFIXED = r"\AtBeginDocument{\setcounter{page}{12}}\renewcommand\thepage{S-\arabic{page}}"
ONE_AND_A_HALF = r"\usepackage{setspace}\onehalfspacing"
LINES = r"\usepackage{lineno}\AtBeginDocument{\linenumbers}"
LINKS = r"\usepackage[hidelinks]{hyperref}"
MICROTYPE = r"\usepackage{microtype}"
NO_HYPHENS = r"\hyphenpenalty=10000\exhyphenpenalty=10000\sloppy"
FRENCH = r"\usepackage[french]{babel}"

# How the marker looks in the text.
MARK = r"\makeatletter\def\@makefnmark{%s}\makeatother"
FULL_SIZE = MARK % r"\hbox{\normalfont\@thefnmark}"
RAISED_FULL = MARK % r"\hbox{\raisebox{.33em}{\normalfont\@thefnmark}}"
RAISED_SLIGHTLY = MARK % r"\hbox{\raisebox{.3em}{\fontsize{8}{8}\selectfont\@thefnmark}}"
SQUARE = MARK % r"\hbox{\,[\@thefnmark]}"
SQUARE_RAISED = MARK % r"\hbox{\@textsuperscript{\normalfont[\@thefnmark]}}"
ROUND = MARK % r"\hbox{\ (\@thefnmark)}"
ROUND_RAISED = MARK % r"\hbox{\@textsuperscript{\normalfont(\@thefnmark)}}"
POINT_RAISED = MARK % r"\hbox{\@textsuperscript{\normalfont\@thefnmark.}}"
SLASH = MARK % r"\hbox{\ \@thefnmark/}"
SPACED = MARK % r"\hbox{\,\@textsuperscript{\normalfont\@thefnmark}}"

GERMAN = MARK % r"\hbox{\@textsuperscript{\normalfont\@thefnmark)}}"
SLASH_RAISED = MARK % r"\hbox{\@textsuperscript{\normalfont\@thefnmark/}}"

# How notes are counted.
ROMAN = r"\renewcommand\thefootnote{\roman{footnote}}"
LETTERS = r"\renewcommand\thefootnote{\alph{footnote}}"
CAPITALS = r"\renewcommand\thefootnote{\Alph{footnote}}"
ROMAN_CAPITALS = r"\renewcommand\thefootnote{\Roman{footnote}}"
FROM_996 = r"\AtBeginDocument{\setcounter{footnote}{995}}"
FROM_45 = r"\AtBeginDocument{\setcounter{footnote}{44}}"

# How the label looks at the note's head.
LABEL = r"\makeatletter\renewcommand\@makefntext[1]{%s}\makeatother"
LABEL_POINT = LABEL % r"\noindent\@thefnmark.\ #1"
LABEL_PLAIN = LABEL % r"\noindent\@thefnmark\ #1"
LABEL_HANGING = LABEL % r"\noindent\hangindent1.8em\hangafter1\hbox to1.8em{\@thefnmark\hss}#1"
LABEL_RIGHT = LABEL % r"\noindent\hangindent1.8em\hangafter1\hbox to1.4em{\hss\@thefnmark.}\hbox to.4em{}#1"
LABEL_SQUARE = LABEL % r"\noindent[\@thefnmark]\ #1"
LABEL_ROUND = LABEL % r"\noindent(\@thefnmark)\ #1"
LABEL_BRACKET = LABEL % r"\noindent\@thefnmark)\ #1"
LABEL_TAB = LABEL % r"\noindent\hbox to 2.5em{\@thefnmark\hfil}#1"
LABEL_SLASH = LABEL % r"\parindent2em\indent\@thefnmark/\enspace #1"
LABEL_RAISED_TIGHT = LABEL % r"\noindent\@textsuperscript{\@thefnmark}#1"
LABEL_RAISED_SPACED = LABEL % r"\noindent\@textsuperscript{\@thefnmark}\enspace #1"
LABEL_INDENTED = LABEL % r"\parindent1.5em\indent\@textsuperscript{\@thefnmark}#1"
LABEL_FULL_RAISED = LABEL % r"\noindent\raisebox{.33em}{\@thefnmark}\ #1"

# Rules above the notes.
RULE = r"\renewcommand\footnoterule{%s}"
NO_RULE = RULE % ""
WIDE_RULE = RULE % r"\kern-3pt\hrule width\columnwidth\kern2.6pt"
UNDERSCORES = RULE % r"\kern-8pt\noindent\hbox{\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_}\par\kern2pt"

# Sizes of the notes.
NOTE_SIZE = r"\AtBeginDocument{\let\footnotesize\relax\newcommand\footnotesize{\fontsize{%s}{%s}\selectfont}}"
NOTES_AS_TEXT = r"\AtBeginDocument{\let\footnotesize\normalsize}"
NOTES_AIRY = NOTE_SIZE % ("9", "15")
NOTES_TINY = NOTE_SIZE % ("6.5", "7.5")
NOTES_HALF_POINT = NOTE_SIZE % ("10.4", "12.4")
NOTES_LARGER = NOTE_SIZE % ("11.5", "14")

# Counting and placing.
PER_PAGE = r"\usepackage{perpage}\MakePerPage{footnote}"
SYMBOLS_PER_PAGE = r"\usepackage[symbol,perpage]{footmisc}"
MULTIPLE = r"\usepackage[multiple]{footmisc}"
SPACE_BETWEEN = r"\setlength\footnotesep{9pt}"
BOTTOM = r"\usepackage[bottom]{footmisc}"
RIGHT_COLUMN = r"\usepackage{ftnright}"
ONE_PARAGRAPH = r"\usepackage[para]{footmisc}"
TWO_COLUMN_NOTES = r"\usepackage{dblfnote}"
MULTICOLUMN = r"\usepackage{multicol}"

MARGIN = (
    r"\usepackage{marginnote}\usepackage[left=25mm,right=75mm,marginparwidth=55mm,marginparsep=6mm]{geometry}"
    r"\renewcommand\trialnote[2]{\stepcounter{footnote}\textsuperscript{\thefootnote}"
    r"\marginpar{\raggedright\footnotesize\textsuperscript{\thefootnote}\placed{#1}{\thefootnote}\,#2}}"
)

# What else a page prints.
STAMP = (
    r"\usepackage{eso-pic}\AddToShipoutPictureFG{\AtPageLowerLeft{\raisebox{14mm}{\makebox[\paperwidth]{"
    r"\scriptsize This content downloaded from 192.0.2.17 on Mon, 12 Mar 2018 10:22:41 UTC."
    r" All use is subject to terms}}}}"
)
LAW_HEADS = (
    r"\usepackage{fancyhdr}\setlength\headheight{15pt}\pagestyle{fancy}\fancyhf{}"
    r"\fancyhead[LE]{\thepage}\fancyhead[CE]{\textsc{Sample Law Review}}\fancyhead[RE]{[Vol. 51:213}"
    r"\fancyhead[LO]{2016]}\fancyhead[CO]{\textsc{Convoys and Corridors}}\fancyhead[RO]{\thepage}"
    r"\renewcommand\headrulewidth{0pt}"
)
FOOT_LINE = (
    r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\renewcommand\headrulewidth{0pt}"
    r"\fancyfoot[L]{\footnotesize Sample Review of Peace 12 (2018) 1, S. \thepage}"
    r"\fancyfoot[R]{\footnotesize doi.org/10.1234/srp.2018.1}"
)

# Shapes of other things.
SMALL_QUOTES = r"\renewcommand\trialquote[1]{\begin{quote}\footnotesize #1\end{quote}}"
SMALL_HEADINGS = (
    r"\usepackage{titlesec}\titleformat{\section}{\footnotesize\bfseries}{\thesection.}{.5em}{}"
    r"\titleformat{\subsection}{\footnotesize\itshape}{\thesubsection.}{.5em}{}"
)
CAPITAL_HEADINGS = (
    r"\usepackage{titlesec}\titleformat{\section}{\normalsize\centering}{\Roman{section}.}{.5em}{\MakeUppercase}"
    r"\titleformat{\subsection}{\normalsize\itshape}{\Alph{subsection}.}{.5em}{}"
)
DROP_CAP = r"\usepackage{lettrine}\renewcommand\trialfirst[2]{\lettrine{#1}{#2}}"
OPEN_CELLS = (
    r"\renewcommand\trialcells[2]{\begin{table}[htb]\centering\caption{Convoys and what held them up}\medskip"
    r"\begin{tabular}{p{.2\columnwidth}p{.34\columnwidth}p{.3\columnwidth}}"
    r"Place & What happened & What was done \\[4pt] #2 \end{tabular}\end{table}}"
)
EPIGRAPH = (
    r"\usepackage{epigraph}"
    r"\renewcommand\trialopening{\epigraph{Who holds the well holds the road.}{The port's pilot, 1961}}"
)
SMALL_CAPTIONS = r"\usepackage[font=footnotesize]{caption}"
FRONT = (
    r"\renewcommand\trialopening{\pagenumbering{roman}\section*{Preface}"
    r"The archive opened its doors for two weeks in the spring of that year, and these pages came of it.\clearpage"
    r"\tableofcontents\clearpage\pagenumbering{arabic}}"
)
CHAPTERS = (
    r"\renewcommand\trialheading[2]{\chapter[#1]{#2}}"
    r"\renewcommand\trialsubheading[2]{\section[#1]{#2}}"
)
BIG_NUMBERED = r"\renewcommand\trialnumbered[2]{\par\noindent #1.\hspace{1.5em}#2\par\medskip}"

# Endnotes: the entry's shape.
ENTRY = r"\renewcommand\trialentry[2]{%s}"
ENTRY_RAISED = ENTRY % r"\par\noindent\textsuperscript{#1}#2\par"
ENTRY_SQUARE = ENTRY % r"\par\noindent\hangindent2em[#1] #2\par"
ENTRY_PLAIN = ENTRY % r"\par\noindent\hangindent2em\hbox to2em{#1\hss}#2\par"
ENTRIES_SMALL = r"\renewcommand\trialentries{\footnotesize}"

TWO = r"\documentclass[10pt,a4paper,twocolumn]{article}"
TEN = r"\documentclass[10pt,a4paper]{article}"
TWELVE = r"\documentclass[12pt,a4paper]{article}"
BOOK = r"\documentclass[10pt,openany]{book}"
REPORT = r"\documentclass[11pt,a4paper]{report}"
MEMOIR = r"\documentclass[11pt,a4paper,openany,oneside]{memoir}"
TWO_SIDES = r"\documentclass[11pt,twoside]{article}"
