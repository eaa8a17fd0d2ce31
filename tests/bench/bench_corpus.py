"""How the samples' citations are read: by form and by language, the share found and the links that lead astray."""

import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

from samples import SAMPLES, SCANS, Pair, astray, body_pairs, note_pairs, truth  # noqa: E402  (on the path set above)

ROW = "{:20} {:>6} {:>6} {:>6} {:>10} {:>7}"


def main() -> None:
    """Prints a table."""
    tallies: dict[tuple[str, str], Counter[str]] = {}
    for name in SAMPLES:
        if name in SCANS:
            continue
        pairs = note_pairs(name) + body_pairs(name)
        wrong = {id(pair) for pair in astray(pairs)}
        for pair in pairs:
            groups = {"form": pair.true["form"], "language": truth(name)["language"], "sample": name, "total": ""}
            for row in groups.items():
                tallies.setdefault(row, Counter()).update(_tally(pair, id(pair) in wrong))
    print(ROW.format("", "cited", "linked", "astray", "precision", "recall"))
    for row, tally in sorted(tallies.items()):
        right = tally["linked"] - tally["astray"]
        precision, recall = right / max(1, tally["linked"]), right / max(1, tally["cited"])
        print(
            ROW.format(
                " ".join(row), tally["cited"], tally["linked"], tally["astray"], f"{precision:.3f}", f"{recall:.3f}"
            )
        )


def _tally(pair: Pair, wrong: bool) -> Counter[str]:
    linked = pair.read is not None and pair.read.source is not None
    return Counter(cited=pair.true["key"] is not None, linked=linked, astray=wrong)


if __name__ == "__main__":
    main()
