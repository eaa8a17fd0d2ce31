import json

from index.results import entries_json, results_json


def test_the_shape_that_search_prints(two):
    data = json.loads(json.dumps(results_json(two.search("authorised the mission to protect civilians", k=2))))
    assert data["query"] == "authorised the mission to protect civilians"
    first = data["results"][0]
    assert first["rank"] == 1
    assert {"id", "title", "csl", "file"} <= set(first["document"])
    assert {
        "id",
        "kind",
        "text",
        "heading",
        "paragraphs",
        "first_page",
        "last_page",
        "first_index",
        "last_index",
    } <= set(first["passage"])
    assert first["cite"] == {
        "key": "karlsrudKarlsrudWarMali",
        "locator": {"label": "page", "value": "65–66", "name": ""},
        "pandoc": "[@karlsrudKarlsrudWarMali, pp. 65–66]",
    }
    citation = first["notes"][1]["citations"][0]
    assert {"form", "kind", "text", "source", "why", "candidates"} <= set(citation)
    assert citation["form"] == "ibid"
    assert set(citation["source"]) == {"id", "key", "csl", "text", "links"}
    assert citation["source"]["links"] == [{"kind": "un", "href": "https://docs.un.org/en/S/RES/2100(2013)"}]
    assert citation["candidates"] == []


def test_no_hit_is_an_empty_list(shelf):
    empty = {"query": "anything", "results": [], "known": [], "further": False}
    empty |= {"read_as": {}, "widened": [], "put_into": {}}
    assert results_json(shelf.search("anything")) == empty


def test_the_shape_that_list_prints(two):
    first, second = json.loads(json.dumps(entries_json(two.entries())))
    assert {"id", "key", "title", "csl", "pages", "notes", "file"} <= set(first)
    assert (first["pages"], first["notes"]) == (2, 2)
    assert second["file"].endswith("congo.pdf")
