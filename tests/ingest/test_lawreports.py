"""Where cases, treaties and acts are printed, and who decided them."""

import pytest

from ingest.citations.lawreports import dated, printed_in

CASE, LAW = {"type": "legal_case", "title": "X"}, {"type": "legislation", "title": "X"}


@pytest.mark.parametrize(
    ("csl", "text", "wanted"),
    [
        (
            CASE,
            "Georges v. United Nations, 834 F.3d 88, 92 (2d Cir. 2016)",
            {"container-title": "F.3d", "volume": "834", "page": "88", "authority": "2d Cir."},
        ),
        (
            CASE,
            "Georges v. United Nations, 84 F. Supp. 3d 246 (S.D.N.Y. Jan. 9, 2015)",
            {"container-title": "F. Supp. 3d", "volume": "84", "page": "246", "authority": "S.D.N.Y."},
        ),
        (
            LAW,
            "Convention on Immunities art. II, Feb. 13, 1946, 21 U.S.T. 1418, 1 U.N.T.S. 15",
            {"container-title": "U.N.T.S.", "volume": "1", "page": "15"},
        ),
        (
            LAW,
            "Convention sur l’immunité, 13 février 1946, RTNU, vol. 1, p. 15",
            {"container-title": "RTNU", "volume": "1", "page": "15"},
        ),
        (
            CASE,
            "Certain Expenses, Advisory Opinion, I.C.J. Reports 1962, p. 151",
            {
                "container-title": "I.C.J. Reports",
                "volume": "1962",
                "page": "151",
                "authority": "International Court of Justice",
            },
        ),
        (
            CASE,
            "Kadi v Council [2008] ECR I-6351, Case C-402/05 P",
            {
                "container-title": "ECR",
                "volume": "2008",
                "page": "I-6351",
                "authority": "Court of Justice of the European Union",
            },
        ),
        (
            CASE,
            "R v Secretary of State [2007] UKHL 58, [2008] 1 AC 332",
            {"container-title": "AC", "volume": "1", "page": "332", "authority": "House of Lords"},
        ),
        (
            CASE,
            "Prosecutor v Sesay (Judgment) SCSL-04-15-T (2 March 2009) [215]",
            {"number": "SCSL-04-15-T", "authority": "Special Court for Sierra Leone"},
        ),
        (
            CASE,
            "Al-Jedda v. United Kingdom [GC], no. 27021/08, § 84, ECHR 2011",
            {"number": "27021/08", "authority": "European Court of Human Rights"},
        ),
        (
            CASE,
            "BVerfG, Urteil vom 12. Juli 1994 – 2 BvE 3/92, BVerfGE 90, 286",
            {
                "container-title": "BVerfGE",
                "volume": "90",
                "page": "286",
                "number": "2 BvE 3/92",
                "authority": "Bundesverfassungsgericht",
            },
        ),
        (LAW, "Act, OJ L 158, 30.4.2004, p. 77", {"container-title": "OJ", "volume": "L 158", "page": "77"}),
        # A section, a day and a docket with a stop are no volume and page.
        (LAW, "18 U.S.C. § 2340A (2018)", {}),
        (CASE, "Doe v. Roe, 27 Jan. 1980", {}),
        (CASE, "Doe v. Roe, Az. 2 WD 12.04", {}),
    ],
)
def test_a_law_is_found_where_it_is_printed(csl, text, wanted) -> None:
    assert printed_in(csl, text) == wanted


def test_what_is_known_already_stays() -> None:
    assert "number" not in printed_in({**CASE, "number": "C-1/05"}, "X v. Y, no. 27021/08")


def test_the_day_is_added_to_its_own_year_alone() -> None:
    known = {"issued": {"date-parts": [[2016]]}}
    assert dated(known, "U.N. Doc. A/71/367 (Aug. 31, 2016)") == {"issued": {"date-parts": [[2016, 8, 31]]}}
    assert dated(known, "U.N. Doc. A/71/367, accessed 3 May 2019") == {}
    assert dated({}, "3 May 2019") == {}
