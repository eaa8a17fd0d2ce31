"""Files that are either whole or not there, also after a power cut; and the PDFs that a library keeps."""

import hashlib
import os
import shutil
from collections.abc import Set
from pathlib import Path

_CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """The file's sha256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp_of(path: Path) -> str:
    """Size and time of last change: while they are the same, nobody has touched the file."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"


def renamed_durably(partial: Path, path: Path) -> None:
    """Sync a file that was written under another name, and give it its own."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(path)
    _sync_folder(path.parent)


class Files:
    """The folder `files/` of a library: PDFs named by their content's sha256."""

    def __init__(self, library: Path) -> None:
        self.folder = library / "files"

    def path(self, sha256: str) -> Path:
        """Where the PDF of this content lies."""
        return self.folder / f"{sha256}.pdf"

    def keep(self, path: Path, sha256: str) -> None:
        """Take a copy, synced before its name stands: SQLite may name it afterwards.

        Raises:
            ValueError: The file has changed since its hash was taken.
        """
        self.folder.mkdir(exist_ok=True)
        target = self.path(sha256)
        if target.exists() and sha256_of(target) == sha256:
            return
        partial = target.with_suffix(".part")
        with path.open("rb") as source, partial.open("wb") as copy:
            shutil.copyfileobj(source, copy, _CHUNK)
            copy.flush()
            os.fsync(copy.fileno())
        if sha256_of(partial) != sha256:
            partial.unlink()
            raise ValueError(f"{path} changed while it was read: add it again")
        partial.replace(target)
        _sync_folder(self.folder)

    def discard(self, sha256: str) -> None:
        """Delete the copy, if there is one."""
        self.path(sha256).unlink(missing_ok=True)

    def sweep(self, named: Set[str]) -> list[str]:
        """Delete copies that no document names: what a process left that was killed between file and transaction."""
        strays = [path for path in sorted(self.folder.glob("*")) if path.suffix != ".pdf" or path.stem not in named]
        for path in strays:
            path.unlink()
        return [path.name for path in strays]


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk when its folder is (fsync(2))."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
