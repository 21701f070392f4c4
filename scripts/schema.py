"""`kist.py schema [--check]`: write the JSON Schemas of toolbox/schema/, or list the old ones."""

from __future__ import annotations

from macros.feeds.json_schema import check_schemas, write_schemas
from macros.reading.project import open_toolbox
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command


def main(arguments: list[str]) -> int:
    """0 when the schemas are up to date, or have been made so."""
    parser = Arguments("schema", "Schrijf de schema's in toolbox/schema/ opnieuw.")
    parser.add_argument("--check", action="store_true", help="vergelijk alleen")
    options = parser.parse_args(arguments)
    toolbox = open_toolbox(ROOT)
    if options.check:
        problems = list(check_schemas(toolbox, ROOT))
        return report_problems(problems) if problems else 0
    changed = write_schemas(toolbox, ROOT / "toolbox/schema")
    print(f"Opnieuw geschreven: {', '.join(changed)}." if changed else "De schema's waren al bij.")
    return 0


if __name__ == "__main__":
    run_command(main)
