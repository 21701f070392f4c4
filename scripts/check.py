"""`kist.py check [--github]`: everything the build would refuse in records, pages and schemas, without building."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from macros.check import open_toolbox
from macros.export import check_schemas
from macros.language import advise
from macros.model import Toolbox
from macros.problems import Problem, ToolboxError

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    """Print every fault on a line of its own; 0 when there is none."""
    toolbox, problems = judge(ROOT)
    if problems:
        return refuse(problems, github="--github" in arguments)
    assert toolbox is not None  # noqa: S101
    counts = ", ".join(f"{len(records)} {kind}" for kind, records in toolbox.records.items())
    for advice in advise(toolbox, ROOT):
        print(f"tip: {advice}")
    print(f"De gereedschapskist klopt: {counts}.")
    return 0


def judge(root: Path) -> tuple[Toolbox | None, list[Problem]]:
    """The toolbox and all its faults; no toolbox where there are faults."""
    try:
        toolbox = open_toolbox(root)
    except ToolboxError as error:
        return None, error.problems
    drift = list(check_schemas(toolbox, root))
    return (None if drift else toolbox), drift


def refuse(problems: Iterable[Problem], github: bool = False) -> int:
    """Print faults on standard error; returns 1. With github: as annotations on the changed lines."""
    listed = list(problems)
    for problem in listed:
        where = f"file={problem.path},line={problem.line}"
        print(f"::error {where}::{problem.text}" if github else problem, file=sys.stderr)
    print(f"{len(listed)} {'fout' if len(listed) == 1 else 'fouten'}; er is niets veranderd.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
