"""Zotero's RDF export, with files, tags and collections, as the items that its JSON exports hold.

What Zotero calls RDF/XML no RDF parser takes: attachments name their file by `<rdf:resource rdf:resource="…"/>`, which
RDF forbids. So it is read as XML, whose elements are found by their `rdf:about`.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from index.bibliographies.zotero import item_key

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
}
_ABOUT, _RESOURCE = (f"{{{_NAMESPACES['rdf']}}}{name}" for name in ("about", "resource"))

_FIELDS: Mapping[str, str] = {
    "title": "dc:title",
    "abstractNote": "dcterms:abstract",
    "date": "dc:date",
    "accessDate": "dcterms:dateSubmitted",
    "language": "z:language",
    "shortTitle": "z:shortTitle",
    "pages": "bib:pages",
    "numPages": "z:numPages",
    "edition": "prism:edition",
    "volume": "prism:volume",
    "number": "prism:number",
    "genre": "z:type",
    "archive": "z:archive",
    "archiveLocation": "dc:coverage",
    "extra": "dc:description",
    "citationKey": "z:citationKey",
    "DOI": "z:DOI",
    "conferenceName": "bib:presentedAt//dc:title",
    "publisher": "dc:publisher//foaf:name",
    "place": "dc:publisher//vcard:locality",
    "url": "dc:identifier/dcterms:URI/rdf:value",
}
_IN_A_CONTAINER = ("volume", "edition", "publisher", "place")
"""Of a chapter and of an article these stand with the book or the journal."""


def rdf_export(text: str) -> dict[str, Any]:
    """The export as `zotero.zotero_items` reads it: items with Zotero's own fields, and collections.

    Raises:
        ValueError: It is no export of Zotero's.
    """
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - the reader's own file, which can load no other
    except ElementTree.ParseError as error:
        raise ValueError(f"no XML: {error}") from error
    export = _Export(root)
    items = [export.item(one) for one in root.iter() if one.find("z:itemType", _NAMESPACES) is not None]
    if not items and root.tag != f"{{{_NAMESPACES['rdf']}}}RDF":
        raise ValueError("an export from Zotero is expected")
    return {"items": items, "collections": export.collections()}


class _Export:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._by_name = {name: one for one in root.iter() if (name := one.get(_ABOUT))}

    def item(self, told: Element) -> dict[str, Any]:
        """One item, or attachment or note, which is none and says so by its type."""
        name = told.get(_ABOUT, "")
        made: dict[str, Any] = {
            "itemType": _text(told, "z:itemType"),
            "itemID": name,
            "itemKey": item_key(name) or (name.removeprefix("#") if name.startswith("#item_") else ""),
            "creators": list(self._creators(told)),
            "tags": [tag for subject in _all(told, "dc:subject") if (tag := _tag(subject))],
            "attachments": [{"path": path} for one in self._under(told, "link:link") if (path := _path(one))],
        }
        made |= {field: value for field, where in _FIELDS.items() if (value := _text(told, where))}
        made |= _identifiers(told)
        for container in self._under(told, "dcterms:isPartOf"):
            self._add_container(made, container)
        return made

    def collections(self) -> dict[str, Any]:
        """Collections by name, each with what it holds and what it stands in."""
        found: dict[str, Any] = {}
        for one in self._root.iter(f"{{{_NAMESPACES['z']}}}Collection"):
            parts = [part.get(_RESOURCE, "") for part in _all(one, "dcterms:hasPart")]
            found[one.get(_ABOUT, "")] = {"name": _text(one, "dc:title"), "items": parts}
        for name, told in list(found.items()):
            for part in told["items"]:
                if part in found:
                    found[part]["parent"] = name
        return found

    def _under(self, told: Element, name: str) -> Iterator[Element]:
        """What stands under a property, there or elsewhere by name."""
        for one in _all(told, name):
            named = self._by_name.get(one.get(_RESOURCE, ""))
            if named is not None:
                yield named
            yield from one

    def _creators(self, told: Element) -> Iterator[dict[str, str]]:
        for role in told:
            for person in role.findall("rdf:Seq/rdf:li/foaf:Person", _NAMESPACES):
                last = _text(person, "foaf:surname") or _text(person, "foaf:name")
                first = _text(person, "foaf:givenName") or _text(person, "foaf:givenname")
                kind = role.tag.rpartition("}")[2].removesuffix("s")  # bib:authors, z:translators, z:seriesEditors
                yield {"creatorType": kind, "lastName": last, "firstName": first}

    def _add_container(self, made: dict[str, Any], container: Element) -> None:
        """The journal, book or series that an item stands in; a book may stand in a series itself."""
        title = _text(container, "dc:title")
        if container.tag == f"{{{_NAMESPACES['bib']}}}Series":
            made |= {"series": title, "seriesNumber": _text(container, "dc:identifier")}
        else:
            own = {"publicationTitle": title, "journalAbbreviation": _text(container, "dcterms:alternative")}
            own["issue"] = _text(container, "prism:number")
            own |= {field: _text(container, _FIELDS[field]) for field in _IN_A_CONTAINER} | _identifiers(container)
            for field, value in own.items():
                if value:
                    made.setdefault(field, value)
        for outer in self._under(container, "dcterms:isPartOf"):
            self._add_container(made, outer)


def _all(told: Element, name: str) -> list[Element]:
    return told.findall(name, _NAMESPACES)


def _text(told: Element, where: str) -> str:
    return (told.findtext(where, "", _NAMESPACES) or "").strip()


def _identifiers(told: Element) -> dict[str, str]:
    """DOI, ISBN and ISSN, which stand with their names before them: "DOI 10.1080/01436597.2015.976016"."""
    pairs = [((one.text or "").strip().partition(" ")) for one in _all(told, "dc:identifier")]
    return {name: value.strip() for name, _, value in pairs if name in ("DOI", "ISBN", "ISSN") and value}


def _tag(subject: Element) -> str:
    """A tag given by hand or by a catalogue; a call number is none."""
    if subject.find("dcterms:LCC", _NAMESPACES) is not None:
        return ""
    return (subject.text or "").strip() or _text(subject, "z:AutomaticTag/rdf:value")


def _path(attachment: Element) -> str:
    """Where the file lies, as a path from the export's folder or as an address of a file."""
    for where in ("rdf:resource", "z:path"):
        for one in _all(attachment, where):
            path = (one.get(_RESOURCE) or one.text or "").strip()
            if path:
                return unquote(path.removeprefix("file://")) if path.startswith("file://") else path
    return ""
