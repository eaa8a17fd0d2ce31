"""Running text -> who is cited there, with year, letter and place; a list of references decides between readings."""

import pytest

from ingest.citations.mention import Mention
from ingest.works.authordates import author_dates

LISTED = {
    ("bates", "machler", "bolker", "walker"),
    ("newey", "west"),
    ("andrews",),
    ("zeileis",),
    ("pustejovsky", "tipton"),
    ("petersen",),
    ("fortna",),
    ("walter", "howard", "fortna"),
}


def answers(mention: Mention) -> bool:
    """Whether the list above has an entry by just these authors."""
    return mention.surnames in LISTED


def shown(mention: Mention) -> str:
    """A mention in short: "newey;west 1987", "zeileis 2006b, page 12"."""
    place = f", {mention.locator.label} {mention.locator.value}" if mention.locator else ""
    return f"{';'.join(mention.surnames)} {mention.year}{mention.year_letter}{place}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(e.g., the lme4 package in R, Bates, Mächler, Bolker, and Walker 2015).",
            ["bates;machler;bolker;walker 2015"],
        ),
        (
            "(Newey and West 1987, 1994; Andrews 1991, among others)",
            ["newey;west 1987", "newey;west 1994", "andrews 1991"],
        ),
        ("However, Pustejovsky and Tipton (2018) have argued", ["pustejovsky;tipton 2018"]),
        ('(or, equivalently, "P2009" for Petersen 2009)', ["petersen 2009"]),
        ("as Zeileis (2004, 2006b) shows", ["zeileis 2004", "zeileis 2006b"]),
        ("Fortna’s (2008, p. 105) comment", ["fortna 2008, page 105"]),
        ("(Fortna 2004a: 45, 2008: 12)", ["fortna 2004a, page 45", "fortna 2008, page 12"]),
        ("(Fortna 2004a: 45; see also 2008)", ["fortna 2004a, page 45", "fortna 2008"]),
        ("(Fortna, 2008/2004)", ["fortna 2008"]),
        ("(Fortna 2004a, 45; 2008)", ["fortna 2004a, page 45", "fortna 2008"]),
        ("(Walter, Howard, and Fortna 2021, 1706)", ["walter;howard;fortna 2021, page 1706"]),
        ("(Fortna u. a., 2008, p. 92)", ["fortna 2008, page 92"]),
        ("See Petersen (2009), who counts", ["petersen 2009"]),
        ("(see Fortna 2008, for more details)", ["fortna 2008"]),
        ("Fortna (2008), Petersen (2009) und Andrews (1991)", ["fortna 2008", "petersen 2009", "andrews 1991"]),
        # No entry answers, and yet it is a citation.
        ("solved (Dietrich and Sutzl, 2006, 283).", ["dietrich;sutzl 2006, page 283"]),
        ("what we do” (van Kampen, 2003, p. 15).", ["van kampen 2003, page 15"]),
        ("the work of Wilkinson and Pickett (2009) raises", ["wilkinson;pickett 2009"]),
        # No citation at all.
        ("Invasion of the Body Snatchers (1978) came out", []),
        ("Who’s keeping the score? (Routledge, 2007)", []),
        ("In Fortna 2008 there was an election", []),
        ("since 2004 (in 2008 for the last time)", []),
    ],
)
def test_who_is_cited(text: str, expected: list[str]) -> None:
    assert [shown(mention) for mention in author_dates(text, answers)] == expected
