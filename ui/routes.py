"""Page pictures and PDFs beside the desk, on the same server and only to this machine."""

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from index import LibraryError
from ui import shelf

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


ROUTES = [Route("/pdf/{document}", pdf), Route("/picture/{document}/{index:int}", picture)]

MIDDLEWARE = [
    # A page of another site that points its own name at 127.0.0.1 must not read the library (DNS rebinding).
    Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK_NAMES),
]
