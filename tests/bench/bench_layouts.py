"""How layouts are read that nobody tuned the reader to: trials typeset with known answers, worst first.

usage: bench_layouts.py [NAME] [--show]    only the layouts whose name holds NAME; --show prints what is off
"""

import sys
from pathlib import Path

_HOME = Path(__file__).parents[2]
sys.path[:0] = [str(_HOME), str(Path(__file__).parent), str(_HOME / "corpus" / "src")]

from layouts import latex, office  # noqa: E402  (on the path set above)
from layouts.build import build  # noqa: E402
from layouts.measure import Score, measure  # noqa: E402
from layouts.variant import Variant  # noqa: E402
from layouts.variants import VARIANTS  # noqa: E402

from ingest import read_pdf  # noqa: E402

ROW = "{:28} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}"


def main() -> None:
    """Prints a table."""
    names = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if not latex.available():
        print("LaTeX is not installed; the trial layouts are skipped")
        return
    scores = {
        variant.name: score(variant)
        for variant in VARIANTS
        if (variant.engine != "office" or office.available()) and (not names or any(n in variant.name for n in names))
    }
    print(ROW.format("", "notes", "F1", "placed", "paged", "body", "leak", "read", "inven.", "labels"))
    together = Score()
    for name, one in sorted(scores.items(), key=lambda item: badness(item[1])):
        together.add(one)
        print(row(name, one))
        if "--show" in sys.argv:
            print("\n".join(f"    {fault}" for fault in one.faults))
    print(row("all", together))


def score(variant: Variant) -> Score:
    """Typesets, reads and compares."""
    pdf, true = build(variant)
    return measure(read_pdf(pdf), true)


def badness(one: Score) -> float:
    """Sorts the worst first."""
    return (
        one.f1
        + (one.placed / one.notes if one.notes else 1.0)
        + one.found / one.body
        - one.leaked / max(1, one.leakable)
    )


def row(name: str, one: Score) -> str:
    """One line of the table."""
    shares = (
        one.f1,
        one.placed / max(1, one.whole),
        one.paged / max(1, one.whole),
        one.found / max(1, one.body),
        one.leaked / max(1, one.leakable),
    )
    labels = f"{one.labelled / one.pages:.3f}" if one.pages else "-"
    return ROW.format(name, one.notes, *(f"{share:.3f}" for share in shares), one.read, one.invented, labels)


if __name__ == "__main__":
    main()
