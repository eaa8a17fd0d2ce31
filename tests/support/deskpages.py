"""Pages of the desk, run by Streamlit itself without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from ui.serving import shelf

DESK = Path(shelf.__file__).parents[1] / "desk"
LONGEST = 300
"""Seconds for one run; nothing waits for so long but on a machine with much else to do."""


def desk_page(script: str = "app.py") -> AppTest:
    """A script of the desk, not run yet."""
    return AppTest.from_file(DESK / script, default_timeout=LONGEST)
