"""Makes a set PDF ready to be committed: the witnesses that its layout's kin lack go, and no date stays."""

from pathlib import Path

import pikepdf
from parse import Sample

LINKED = {"essay", "study-endnotes", "thesis-roman", "two-column"}
"""Layouts whose PDFs keep the links from markers to notes, structure tags and page labels: about one in seven has."""

LABELLED = LINKED | {"law-review"}
"""Layouts whose PDFs carry page labels."""


def finish(sample: Sample, pdf: Path) -> None:
    """Rewrites the file, smaller and the same at every build."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as file:
        if sample.layout not in LINKED:
            for page in file.pages:
                _drop(page.obj, "/Annots", "/StructParents", "/Tabs")
            _drop(file.Root, "/StructTreeRoot", "/MarkInfo", "/Names", "/Dests", "/Outlines")
        if sample.layout not in LABELLED:
            _drop(file.Root, "/PageLabels")
        _drop(file.Root, "/Metadata")
        _drop(file.trailer, "/ID", "/DocChecksum")
        _drop(file.docinfo, "/CreationDate", "/ModDate")
        file.remove_unreferenced_resources()
        file.save(
            pdf, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
        )


def _drop(dictionary: pikepdf.Object, *keys: str) -> None:
    """Deletes keys, where they are there."""
    for key in keys:
        if key in dictionary:
            del dictionary[key]
