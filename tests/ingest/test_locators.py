"""Where in a work a citation points to."""

from ingest.citations.locators import tail


def test_a_row_of_places_is_read_in_one_way():
    """Each of them could end the one before or begin another: read in all ways, sixty would never be done."""
    text = "Fn. 3, " * 60 + "Fn. "
    assert tail(text) is None
    place = tail(f"{text}3")
    assert place is not None
    assert place.locator.label == "note"
