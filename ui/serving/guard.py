"""Who may ask the desk's server: this machine alone, and for what its pages are made of only these pages themselves."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"]


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


class OwnPages:
    """Refuses what another site's page asks for: it could not read the answer, but have files made and saved.

    Browsers tell in `Sec-Fetch-Site` whose page asks; "none" is a reader who typed or followed an address from outside
    the browser, and programs that are no browser tell nothing.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        asker = Headers(scope=scope).get("sec-fetch-site", "none")
        refused = PlainTextResponse("Only the desk's own pages may ask for this.", 403)
        await (self.app if asker in ("same-origin", "none") else refused)(scope, receive, send)


MIDDLEWARE = [
    # A page of another site that points its own name at 127.0.0.1 must not read the library (DNS rebinding).
    Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK_NAMES),
    Middleware(StaysHere),
]
