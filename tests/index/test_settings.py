from pathlib import Path

import pytest

from index.errors import LibraryError
from index.settings import Settings, library_folder, load_settings


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("BLUENOTE_SETTINGS", str(path))
    monkeypatch.delenv("BLUENOTE_LIBRARY", raising=False)
    return path


def test_the_option_goes_before_the_environment_and_that_before_the_file(file, monkeypatch):
    assert library_folder().parts[-2:] == ("bluenote", "library")
    file.write_text('library = "~/shelf"')
    assert library_folder() == Path.home() / "shelf"
    monkeypatch.setenv("BLUENOTE_LIBRARY", "/from/environment")
    assert library_folder() == Path("/from/environment")
    assert library_folder("/from/option") == Path("/from/option")


def test_a_server_is_not_there_yet():
    with pytest.raises(LibraryError, match="not there yet"):
        library_folder("postgresql://localhost/x")


def test_no_file_says_nothing():
    assert load_settings() == Settings()


@pytest.mark.parametrize("text", ["library = ", "colour = 'red'", "library = 3", "[library]\nx = 1"])
def test_a_wrong_file_is_named(file, text):
    file.write_text(text)
    with pytest.raises(LibraryError, match=r"settings\.toml"):
        load_settings()
