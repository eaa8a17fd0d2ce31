"""`bluenote ui`: serve the desk on this machine."""

import os
import sys
from typing import Annotated

import typer

from ui.commands.options import LibraryOption, folder
from ui.status import Status
from ui.terminal import complain, say


def desk(
    context: typer.Context,
    port: Annotated[
        int | None, typer.Option("--port", metavar="PORT", help="Port on 127.0.0.1 (8501).", min=1, max=65535)
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")] = False,
    library: LibraryOption = None,
) -> None:
    """Open the desk in the browser."""
    from ui.serving.serve import ADDRESS, PORT, port_is_free, serve

    port = port or PORT
    if not port_is_free(port):
        complain(f"port {port} is taken, perhaps by a desk that is open already; name another with --port")
        raise typer.Exit(Status.WRONG_USE)
    where = folder(context, library)
    say(f"The desk on {where}: http://{ADDRESS}:{port} (Ctrl-C ends it)")
    sys.stdout.flush()
    serve(where, port=port, browser=not no_browser and _has_display())


def _has_display() -> bool:
    """True where a browser can show itself: on macOS always, elsewhere in a graphical session."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
