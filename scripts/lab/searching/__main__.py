"""`python -m scripts.lab.searching FILE ...`: how well our search answers, beside others.

For each kind of question it prints how many have their answer first and among the first three;
then the bytes and the time before the first answer, and the time of each next one. Compare the
ratios to Pagefind: milliseconds differ between machines and between hours.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, run_command
from scripts.lab.searching.prepare import prepare
from scripts.lab.searching.questions import read_questions
from scripts.lab.searching.trial import INDEXES, OURS, misses, report, run

OTHERS = (*INDEXES, "pagefind", "material")


def main(arguments: list[str]) -> int:
    """Score the questions of these files on all engines."""
    parser = Arguments("", "Meet hoe goed het zoeken antwoord geeft, naast andere zoekmachines.")
    parser.prog = "python -m scripts.lab.searching"
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="VRAGEN", help="bestanden met vragen"
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="de gebouwde site")
    parser.add_argument(
        "--pakketten", type=Path, default=Path(), help="map met de pakketten van npm"
    )
    parser.add_argument("--alleen", choices=[OURS], help="meet alleen onszelf, zonder pakketten")
    parser.add_argument("--missers", action="store_true", help="toon ook wat wij misten")
    given = parser.parse_args(arguments)
    questions = [question for path in given.files for question in read_questions(path)]
    names = [OURS] if given.alleen else [OURS, *OTHERS]
    with tempfile.TemporaryDirectory(prefix="kist-zoekproef-") as folder:
        prepare(Path(folder), given.site, None if given.alleen else given.pakketten)
        outcomes = run(Path(folder), names, questions)
    print("\n".join(report(outcomes, questions)))
    if given.missers:
        print("\n".join(misses(outcomes[OURS], questions)))
    return 0


if __name__ == "__main__":
    run_command(main)
