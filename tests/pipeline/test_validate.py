"""`check` says all that is wrong in one round, and all that a build would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.project import inspect_project
from tests.helpers.cases import daily
from tests.helpers.project import rewrite, run

CHECK = ("-m", "scripts.check")


def lines(project: Path) -> list[str]:
    """What `check` says of a project, without the count at the end."""
    done = run(project, *CHECK, KIST_PDF="nee")
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if done.stderr else 0)
    return done.stderr.splitlines()[:-1]


def add(project: Path, name: str, text: str) -> None:
    path = project / name
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def test_faults_on_all_layers_are_named_in_one_round(copy: Path) -> None:
    """YAML, model, language, a dead link, a second title, a lost anchor, a macro."""
    (copy / "links.lock").write_text("/\n/instrumenten/belangenkaart/#achtergrond\n", "utf-8")
    rewrite(copy / "toolbox/instrumenten/keetgesprek.yml", "^doel: ", "doel:")
    rewrite(copy / "toolbox/instrumenten/terugblik.yml", "^stappen:", "stap:")
    rewrite(
        copy / "toolbox/instrumenten/tempocheck.yml",
        "^uitkomst: .*$",
        f"uitkomst: {' '.join(['woord'] * 35)}.",
    )
    add(copy, "docs/modellen/fides.md", "Zie [dit](../instrumenten/niets.md).\n\n# Nog een kop")
    rewrite(copy / "docs/instrumenten/belangenkaart.md", "^## ", "## Anders ")
    add(copy, "docs/over/privacy.md", '{{ kaarten("rolen") }}')
    found = lines(copy)
    for part in (
        "keetgesprek.yml:",
        "terugblik.yml:",
        "tempocheck.yml:",
        "'../instrumenten/niets.md' leidt nergens heen",
        "een pagina heeft één kop met één #, niet 2",
        "de plek #achtergrond is weg",
        "'rolen' bestaat niet",
    ):
        assert sum(part in line for line in found) == 1, part
    assert len(found) == 7


@pytest.mark.parametrize(
    ("page", "written", "says"),
    daily(
        2,
        [
            (
                "docs/over/privacy.md",
                "![foto](foto-keet.jpg)",
                "'foto-keet.jpg' leidt nergens heen",
            ),
            ("docs/over/privacy.md", "[weg](/instrumenten/terugblik/)", "noemt geen bestand"),
            ("docs/over/privacy.md", "[weg](../rollen/index.md#nergens)", "wijst naar een kop"),
            ("docs/over/privacy.md", "[weg](../rollen/index)", "noemt geen bestand"),
            ("docs/over/privacy.md", "[weg](../rollen/indx.md)", "bedoel je '../rollen/index.md'?"),
            ("docs/over/privacy.md", "# Nog een titel", "één kop met één #"),
            ("docs/over/privacy.md", "<script>1</script>", "<script> mag niet"),
        ],
    ),
)
def test_what_only_a_build_refused_is_red_in_check(
    small: Path, page: str, written: str, says: str
) -> None:
    add(small, page, written)
    (line,) = lines(small)
    assert line.startswith(f"{page}:")
    assert says in line


def test_a_record_with_a_problem_gives_one_line_and_hides_no_other(project: Path) -> None:
    rewrite(project / "toolbox/instrumenten/keetgesprek.yml", "^doel: ", "doel:")
    inspection = inspect_project(project)
    assert inspection.toolbox is not None
    assert "keetgesprek" in inspection.toolbox.instrumenten
    assert inspection.stand_ins == {"toolbox/instrumenten/keetgesprek.yml"}
    assert [problem.path for problem in inspection.problems] == [
        "toolbox/instrumenten/keetgesprek.yml"
    ]


def test_without_anything_to_stand_in_the_rest_is_still_checked(project: Path) -> None:
    rewrite(project / "toolbox/rollen/trekker.yml", "^titel: ", "title: ")
    rewrite(project / "docs/rollen/trekker.md", r"\{\{ hoort_bij\(\) \}\}", "")
    assert [problem.path for problem in inspect_project(project).problems] == [
        "docs/rollen/trekker.md",
        "toolbox/rollen/trekker.yml",
    ]
