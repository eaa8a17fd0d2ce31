"""Looking a library over: database, derived parts, and the PDFs that it keeps or refers to."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from index.disk import Files, sha256_of
from index.errors import Unwritable
from index.kept.corrections import Corrections
from index.kept.revising import Editor, rewrite
from index.kept.trash import Trash
from index.model import Entry, Filters, Finding
from index.sqlite.store import SqliteStore


def examine(store: SqliteStore, files: Files) -> list[Finding]:
    """Test everything, mend what is derived, and clear away what a killed process left.

    A library that cannot be written is tested as far as reading goes, and told to be so.

    Raises:
        Beyond: The database itself is damaged.
        Busy: Another process is adding or removing.
    """
    try:
        with store.writing():
            findings = _mended(store, files)
    except Unwritable as error:
        findings = [*store.check(repair=False), Finding("warning", f"nothing was repaired: {error}")]
    sound, broken = store.intact()
    whole = store.ledger(Filters(documents=sound) if broken else Filters()) if sound else []
    findings += [finding for entry in whole for finding in _pdf(store, files, entry)]
    findings += [_altered(store, files, document) for document in broken]
    findings += _outdated(store)
    facts = store.facts()
    findings.append(Finding("ok", f"{len(whole)} documents; model {facts.get('model', 'not chosen yet')}"))
    return findings


def _mended(store: SqliteStore, files: Files) -> list[Finding]:
    """What was wrong with what is derived, and with what a killed process left; the caller holds the pen."""
    findings = store.check(repair=True)
    findings += [
        Finding("repaired", f"deleted {name}: an addition or removal was cut short before it counted")
        for name in files.sweep(store.kept() | Trash(store).files())
    ]
    return findings + _corrections(store, store.intact()[0])


def _corrections(store: SqliteStore, sound: Sequence[str]) -> list[Finding]:
    """Corrections that a killed process kept but did not apply, and those that apply to nothing any more."""
    editor = Editor(store)
    findings = []
    for document in editor.unapplied(sound):
        rewrite(store, document)
        findings.append(Finding("repaired", f"document {document}: applied its corrections, which had been cut short"))
    corrected = sorted(Corrections(store).documents() & set(sound))
    for document in corrected:
        findings += [
            Finding(
                "warning", f"correction {one.id}: its words are not in {document} any more (`bluenote corrections`)"
            )
            for one in editor.lost(document)
        ]
    return findings


def _pdf(store: SqliteStore, files: Files, entry: Entry) -> list[Finding]:
    """What is wrong with one document's PDF; its text and notes are in the database all the same."""
    sha256, kept = store.sha256(entry.id)
    if sha256 is None or any(_is_sound(place, sha256) for place in _places(store, files, entry.id)):
        return []
    if kept:
        # What was dropped on the desk has no other file than the kept one.
        again = "its PDF" if entry.file == str(files.path(sha256)) else entry.file
        return [Finding("damage", f"{entry.key}: the kept PDF is gone or has changed: add {again} again")]
    return [Finding("warning", f"{entry.key}: the PDF is not at {entry.file} any more, or has changed: add it again")]


def _outdated(store: SqliteStore) -> list[Finding]:
    """What a newer Bluenote would make better of documents that are in."""
    findings = []
    for ids, said, command in (
        (store.to_cut(), "cut into passages", "reindex"),
        (store.to_read(), "read", "reindex --read"),
    ):
        if ids:
            of = f"{len(ids)} document{'s' * (len(ids) != 1)}"
            findings.append(Finding("warning", f"{of} {said} by an older Bluenote: `bluenote {command}` does it anew"))
    return findings


def _altered(store: SqliteStore, files: Files, document: str) -> Finding:
    """A document whose text, notes or data are not as they were written; adding its file again replaces all."""
    sha256, _ = store.sha256(document)
    sound = [place for place in _places(store, files, document) if sha256 is None or _is_sound(place, sha256)]
    file = shlex.quote(str(sound[0])) if sound else "FILE"
    again = f"`bluenote add {file}` (with its bibliography, if it had one) reads it again"
    return Finding("damage", f"document {document} is not as it was stored: {again}")


def _places(store: SqliteStore, files: Files, document: str) -> list[Path]:
    """Where the document's file may lie."""
    sha256, kept = store.sha256(document)
    return [files.path(sha256)] if kept and sha256 else [Path(path) for path in store.paths(document)]


def _is_sound(path: Path, sha256: str) -> bool:
    return path.is_file() and sha256_of(path) == sha256
