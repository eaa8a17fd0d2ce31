"""How a question is asked on the command line: the options that `search` and `export --query` have in common."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.found import Results
from index.model import Filters, Group, Mode, Part, Sort, View
from index.terms.missions import called
from ui.addresses.search import years_from
from ui.commands.options import CollectionOption, TagOption

if TYPE_CHECKING:
    from index import Library

MostOption = Annotated[
    int, typer.Option("-k", metavar="N", help="So many passages, or documents with --by document.", min=1)
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="DOCUMENT", help="Only in this document (id, citekey or file); may be repeated."
    ),
]
AuthorOption = Annotated[
    list[str] | None, typer.Option("--author", metavar="NAME", help="Only by this author; may be repeated.")
]
YearOption = Annotated[
    str, typer.Option("--year", metavar="YEARS", help="Only of these years: 2015, 2010-2020, 2010-.")
]
LanguageOption = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help="Only in this language: en, fr.")
]
KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="TYPE", help="Only of this CSL type: article-journal, report, book."),
]
PartOption = Annotated[Part, typer.Option("--part", help="In the text, in the notes, or in both.")]
ModeOption = Annotated[Mode, typer.Option("--mode", help="By meaning and words, by one of them, or as one phrase.")]
MissionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--mission",
        metavar="MISSION",
        help="Only passages that name this peace operation, by any of its names, or are about it.",
    ),
]
CitesOption = Annotated[
    list[str] | None,
    typer.Option("--cites", metavar="WORK", help="Only passages that cite this: symbol, DOI, key, or a document here."),
]
GroupOption = Annotated[
    Group, typer.Option("--by", help="One passage after the other, or by document; -k counts those.")
]
SortOption = Annotated[Sort, typer.Option("--sort", help="By relevance, newest first, or page by page.")]
OffsetOption = Annotated[int, typer.Option("--offset", metavar="N", help="Leave out so many: the next page.", min=0)]


@dataclass(frozen=True, slots=True)
class Asking:
    """Which passages may answer, what they are matched by, and how they are laid out."""

    most: MostOption = 10
    document: DocumentOption = None
    author: AuthorOption = None
    year: YearOption = ""
    language: LanguageOption = None
    kind: KindOption = None
    tag: TagOption = None
    collection: CollectionOption = None
    mission: MissionOption = None
    cites: CitesOption = None
    part: PartOption = "both"
    mode: ModeOption = "hybrid"
    group: GroupOption = "passage"
    sort: SortOption = "relevance"
    offset: OffsetOption = 0

    @property
    def limited(self) -> bool:
        """Whether anything keeps passages out."""
        layout = Asking(most=self.most, group=self.group, sort=self.sort, offset=self.offset)
        return self != layout

    @property
    def ranks(self) -> tuple[str, ...]:
        """The options given that say how answers are found and laid out, and nothing of documents."""
        said = {
            "-k": "most",
            "--part": "part",
            "--mode": "mode",
            "--by": "group",
            "--sort": "sort",
            "--offset": "offset",
        }
        return tuple(option for option, name in said.items() if getattr(self, name) != getattr(Asking(), name))

    def filters(self, shelf: "Library") -> Filters:
        """The filters, of this library.

        Raises:
            typer.BadParameter: years or a mission are none.
            NoSuchDocument: a document is not in the library.
        """
        years = years_from(self.year)
        first, last = years
        if self.year and (years == (None, None) or (first and last and first > last)):
            raise typer.BadParameter(
                f"{self.year!r} names no years; write 2015, 2010-2020, 2010- or -2020", param_hint="'--year'"
            )
        for name in self.mission or ():
            if not called(name):
                raise typer.BadParameter(f"no peace operation is called {name!r}", param_hint="'--mission'")
        filters = Filters(
            documents=tuple(shelf.entry(name).id for name in self.document or ()),
            authors=tuple(self.author or ()),
            years=years,
            languages=tuple(self.language or ()),
            kinds=tuple(self.kind or ()),
            part=self.part,
            missions=tuple(self.mission or ()),
            cites=tuple(self.cites or ()),
        )
        narrowed: Filters = shelf.shelves.narrowed(filters, tags=self.tag or (), collections=self.collection or ())
        return narrowed

    def results(self, shelf: "Library", query: str) -> Results:
        """The answers to a question."""
        view = View(self.group, self.sort, self.offset)
        found: Results = shelf.search(query, k=self.most, filters=self.filters(shelf), mode=self.mode, view=view)
        return found


def with_asking(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose parameter `asking` is given by options, one for each field of `Asking`."""
    options = inspect.signature(Asking, eval_str=True).parameters
    own = [
        one.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for one in inspect.signature(command, eval_str=True).parameters.values()
    ]
    at = next(number for number, one in enumerate(own) if one.name == "asking")
    among = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in options.values()]
    parameters = [*own[:at], *among, *own[at + 1 :]]

    def run(**given: Any) -> None:
        asking = Asking(**{name: given.pop(name) for name in options})
        command(asking=asking, **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return run
