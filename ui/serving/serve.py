"""The desk's server: Streamlit with every setting given here, on the loopback address only."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ui.serving.shelf import LIBRARY_VARIABLE

ADDRESS = "127.0.0.1"
PORT = 8501
LARGEST_UPLOAD = 400
"""Megabytes; a scanned book."""

THEME: Mapping[str, Any] = {
    "theme.baseRadius": "4px",
    "theme.baseFontSize": 16,
    "theme.headingFont": "serif",
    "theme.light.primaryColor": "#1f4e86",
    "theme.light.backgroundColor": "#fdfcf9",
    "theme.light.secondaryBackgroundColor": "#f3f1ea",
    "theme.light.textColor": "#1c2126",
    "theme.light.linkColor": "#1f4e86",
    "theme.dark.primaryColor": "#8db8ea",
    "theme.dark.backgroundColor": "#15181c",
    "theme.dark.secondaryBackgroundColor": "#1e2329",
    "theme.dark.textColor": "#e3e1db",
    "theme.dark.linkColor": "#8db8ea",
}


def port_is_free(port: int) -> bool:
    """True where a server may listen on the port of the loopback address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def serve(library: Path, *, port: int = PORT, browser: bool = True) -> None:
    """Run the desk until it is stopped.

    Args:
        library: the library's folder.
        port: TCP port on 127.0.0.1; the caller checks that it is free.
        browser: open the reader's browser.
    """
    os.environ[LIBRARY_VARIABLE] = str(library)
    import streamlit as st

    from ui.serving.guard import MIDDLEWARE
    from ui.serving.routes import ROUTES

    app = st.App(Path(__file__).parents[1] / "desk" / "app.py", routes=ROUTES, middleware=MIDDLEWARE)
    app.run(
        config={
            **THEME,
            "server.address": ADDRESS,
            "server.port": port,
            "server.headless": not browser,
            "server.fileWatcherType": "none",
            "server.maxUploadSize": LARGEST_UPLOAD,
            "browser.gatherUsageStats": False,
            "browser.serverAddress": ADDRESS,
            "client.toolbarMode": "minimal",
            # A page draws what it is told to, and never a string that only stands in its script.
            "runner.magicEnabled": False,
            # They would carry a reader's error, with names of files in it, to other people's machines.
            "client.showErrorLinks": False,
        }
    )
