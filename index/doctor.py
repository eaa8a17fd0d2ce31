"""Looking a library over: database, derived parts, and the PDFs that it keeps or refers to."""

from pathlib import Path

from index.disk import Files, sha256_of
from index.model import Entry, Finding
from index.sqlite import SqliteStore


def examine(store: SqliteStore, files: Files) -> list[Finding]:
    """Test everything, mend what is derived, and clear away what a killed process left.

    Raises:
        Beyond: The database itself is damaged.
        Busy: Another process is adding or removing.
    """
    with store.writing():
        findings = store.check(repair=True)
        findings += [
            Finding("repaired", f"deleted {name}: an addition or removal was cut short before it counted")
            for name in files.sweep(store.kept())
        ]
    entries = store.ledger()
    findings += [finding for entry in entries for finding in _pdf(store, files, entry)]
    facts = store.facts()
    findings.append(Finding("ok", f"{len(entries)} documents; model {facts.get('model', 'not chosen yet')}"))
    return findings


def _pdf(store: SqliteStore, files: Files, entry: Entry) -> list[Finding]:
    """What is wrong with one document's PDF; its text and notes are in the database all the same."""
    sha256, kept = store.sha256(entry.id)
    if sha256 is None:
        return []
    places = [files.path(sha256)] if kept else [Path(path) for path in (entry.file, *store.paths(entry.id))]
    if any(place.is_file() and sha256_of(place) == sha256 for place in places):
        return []
    if kept:
        return [Finding("damage", f"{entry.key}: the kept PDF is gone or has changed: add {entry.file} again")]
    return [Finding("warning", f"{entry.key}: the PDF is not at {places[0]} any more, or has changed: add it again")]
