"""The periodical's name on the pages that face those with the title."""

import pytest
from rawpages import page, prose

from ingest.description.runninghead import facing_the_title
from ingest.description.titlepage import find

TITLE = "Peace in Mali after the War"


def opened(*heads: str):
    """A title page and the pages after it, each with a head; the first page has the title."""
    pages = [page((TITLE, 18), *prose())]
    pages += [page((head, 8, {"y": 40}), *prose(), index=at) for at, head in enumerate(heads, start=1)]
    return find(pages, ""), pages


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("The Lookout’s Post", TITLE, "The Lookout’s Post"), "The Lookout’s Post"),
        (("42 The Lookout’s Post", f"{TITLE} 43", "44 The Lookout’s Post"), "The Lookout’s Post"),
        (("The Lookout’s Post", TITLE), ""),  # once: it may be a heading
        (("Jane Doe and Ann Roe", TITLE, "Jane Doe and Ann Roe"), ""),
        (("The Lookout’s Post", "The Lookout’s Post", "The Lookout’s Post"), ""),  # no side bears the title
        (("A Heading of Its Own", TITLE, "Another Heading Here"), ""),
        (("Downloaded on 3 May 2020", TITLE, "Downloaded on 3 May 2020"), ""),
    ],
)
def test_the_name_facing_the_title(heads, expected):
    assert facing_the_title(*opened(*heads), {"Doe"}) == expected
