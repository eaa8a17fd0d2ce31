import pytest


@pytest.fixture
def drawer(two):
    return two._store.drawer("remarks")


def test_what_is_put_in_stays_in_its_order(drawer):
    first = drawer.put("a", {"words": "“Bahá’í”, 平和"}, document="d1")
    drawer.put("b", {"words": "two"})
    assert first.data == {"words": "“Bahá’í”, 平和"}
    assert [one.id for one in drawer.all()] == ["a", "b"]
    assert [one.id for one in drawer.all(document="d1")] == ["a"]


def test_what_is_replaced_keeps_its_rank(drawer):
    made = drawer.put("a", {"words": "one"}).made
    drawer.put("b", {"words": "two"})
    again = drawer.put("a", {"words": "other"})
    assert (again.made, again.data) == (made, {"words": "other"})
    assert [one.data["words"] for one in drawer.all()] == ["other", "two"]


def test_drawers_are_apart(two, drawer):
    drawer.put("a", {})
    assert two._store.drawer("other").get("a") is None
    assert drawer.get("a") is not None


def test_taking_out(drawer):
    drawer.put("a", {})
    assert drawer.drop("a")
    assert not drawer.drop("a")
    assert drawer.all() == []


def test_it_survives_the_removal_of_its_document(two, drawer):
    entry = two.entries()[0]
    drawer.put("a", {"words": "kept"}, document=entry.id)
    two.remove(entry.id)
    assert [one.data["words"] for one in drawer.all(entry.id)] == ["kept"]


def test_it_needs_no_pen(two, drawer):
    with two._store.writing():
        drawer.put("a", {})
    assert drawer.get("a") is not None
