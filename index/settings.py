"""The one settings file, and which library folder is meant.

The file is TOML, in the platform's configuration folder or where BLUENOTE_SETTINGS says::

    library = "~/Research/library"
    model = "all-MiniLM-L6-v2"
    language = "en"
    resolver = "https://resolver.example.edu/openurl"
"""

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from index.errors import LibraryError

_APPLICATION = "bluenote"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says; empty where it says nothing."""

    library: str = ""
    """Folder of the library; ~ is the home folder."""
    model: str = ""
    """Embedding model for new libraries, by folder or hub id."""
    language: str = ""
    """ISO 639-1: the language to take for documents that do not tell theirs."""
    resolver: str = ""
    """Address of the OpenURL resolver of the reader's own library."""


def settings_file() -> Path:
    """Where the settings file is looked for."""
    named = os.environ.get("BLUENOTE_SETTINGS")
    return Path(named) if named else Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False)) / "settings.toml"


def load_settings() -> Settings:
    """Read the settings file; all empty where there is none.

    Raises:
        LibraryError: It is not TOML, or says something that no setting is called or that is not text.
    """
    path = settings_file()
    if not path.is_file():
        return Settings()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LibraryError(f"the settings file {path} cannot be read ({error}): mend or delete it") from error
    known = [field.name for field in fields(Settings)]
    for name, value in said.items():
        if name not in known or not isinstance(value, str):
            raise LibraryError(f'the settings file {path} may say {", ".join(known)}, each = "text"; not {name!r}')
    return Settings(**said)


def library_folder(option: str | Path | None = None) -> Path:
    """The library's folder: the option, else BLUENOTE_LIBRARY, else the settings file's, else the platform's own."""
    named = option or os.environ.get("BLUENOTE_LIBRARY") or load_settings().library
    if not named:
        return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / "library"
    return folder_of(named)


def folder_of(where: str | Path) -> Path:
    """The folder that a library's address names.

    Raises:
        LibraryError: It is a server's address.
    """
    if "://" in str(where):
        raise LibraryError(f"{where}: libraries on a server are not there yet; name a folder on this machine")
    return Path(where).expanduser().absolute()
