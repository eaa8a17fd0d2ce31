"""`bluenote doctor`: is the library sound?"""

import typer

from ui.commands.options import LibraryOption, opened
from ui.status import Status
from ui.terminal import say

_STYLES = {"ok": "green", "repaired": "yellow", "warning": "yellow", "damage": "bold red"}


def doctor(context: typer.Context, library: LibraryOption = None) -> None:
    """Check the library and repair what can be repaired."""
    with opened(context, library) as shelf:
        findings = shelf.doctor()
    for finding in findings:
        say((f"{finding.level:<9}", _STYLES[finding.level]), finding.message)
    if any(finding.level == "damage" for finding in findings):
        raise typer.Exit(Status.DAMAGE)
