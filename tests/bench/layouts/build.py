"""Builds the trials: each variant's PDF with its true answers, kept in a temporary folder until its source changes."""

import hashlib
import json
import tempfile
from pathlib import Path
from types import ModuleType

from layouts import latex, office, typesetting
from layouts.story import story
from layouts.truth import Placed, Truth, truth
from layouts.variant import Variant

CACHE = Path(tempfile.gettempdir()) / "bluenote-layouts"


def typesetter(variant: Variant) -> ModuleType:
    """The module that typesets a variant."""
    return {"typst": typesetting, "office": office}.get(variant.engine, latex)


def build(variant: Variant) -> tuple[Path, Truth]:
    """Return a variant's PDF and true answers.

    Raises:
        subprocess.CalledProcessError: The typesetter failed.
    """
    told = story(variant.source, variant.words, variant.oddities)
    setter = typesetter(variant)
    key = hashlib.sha256(f"{variant.engine}\n{setter.source(variant, told)}".encode()).hexdigest()[:16]
    CACHE.mkdir(exist_ok=True)
    pdf, places = CACHE / f"{variant.name}-{key}.pdf", CACHE / f"{variant.name}-{key}.places"
    if not (pdf.exists() and places.exists()):
        placed = setter.typeset(variant, told, pdf)
        places.write_text(json.dumps([placed.labels, list(placed.notes.items())]), encoding="utf-8")
    labels, notes = json.loads(places.read_text(encoding="utf-8"))
    return pdf, truth(variant, told, Placed(tuple(labels), {ordinal: tuple(place) for ordinal, place in notes}))
