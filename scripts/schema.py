"""`kist.py schema [--check]`: write the JSON Schemas of toolbox/schema/, or say which are behind."""

from __future__ import annotations

import sys

from macros.check import open_toolbox
from macros.export import check_schemas, write_schemas
from macros.problems import ToolboxError
from scripts.check import ROOT, refuse


def main(arguments: list[str]) -> int:
    """0 when the schemas are up to date, or have been made so."""
    try:
        toolbox = open_toolbox(ROOT)
    except ToolboxError as error:
        return refuse(error.problems)
    if "--check" in arguments:
        problems = list(check_schemas(toolbox, ROOT))
        return refuse(problems) if problems else 0
    changed = write_schemas(toolbox, ROOT / "toolbox/schema")
    print(f"Opnieuw geschreven: {', '.join(changed)}." if changed else "De schema's waren al bij.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
