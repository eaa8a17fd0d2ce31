"""What the pages of the desk ask for beside Streamlit: pictures, PDFs, what stands on a page, files to keep."""

from functools import partial
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from index import LibraryError
from ingest.errors import IngestError
from ui.addresses.export import export_from
from ui.addresses.search import number_from
from ui.cards.readcard import matches_data, part_html
from ui.errors import CitingError
from ui.export import export, format_of
from ui.export.files import file_name
from ui.export.wanted import selected
from ui.serving import shelf
from ui.serving.guard import OwnPages

A_DAY = "private, max-age=86400"


def pdf(request: Request) -> Response:
    """The kept file of a document, to be shown by the browser."""
    try:
        path = shelf.library().pdf(request.path_params["document"])
    except LibraryError as error:
        raise HTTPException(404, str(error)) from error
    return FileResponse(
        path,
        media_type="application/pdf",
        content_disposition_type="inline",
        filename=f"{request.path_params['document']}.pdf",
        headers={"X-Content-Type-Options": "nosniff"},
    )


def picture(request: Request) -> Response:
    """One page as PNG, with the passage of `?passage=` marked."""
    asked = request.path_params
    try:
        png = shelf.page_picture(asked["document"], asked["index"], request.query_params.get("passage"))
    except (LibraryError, IndexError) as error:
        raise HTTPException(404, str(error)) from error
    return Response(png, media_type="image/png", headers={"Cache-Control": A_DAY})


def beside(request: Request) -> Response:
    """What stands beside one page of the reader, as HTML."""
    asked = request.path_params
    try:
        document = shelf.document(asked["document"])
        html = part_html(shelf.library(), document, asked["index"], partial(shelf.at_words, document.id))
        shelf.turned_to(document.id, asked["index"])
    except (LibraryError, IndexError) as error:
        raise HTTPException(404, str(error)) from error
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def matches(request: Request) -> Response:
    """Where the words of `?words=` stand in a document, as JSON."""
    try:
        document = shelf.document(request.path_params["document"])
    except LibraryError as error:
        raise HTTPException(404, str(error)) from error
    words = request.query_params.get("words", "")
    return JSONResponse(matches_data(document, words, partial(shelf.at_words, document.id)))


def checked(request: Request) -> Response:
    """Whether a quotation stands so on its page, as JSON, with pictures to look at where that is not sure."""
    passage, start, end = _quoted(request)
    try:
        verdict = shelf.checked(passage, start, end)
    except (LibraryError, IngestError) as error:
        raise HTTPException(404, str(error)) from error
    looked = [f"/piece/{quote(passage)}/{number}?{request.url.query}" for number in range(len(verdict.pieces))]
    return JSONResponse({"sure": verdict.sure, "message": verdict.message, "pieces": looked})


def piece(request: Request) -> Response:
    """A piece of the page under a quotation, as PNG."""
    try:
        png = shelf.piece_picture(*_quoted(request), request.path_params["number"])
    except (LibraryError, IngestError, IndexError) as error:
        raise HTTPException(404, str(error)) from error
    return Response(png, media_type="image/png", headers={"Cache-Control": A_DAY})


def _quoted(request: Request) -> tuple[str, int, int | None]:
    """The passage, and the characters of it, that `?start=` and `?end=` name."""
    start, end = (number_from(request.query_params.get(name, "")) for name in ("start", "end"))
    return request.path_params["passage"], start or 0, end


def exported(request: Request) -> Response:
    """Passages or works as a file to keep, made now: what an address of `ui.addresses.export` names."""
    query = request.query_params
    asked = export_from({name: query.getlist(name) for name in query})
    try:
        form = format_of(request.path_params["form"], None)
        selection = selected(shelf.library(), asked)
        content = export(selection, form, asked.search.style)
    except (LibraryError, CitingError) as error:
        raise HTTPException(404, str(error)) from error
    if selection.empty:
        works = asked.works or asked.listed
        raise HTTPException(404, "No work is cited there." if works else "There is nothing to export.")
    named = quote(file_name(selection.title, form.ending))
    headers = {
        "Content-Disposition": f"attachment; filename*=utf-8''{named}",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=form.media, headers=headers)


ROUTES = [
    # A browser's own viewer asks for a long PDF piece by piece, and not as a page of the desk.
    Route("/pdf/{document}", pdf),
    *(
        Route(path, endpoint, middleware=[Middleware(OwnPages)])
        for path, endpoint in (
            ("/picture/{document}/{index:int}", picture),
            ("/reading/{document}/{index:int}", beside),
            ("/reading/{document}/find", matches),
            ("/checked/{passage}", checked),
            ("/piece/{passage}/{number:int}", piece),
            ("/export/{form}", exported),
        )
    ),
]
