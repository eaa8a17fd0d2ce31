"""Page pictures and PDFs beside the desk, on the same server and only to this machine."""

from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index import LibraryError
from ingest.errors import IngestError
from ui import shelf
from ui.readcard import matches_data, part_html

LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"]
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
        html = part_html(shelf.library(), document, asked["index"])
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
    return JSONResponse(matches_data(document, request.query_params.get("words", "")))


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
    said = {name: request.query_params.get(name, "") for name in ("start", "end")}
    start, end = (int(value) if value.isascii() and value.isdigit() else None for value in said.values())
    return request.path_params["passage"], start or 0, end


ROUTES = [
    Route("/pdf/{document}", pdf),
    Route("/picture/{document}/{index:int}", picture),
    Route("/reading/{document}/{index:int}", beside),
    Route("/reading/{document}/find", matches),
    Route("/checked/{passage}", checked),
    Route("/piece/{passage}/{number:int}", piece),
]


class StaysHere:
    """Tells the browser that a page of the desk may talk to this server and to no other."""

    POLICY = (
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
        "connect-src 'self' ws://127.0.0.1:* ws://localhost:* data: blob:; "
        "frame-ancestors 'none'; form-action 'self'; base-uri 'self'"
    )

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the policy to each HTML page that is answered."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Content-Security-Policy"] = self.POLICY
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        await self.app(scope, receive, send_with_policy if scope["type"] == "http" else send)


MIDDLEWARE = [
    # A page of another site that points its own name at 127.0.0.1 must not read the library (DNS rebinding).
    Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK_NAMES),
    Middleware(StaysHere),
]
