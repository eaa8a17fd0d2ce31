"""Models exported once and kept in the user's cache folder, each in a folder that is whole or not there.

A kept export is believed only after its files have their checksums, and the model gives for a known text the vector
that sentence-transformers gave when it was exported: that holds for what OpenVINO compiled and for this processor too.
"""

import errno
import json
import logging
import os
import shutil
import tempfile
import time
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from index.disk import sha256_of
from index.encoding.digests import digest
from index.encoding.encoder import Encoder
from index.encoding.export import Unfit, export
from index.encoding.runtime import Runtime

_FORMAT = 2
"""Of the kept folders; counted up when `index.encoding.export` writes something else."""
_MODEL = "model.xml"
_FILES = (_MODEL, "model.bin")
_SAID = "export.json"
_KNOWN = (
    "MINUSMA’s mandate under Security Council resolution 2100 (2013) was to protect civilians in the north of Mali, "
    "where Côte d’Ivoire’s and Chad’s contingents had few helicopters; see S/2014/403, para. 17."
)
_LEAST = 0.999
"""Cosine to sentence-transformers' vector: bf16 gives 0.99996, a wrong or damaged graph 0.9 or less."""

_ABANDONED = 3600.0
"""Seconds: an export that is unfinished for so long was killed."""

_log = logging.getLogger(__name__)


def fast_encoder(folder: Path, identity: str, tokenizer: Any, window: int) -> Encoder | None:
    """The model of a folder in its fast form, exported now (half a minute) where it has not been yet.

    Args:
        folder: of a sentence-transformers model.
        identity: of its vectors; the export is kept by it.
        tokenizer: the model's, of the package `tokenizers`; neither cuts nor pads.
        window: tokens of a text that the model reads, special ones left out.

    Returns:
        None where there is no OpenVINO for this system; where the model is not fit for it, which is said when that is
        found out; and where the export can't be kept, which is said each time.
    """
    place = _place(identity)
    try:
        try:
            return _opened(place, tokenizer, window)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            _log.debug("no sound export in %s: %s", place, error)
        _make(place, folder, tokenizer, window)
        return _opened(place, tokenizer, window)
    except (ImportError, Unfit) as error:
        _log.debug("%s goes through sentence-transformers: %s", folder, error)
    except (OSError, ValueError, RuntimeError) as error:
        _log.warning("%s goes through sentence-transformers, several times slower: %s", folder.name, _first_line(error))
    return None


def _place(identity: str) -> Path:
    return platformdirs.user_cache_path("bluenote", appauthor=False) / "models" / f"{identity}-{_FORMAT}"


def _opened(place: Path, tokenizer: Any, window: int) -> Encoder:
    """The encoder kept in a folder.

    Raises:
        OSError, ValueError, KeyError, RuntimeError: There is none, or it is damaged.
        ImportError: There is no OpenVINO here.
        Unfit: This model was found not to be fit for it; another OpenVINO may know it.
    """
    said = json.loads((place / _SAID).read_text(encoding="utf-8"))
    if said.get("unfit") and said["openvino"] == metadata.version("openvino"):
        raise Unfit(said["unfit"])
    for name in _FILES:
        if digest(place / name) != said["sha256"][name]:
            raise ValueError(f"{place / name} is damaged")
    encoder = Encoder(Runtime(place / _MODEL, place / "compiled"), tokenizer, window)
    if not _agrees(encoder, said["vector"]):
        raise ValueError(f"{place} gives other vectors than when it was made")
    return encoder


def _make(place: Path, folder: Path, tokenizer: Any, window: int) -> None:
    """Export a model to its place: in a folder beside it first, so that what has the name is whole.

    Raises:
        OSError: The folder can't be written, or the disk is full.
        ImportError, RuntimeError: As `export` says.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)  # damaged, if it is there
    for left in place.parent.glob(f"{place.name}.*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    _require_room(place.parent, folder)  # before torch is loaded for it
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f"{place.name}.") as name:
        made = Path(name) / "export"
        made.mkdir()
        (made / _SAID).write_text(json.dumps(_exported(made, folder, tokenizer, window)), encoding="utf-8")
        try:
            made.rename(place)
        except OSError:
            if not place.is_dir():  # else another process was quicker, and its export is as good
                raise


def _require_room(where: Path, folder: Path) -> None:
    if shutil.disk_usage(where).free < sum(file.stat().st_size for file in folder.rglob("*")):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(where))


def _exported(made: Path, folder: Path, tokenizer: Any, window: int) -> dict[str, Any]:
    """What is to be said of an export, after it was written and tried."""
    try:
        vector = export(folder, made / _MODEL, [_KNOWN])[0]
        try:
            runtime = Runtime(made / _MODEL)
        except RuntimeError as error:
            _require_room(made, folder)  # else the file is cut short, and the model not to blame
            raise Unfit(f"OpenVINO can't run it here ({_first_line(error)})") from error
        if not _agrees(Encoder(runtime, tokenizer, window), vector):
            raise Unfit("OpenVINO makes other vectors of it")
    except Unfit as error:
        _log.warning("%s goes through sentence-transformers, several times slower: %s", folder.name, error)
        return {"unfit": str(error), "openvino": metadata.version("openvino")}
    return {"sha256": {name: sha256_of(made / name) for name in _FILES}, "vector": vector.tolist()}


def _agrees(encoder: Encoder, vector: Any) -> bool:
    return bool(encoder.encode([_KNOWN])[0] @ np.asarray(vector, np.float32) >= _LEAST)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
