import json

import jsonschema
import pytest
from factories import document, heading, note, paragraph

from ingest import contract
from ingest.model import Anchor, Citation, Link, Locator, Marker, Passage, Problem, Report, Slice, Source


@pytest.fixture
def whole():
    """A document with something in every list."""
    body = paragraph("Peace was kept.^1", ["Introduction"], id="b2", paragraph="35")
    cited = Source(
        "s1",
        "doi:10.1/x",
        {"type": "book", "title": "UN at war"},
        "UN at war",
        "n1",
        None,
        (Link("doi", "https://doi.org/10.1/x"),),
    )
    citation = Citation(
        "c1", "n1", None, 0, 7, "ibid", "work", None, Locator("page", "5"), None, ("n1",), ("s1",), "two"
    )
    return document(
        [heading("Introduction", id="b1"), body],
        [note("Ibid., 5", marker=Anchor("b2", 15), citations=("c1",))],
        citations=(citation,),
        sources=(cited,),
        report=Report(numbering_gaps=(Problem(0, "2", "note 2 is missing"), Problem(None, None, "?")), seconds=0.5),
    )


@pytest.fixture
def passage():
    return Passage(
        "0123456789abcdef-body-0001", "body", "Peace was kept.", "Introduction", ("35",), "1", "1", 0, 0,
        (Slice("b2", None, 0, 15),), (Marker(15, "1", "n1", "raised"),), ("n1",),
    )  # fmt: skip


def through_json(document, passages=()):
    return json.loads(json.dumps(contract.to_json(document, passages)))


def test_nothing_is_lost_on_the_way_to_json_and_back(whole, passage):
    assert contract.from_json(through_json(whole, [passage])) == (whole, (passage,))


def test_what_is_written_is_what_the_schema_promises(whole, passage):
    contract_schema = contract.schema()
    jsonschema.Draft202012Validator.check_schema(contract_schema)
    jsonschema.Draft202012Validator(contract_schema).validate(through_json(whole, [passage]))


def test_every_key_is_there_in_an_empty_document():
    data = through_json(document([], pages=0))
    jsonschema.Draft202012Validator(contract.schema()).validate(data)
    assert list(data) == [
        "schema",
        "document",
        "pages",
        "blocks",
        "notes",
        "citations",
        "sources",
        "passages",
        "report",
    ]


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda data: data["notes"][0].pop("scope"), "'scope' is a required property"),
        (lambda data: data["blocks"][0].update(text="two\nlines"), "does not match"),
        (lambda data: data["blocks"][0].update(kind="footer"), "is not one of"),
        (lambda data: data["passages"][0]["spans"][0].update(note="n1"), "is not valid under any"),
        (lambda data: data["report"].update(passages_truncated=1), "0 was expected"),
    ],
)
def test_the_schema_refuses(whole, passage, spoil, what):
    data = through_json(whole, [passage])
    spoil(data)
    with pytest.raises(jsonschema.ValidationError, match=what):
        jsonschema.Draft202012Validator(contract.schema()).validate(data)


def test_whole_numbers_for_points_come_back_as_floats(whole):
    data = through_json(whole)
    data["pages"][0]["width"] = 595
    page = contract.from_json(data)[0].pages[0]
    assert isinstance(page.width, float)


def test_another_schema_is_refused(whole):
    with pytest.raises(ValueError, match="expected a document of schema bluenote/document/1, found None"):
        contract.from_json({})


def test_a_missing_key_is_named(whole):
    data = through_json(whole)
    del data["notes"][0]["text"]
    with pytest.raises(ValueError, match=r"missing required field `text` - at `\$\.notes\[0\]`"):
        contract.from_json(data)


def test_what_an_earlier_release_did_not_write_has_its_default(whole):
    data = through_json(whole)
    for source in data["sources"]:
        del source["versions"]
    assert all(source.versions == () for source in contract.from_json(data)[0].sources)


def test_extra_keys_are_passed_over(whole):
    data = through_json(whole)
    data["notes"][0]["colour"] = "blue"
    assert contract.from_json(data)[0] == whole
