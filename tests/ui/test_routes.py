"""What the desk's pages ask for beside Streamlit: files made when they are asked for, and who may ask."""

from urllib.parse import unquote

import pytest

from index import Filters
from index.library import Library
from ui.addresses.export import Wanted, export_href
from ui.addresses.search import Search
from ui.addresses.sources import Asked
from ui.export import FORMATS, Format
from ui.serving.guard import MIDDLEWARE
from ui.serving.routes import ROUTES

testing = pytest.importorskip("starlette.testclient", reason="httpx is not installed")


@pytest.fixture
def library(shelved: Library) -> Library:
    """Two passages of its article are put aside."""
    for remark, hit in zip(("The first.", "Against Hunt."), shelved.search("mission", k=2).hits, strict=False):
        shelved.clippings.add(hit, name="Chapter 2: why/how?", remark=remark)
    return shelved


@pytest.fixture
def desk(library: Library) -> "testing.TestClient":
    from starlette.applications import Starlette

    app = Starlette(routes=ROUTES, middleware=MIDDLEWARE)
    return testing.TestClient(app, base_url="http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"})


def named(answer: "testing.httpx.Response") -> str:
    return unquote(answer.headers["content-disposition"].removeprefix("attachment; filename*=utf-8''"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_at_its_address(desk: "testing.TestClient", form: Format) -> None:
    answer = desk.get(export_href(Wanted(Search("the mission")), form.name))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(form.media)
    assert named(answer) == f"Passages on the mission{form.ending}"


def test_clippings_with_the_remarks_of_this_moment(desk: "testing.TestClient", library: Library) -> None:
    address = export_href(Wanted(Search(style="apa"), list="Chapter 2: why/how?"), "md")
    library.clippings.remark(library.clippings.all()[0].id, "Changed since.")
    answer = desk.get(address)
    assert "Changed since." in answer.text
    assert "The first." not in answer.text
    assert named(answer) == "Chapter 2 why how.md", "no system has room for other signs in a name"


def test_a_document_and_the_works_that_it_cites(desk: "testing.TestClient", library: Library) -> None:
    search = Search(filters=Filters(documents=(library.entries()[0].id,)))
    assert "protect civilians" in desk.get(export_href(Wanted(search), "md")).text
    for wanted in (Wanted(search, works=True), Wanted(listed=Asked()), Wanted(listed=Asked(query="2100"))):
        works = desk.get(export_href(wanted, "bib")).text
        assert "Resolution 2100" in works
        assert "Karlsrud on the war" not in works


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/export/docx", "Say what to export"),
        ("/export/docx?list=None", "There is nothing to export."),
        pytest.param(f"/export/docx?list=None&count={'9' * 5000}", "There is nothing to export.", id="endless"),
        ("/export/docx?list=None&works=1", "No work is cited there."),
        ("/export/bib?cited=1&q=nobody", "No work is cited there."),
        ("/export/exe?q=mission", "there is no format 'exe'"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(desk: "testing.TestClient", address: str, says: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert says in answer.text
    assert "\n" not in answer.text


@pytest.mark.parametrize("asker", ["cross-site", "same-site"])
def test_another_sites_page_gets_nothing(desk: "testing.TestClient", library: Library, asker: str) -> None:
    for path in (f"/reading/{library.entries()[0].id}/0", export_href(Wanted(Search("the mission")), "md")):
        assert desk.get(path).status_code == 200
        assert desk.get(path, headers={"Sec-Fetch-Site": asker}).status_code == 403


def test_another_name_for_this_machine_gets_nothing(desk: "testing.TestClient") -> None:
    address = export_href(Wanted(Search("the mission")), "md")
    assert desk.get(address, headers={"Host": "rebound.example"}).status_code == 400
