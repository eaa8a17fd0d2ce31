"""Zotero's RDF export: data, files, tags, collections and keys; the shapes are those of Zotero 5 to 7."""

import pytest

from index.bibliographies.bibfiles import read_items
from index.errors import LibraryError

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:vcard="http://nwalsh.com/rdf/vCard#"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">{}</rdf:RDF>"""
ARTICLE = """
<bib:Article rdf:about="https://doi.org/10.1/war">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:0143-6597"/>
    <bib:authors><rdf:Seq>
        <rdf:li><foaf:Person><foaf:surname>Karlsrud</foaf:surname><foaf:givenName>John</foaf:givenName></foaf:Person></rdf:li>
        <rdf:li><foaf:Person><foaf:surname>United Nations</foaf:surname></foaf:Person></rdf:li>
    </rdf:Seq></bib:authors>
    <link:link rdf:resource="#item_12"/>
    <link:link rdf:resource="#item_13"/>
    <dc:subject><z:AutomaticTag><rdf:value>mali</rdf:value></z:AutomaticTag></dc:subject>
    <dc:subject>consent</dc:subject>
    <dc:subject><dcterms:LCC><rdf:value>JZ 6374</rdf:value></dcterms:LCC></dc:subject>
    <dc:title>The UN at War</dc:title>
    <dcterms:abstract>On mandates.</dcterms:abstract>
    <dc:date>2015-01-02</dc:date>
    <z:language>en</z:language>
    <dc:identifier><dcterms:URI><rdf:value>https://doi.org/10.1/war</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2020-05-06 10:00:00</dcterms:dateSubmitted>
    <bib:pages>40-54</bib:pages>
    <dc:description>Citation Key: karlsrudWar</dc:description>
</bib:Article>
<bib:Journal rdf:about="urn:issn:0143-6597">
    <prism:volume>36</prism:volume>
    <dc:title>Third World Quarterly</dc:title>
    <dc:identifier>DOI 10.1/war</dc:identifier>
    <prism:number>1</prism:number>
    <dc:identifier>ISSN 0143-6597</dc:identifier>
</bib:Journal>
<z:Attachment rdf:about="#item_12">
    <z:itemType>attachment</z:itemType>
    <rdf:resource rdf:resource="files/12/Karlsrud - 2015.pdf"/>
    <dc:title>Full Text PDF</dc:title>
</z:Attachment>
<z:Attachment rdf:about="#item_13">
    <z:itemType>attachment</z:itemType>
    <z:path rdf:resource="file:///z/storage/Karlsrud%202015.pdf"/>
</z:Attachment>"""
CHAPTER = """
<bib:BookSection rdf:about="#item_20">
    <z:itemType>bookSection</z:itemType>
    <dcterms:isPartOf><bib:Book>
        <dcterms:isPartOf><bib:Series><dc:title>Peace Studies</dc:title></bib:Series></dcterms:isPartOf>
        <dc:identifier>ISBN 978-82-0-00000-0</dc:identifier>
        <dc:title>Small States</dc:title>
    </bib:Book></dcterms:isPartOf>
    <dc:publisher><foaf:Organization>
        <vcard:adr><vcard:Address><vcard:locality>Oslo</vcard:locality></vcard:Address></vcard:adr>
        <foaf:name>Fjord Press</foaf:name>
    </foaf:Organization></dc:publisher>
    <bib:editors><rdf:Seq><rdf:li><foaf:Person>
        <foaf:surname>Neumann</foaf:surname><foaf:givenName>Iver</foaf:givenName>
    </foaf:Person></rdf:li></rdf:Seq></bib:editors>
    <dc:title>Introduction</dc:title>
</bib:BookSection>
<bib:Memo rdf:about="#item_21"><z:itemType>note</z:itemType><rdf:value>mine</rdf:value></bib:Memo>
<z:Collection rdf:about="#collection_1">
    <dc:title>Thesis</dc:title><dcterms:hasPart rdf:resource="#collection_2"/>
</z:Collection>
<z:Collection rdf:about="#collection_2">
    <dc:title>Mali</dc:title>
    <dcterms:hasPart rdf:resource="https://doi.org/10.1/war"/><dcterms:hasPart rdf:resource="#item_20"/>
</z:Collection>"""


@pytest.fixture
def export(tmp_path):
    def write(*parts):
        path = tmp_path / "zotero" / "My Library.rdf"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD.format("".join(parts)), encoding="utf-8")
        return path

    return write


def test_an_article_and_a_chapter(export, tmp_path):
    article, chapter = read_items(export(ARTICLE, CHAPTER))
    assert (article.key, article.tags, article.collections) == ("karlsrudWar", ("mali", "consent"), ("Thesis/Mali",))
    assert article.files == (f"{tmp_path}/zotero/files/12/Karlsrud - 2015.pdf", "/z/storage/Karlsrud 2015.pdf")
    assert article.csl == {
        "type": "article-journal",
        "title": "The UN at War",
        "author": [{"family": "Karlsrud", "given": "John"}, {"literal": "United Nations"}],
        "container-title": "Third World Quarterly",
        "volume": "36",
        "issue": "1",
        "page": "40-54",
        "DOI": "10.1/war",
        "ISSN": "0143-6597",
        "URL": "https://doi.org/10.1/war",
        "abstract": "On mandates.",
        "language": "en",
        "issued": {"date-parts": [[2015, 1, 2]]},
        "accessed": {"date-parts": [[2020, 5, 6]]},
        "note": "Citation Key: karlsrudWar",
    }
    assert (chapter.item, chapter.collections) == ("item_20", ("Thesis/Mali",))
    assert chapter.csl == {
        "type": "chapter",
        "title": "Introduction",
        "editor": [{"family": "Neumann", "given": "Iver"}],
        "container-title": "Small States",
        "collection-title": "Peace Studies",
        "publisher": "Fjord Press",
        "publisher-place": "Oslo",
        "ISBN": "978-82-0-00000-0",
    }


def test_it_is_followed_without_doubling(export, shelf, pdf, tmp_path):
    path = export(ARTICLE, CHAPTER)
    file = path.parent / "files" / "12" / "Karlsrud - 2015.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(pdf("war.pdf", "War\nTroops came from Chad.").read_bytes())
    done = shelf.sync(path)
    assert [(one.status, one.key) for one in done.added] == [("added", "karlsrudWar")]
    assert [item.csl["title"] for item in done.without_file] == ["Introduction"]
    (entry,) = shelf.entries()
    assert shelf.shelves.of(entry.id).collections == ("Thesis/Mali",)
    again = shelf.sync(path)
    assert (again.added, again.updated, again.unchanged) == ((), (), 1)
    changed = shelf.sync(export(ARTICLE.replace("The UN at War", "The UN at Peace")))
    assert [one.title for one in changed.updated] == ["The UN at Peace"]


def test_it_describes_files_that_are_added(export, shelf, pdf):
    shelf.add([pdf("Karlsrud - 2015.pdf", "War\nTroops came from Chad.")], bibliography=[export(ARTICLE)])
    (entry,) = shelf.entries()
    assert (entry.key, entry.title) == ("karlsrudWar", "The UN at War")


def test_what_is_no_export_says_so(tmp_path):
    path = tmp_path / "broken.rdf"
    for text, said in (("<rdf", "no XML"), ("<html/>", "an export from Zotero is expected")):
        path.write_text(text)
        with pytest.raises(LibraryError, match=said):
            read_items(path)
