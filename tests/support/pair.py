"""Two small articles, of which one cites the other: by page, by Ibid., and by a page that is not there."""

CITED = """
#set document(title: "Consent by Other Means")
#set page(width: 15cm, height: 21cm, margin: 2cm, numbering: "1", header: [_Journal of Tests_])
#set super(typographic: false)
#counter(page).update(65)
#align(center)[#text(size: 16pt, weight: "bold")[Consent by Other Means]]
= Fighting beside the host
Peacekeepers who fight beside a government lose the trust of those who fight against it.#footnote[John Karlsrud,
“The UN at War,” _Third World Quarterly_ 36, no. 1 (2015): 40–54, https://doi.org/10.1080/01436597.2015.976016.] The
Council knew this when it sent troops to Mali.#footnote[Ibid., 41.] It wrote them a strong mandate all the
same.#footnote[S/RES/2100 (2013), para. 16.]
#pagebreak()
= What wears thin
A mission inherits the enemies of its host, its timetable and its blind spots.#footnote[Karlsrud, “UN at War,” 43.]
Nobody asked the population, and nobody would have known whom to ask.
"""
"""Two pages, printed 65 and 66, with four notes."""

CITING = """
#set document(title: "Borrowed Enemies")
#set page(width: 15cm, height: 21cm, margin: 2cm, numbering: "1", header: [_Annals of Tests_])
#set super(typographic: false)
#counter(page).update(201)
#align(center)[#text(size: 16pt, weight: "bold")[Borrowed Enemies]]
= Whose war
Whoever is seen with the army is taken for the army.#footnote[Helene Ravn, “Consent by Other Means,” _Journal of Tests_
7, no. 2 (2021): 66, https://doi.org/10.5555/consent.2021.] The villages drew the conclusion before the headquarters
did.#footnote[Ibid., 99.] Others saw it too.#footnote[But see John Karlsrud, “The UN at War,” _Third World Quarterly_
36, no. 1 (2015): 44, https://doi.org/10.1080/01436597.2015.976016.]
"""
"""One page, printed 201, whose notes cite the first article on p. 66, on a p. 99 that it has not, and another work."""

BIBLIOGRAPHY = """
@article{ravn2021, author={Ravn, Helene}, title={{Consent by Other Means}}, journal={Journal of Tests}, year={2021},
  pages={65--66}, doi={10.5555/consent.2021}, file={cited.pdf}}
@article{oduya2023, author={Oduya, Grace}, title={{Borrowed Enemies}}, journal={Annals of Tests}, year={2023},
  pages={201}, file={citing.pdf}}
"""

HOSTILE = """
#set document(title: "<script>document.title = 'stolen'</script>")
#set page(width: 15cm, height: 21cm, margin: 2cm, numbering: "1")
#set super(typographic: false)
#align(center)[#text(size: 16pt, weight: "bold")[#"<b>Bold</b> **claims** and $x^2$"]]
= #"<h1 onclick=alert(1)>Findings</h1>"
#"<img src=x onerror=\\"document.title='stolen'\\"> The mission **failed** in {{ 7 * 7 }} ways and :material/home:
too."#footnote[#"</li><script>document.title='stolen'</script> Karlsrud,
<i>The UN at War</i> (2015), 40."]
#"[A link](javascript:alert(1)) and `code` and $\\\\frac{1}{2}$ end it."
"""
"""A page whose words are HTML, a script, Markdown, LaTeX and a template."""
