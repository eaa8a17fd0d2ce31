"""Checksums of a model's files, remembered while nobody touches the files: all of them together are 180 MB.

To read these through takes a tenth of a search from the command line, and a second where the disk is slow.
"""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from index.disk import sha256_of, stamp_of

_SETTLED = 5.0
"""Seconds: a file that was changed later than that may be changed again within the same tick of its clock."""
_MOST = 16
"""Files remembered: those of a few models."""


def digest(path: Path) -> str:
    """The file's sha256 in hexadecimal, as it was when its size and time of change were what they are.

    Raises:
        OSError: The file cannot be read.
    """
    memo = platformdirs.user_cache_path("bluenote", appauthor=False) / "digests.json"
    known, name, stamp = _known(memo), str(path.absolute()), stamp_of(path)
    if name in known and known[name][0] == stamp:
        return known[name][1]
    made = sha256_of(path)
    if time.time() - path.stat().st_mtime > _SETTLED:
        others = [(other, said) for other, said in known.items() if other != name]
        with suppress(OSError):  # a cache that cannot be written makes nothing wrong
            _keep(memo, dict([*others[1 - _MOST :], (name, (stamp, made))]))
    return made


def _known(memo: Path) -> Mapping[str, tuple[str, str]]:
    """By path: the file's stamp, and its checksum."""
    try:
        said = json.loads(memo.read_text(encoding="utf-8"))
        return {str(name): (str(stamp), str(made)) for name, (stamp, made) in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _keep(memo: Path, known: Mapping[str, tuple[str, str]]) -> None:
    memo.parent.mkdir(parents=True, exist_ok=True)
    partial = memo.with_suffix(f".{os.getpid()}.part")
    partial.write_text(json.dumps(known), encoding="utf-8")
    partial.replace(memo)
