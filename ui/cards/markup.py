"""The one environment that turns what is read into HTML: every value is escaped, whatever a PDF says."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from index.locators import locator_words
from ui.cards import marks, notewords
from ui.correcting import faults
from ui.correcting.correctionwords import hand_words
from ui.wording import brief_source, counted, page_words, short_document, title_of

_FILTERS: Mapping[str, Callable[..., Any]] = {
    "brief_source": brief_source,
    "cited_pieces": notewords.cited_pieces,
    "counted": counted,
    "fault_json": faults.fault_json,
    "gist": notewords.gist,
    "hand_words": hand_words,
    "link_href": notewords.link_href,
    "link_words": notewords.link_words,
    "locator_words": locator_words,
    "lookups": notewords.searches,
    "note_place": notewords.note_place,
    "page_words": page_words,
    "shares": marks.shares,
    "short_document": short_document,
    "title_of": title_of,
}
_WORDS: Mapping[str, Any] = {
    "CitationFault": faults.CitationFault,
    "DataFault": faults.DataFault,
    "MarkerFault": faults.MarkerFault,
    "NoteFault": faults.NoteFault,
    "WorkFault": faults.WorkFault,
    "form_words": notewords.FORM_WORDS,
    "kind_words": notewords.KIND_WORDS,
    "unpublished": notewords.UNPUBLISHED,
}


def html_of(template: str, **values: Any) -> str:
    """A template of `ui/templates` filled in.

    Args:
        template: its file's name without ".html.jinja".
        values: what stands in it.
    """
    return _environment().get_template(f"{template}.html.jinja").render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ui"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # else each hit looks up two files' times
    )
    environment.filters |= _FILTERS
    environment.globals |= _WORDS
    return environment
