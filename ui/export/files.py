"""A file written whole or not at all, and a name that every system can give it."""

import os
import re
import tempfile
from pathlib import Path

from ui.errors import CitingError

_LONGEST = 120
"""Bytes of a file's name before its ending; every file system has room for 255, and some programs put a date there."""
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What one system or another has no place for in a file's name."""


def file_name(title: str, ending: str) -> str:
    """A file's name: the title of what is in it, as far as every system can hold it, and the format's ending."""
    kept = " ".join(_UNFIT.sub(" ", title).split())
    if len(kept.encode()) > _LONGEST:
        kept = kept.encode()[:_LONGEST].decode(errors="ignore").rpartition(" ")[0] or kept[: _LONGEST // 4]
    return f"{kept.strip('. ') or 'Bluenote'}{ending}"


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside the one that it then takes the place of, so that a full disk costs nobody a text.

    What is no regular file ("/dev/stdout", a pipe) is written to and stays what it is, and a link stays a link.

    Raises:
        CitingError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        path = Path(os.path.realpath(path))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            beside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_mask())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CitingError(f"{path} cannot be written: {error.strerror}") from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
