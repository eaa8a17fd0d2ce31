"""Hits made by hand: what a search would tell, without a library."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pair
import pytest

from index.found import Cite, Hit, HitCitation, HitNote, HitSource, Place, Sentence
from index.library import Library
from index.model import Entry, ReadingState
from ingest.model import Link, Locator, Marker, Passage, Slice

WORK = {
    "type": "article-journal",
    "title": "The UN at War: Examining the Consequences of Peace-Enforcement Mandates",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "container-title": "Third World Quarterly",
    "issued": {"date-parts": [[2015]]},
}


def page_cite(value: str) -> Cite:
    return Cite("dulac2019sample", Locator("page", value), f"[@dulac2019sample, p. {value}]")


@pytest.fixture
def source() -> HitSource:
    return HitSource(
        "s1", "karlsrud:un-at-war:2015", WORK, "Karlsrud, ‘The UN at War’", (Link("doi", "https://doi.org/10.1/x"),)
    )


@pytest.fixture
def citation(source: HitSource) -> HitCitation:
    return HitCitation(
        form="ibid",
        kind="work",
        text="Ibid., 5",
        start=0,
        end=8,
        signal=None,
        locator=Locator("page", "5"),
        source=source,
        through=("11",),
        candidates=(),
        why="Ibid. of note 11.",
    )


@pytest.fixture
def make_hit(citation: HitCitation) -> Callable[..., Hit]:
    """A hit of two sentences with one note on each, to be changed by keyword."""

    def make(text: str = "Robust mandates blur the line. Consent wears thin.", **changes: Any) -> Hit:
        cut = text.index(". ") + 1
        note = HitNote("n12", "12", "footnote", "passage", "Ibid., 5, and a word.", ("67",), (citation,))
        state = ReadingState(78, 78, 0, 0, 0, "notes 78 of 78")
        entry = Entry(
            "00ff",
            "dulac2019sample",
            "Blurred Lines",
            {**WORK, "title": "Blurred Lines"},
            "en",
            9,
            78,
            "/tmp/a.pdf",
            "2026-01-01T00:00:00Z",
            state,
            False,
        )
        passage = Passage(
            id="00ff-body-0003",
            kind="body",
            text=text,
            heading="Consent",
            paragraphs=(),
            first_page="67",
            last_page="68",
            first_index=2,
            last_index=3,
            spans=(Slice("b1", None, 0, len(text)),),
            markers=(Marker(cut, "12", "n12"), Marker(len(text), "13", None)),
            notes=("n12",),
        )
        hit = Hit(
            rank=1,
            score=0.8,
            document=entry,
            passage=passage,
            notes=(note,),
            cite=page_cite("67–68"),
            sentences=(Sentence(0, cut, page_cite("67")), Sentence(cut + 1, len(text), page_cite("68"))),
            places=(Place(2, "67", "printed", ((10, 10, 90, 20),)), Place(3, "68", "printed", ((10, 10, 90, 20),))),
        )
        return replace(hit, **changes)

    return make


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests off the library and the settings of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("BLUENOTE_LIBRARY", raising=False)
        patch.setenv("BLUENOTE_SETTINGS", str(tmp_path_factory.mktemp("settings") / "none.toml"))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of two pages, printed 65 and 66."""
    import typst

    path = tmp_path_factory.mktemp("pdf") / "article.pdf"
    path.write_bytes(typst.compile(pair.CITED.encode()))
    return path


@pytest.fixture(scope="session")
def bibliography(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What describes the article."""
    path = tmp_path_factory.mktemp("bib") / "library.bib"
    path.write_text(
        "@article{ravn2021, author={Ravn, Helene}, title={{Consent by Other Means}}, journal={Journal of Tests}, "
        "year={2021}, pages={65--66}, file={article.pdf}}",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, article: Path, bibliography: Path) -> Path:
    """A library with the article in it, made on the command line."""
    from commands import run

    folder = tmp_path_factory.mktemp("library")
    outcome = run("add", article, "--bib", bibliography, "--library", folder)
    assert outcome.status == 0, outcome.err
    return folder


@pytest.fixture
def shelved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library of the desk in this process: one article of two pages with two notes, the second an Ibid."""
    from shelves import WordEmbedder, article

    monkeypatch.setattr("ingest.child.read", lambda path: article(Path(path)))
    path = tmp_path / "mali.pdf"
    path.write_text(
        "Karlsrud on the war in Mali\nThe mission was to protect civilians.\nTroops came from Chad.", encoding="utf-8"
    )
    with Library.open(tmp_path / "library", create=True, embedder=WordEmbedder()) as opened:
        opened.add([path])
        monkeypatch.setattr("ui.serving.shelf.library", lambda: opened)
        yield opened


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over samples and small articles; among both there are some that cite others."""
    import typst
    from browsing import CORPUS, serving
    from commands import run

    folder = tmp_path_factory.mktemp("desk")
    files = [CORPUS / f"{name}.pdf" for name in ("article", "reply", "study", "resolution")]
    for name, text in (("cited", pair.CITED), ("citing", pair.CITING), ("hostile", pair.HOSTILE)):
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(typst.compile(text.encode()))
    described = folder / "pair.bib"
    described.write_text(pair.BIBLIOGRAPHY, encoding="utf-8")
    described_by = ["--bib", CORPUS / "library.bib", "--bib", described]
    added = run("add", "--sample", "--jobs", "2", *described_by, *files, "--library", folder / "library")
    assert added.status == 0, added.err
    with serving(folder / "library") as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from browsing import CHROMIUM, QUIET

    if CHROMIUM is None:
        pytest.skip("no Chromium on the PATH; install it to run the browser tests")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page that may use the clipboard; a test fails where it asks any other server for anything."""
    context = chromium.new_context(viewport={"width": 1360, "height": 900}, color_scheme="light")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(60_000)
    opened = context.new_page()
    elsewhere: list[str] = []
    opened.on(
        "request",
        lambda request: (
            None if request.url.startswith(("http://127.0.0.1:", "data:", "blob:")) else elsewhere.append(request.url)
        ),
    )
    yield opened
    context.close()
    assert elsewhere == []
