"""A file written whole or not at all."""

import os
import tempfile
from pathlib import Path

from ui.citing import CitingError


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside the one that it then takes the place of, so that a full disk costs nobody a text.

    Raises:
        CitingError: it cannot be written.
    """
    try:
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
