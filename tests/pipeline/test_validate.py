"""`check` says all that is wrong in one round, and all that a build would refuse."""

from __future__ import annotations

from pathlib import Path

from macros.reading.project import inspect_project
from tests.helpers.project import Call, rewrite

# What a build refuses in the text of a page, and what is said of it
ONLY_BUILT = (
    ("![foto](foto-keet.jpg)", "'foto-keet.jpg' leidt nergens heen"),
    ("[weg](/instrumenten/terugblik/)", "noemt geen bestand"),
    ("[weg](../rollen/index.md#nergens)", "wijst naar een kop"),
    ("[weg](../rollen/index)", "noemt geen bestand"),
    ("[weg](../rollen/indx.md)", "bedoel je '../rollen/index.md'?"),
    ("# Nog een titel", "één kop met één #"),
    ("<script>1</script>", "<script> mag niet"),
)


def lines(call: Call) -> list[str]:
    """What `check` says of the little project, without the count at the end."""
    done = call("check")
    assert done.returncode == (1 if done.stderr else 0)
    return done.stderr.splitlines()[:-1]


def add(project: Path, name: str, text: str) -> None:
    path = project / name
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def add_instrument(project: Path, id: str) -> Path:
    """A sound instrument more, with its page: as many records as faults can be made in."""
    record, page = (
        project / f"{folder}/instrumenten/terugblik{ending}"
        for folder, ending in (("toolbox", ".yml"), ("docs", ".md"))
    )
    text = record.read_text("utf-8").replace("Terugblik in vier vragen", f"Instrument {id}", 1)
    record.with_stem(id).write_text(text, "utf-8")
    page.with_stem(id).write_text(page.read_text("utf-8").replace(page.stem, id), "utf-8")
    return record.with_stem(id)


def test_faults_on_all_layers_are_named_in_one_round(small: Path, call: Call) -> None:
    """YAML, model, language, a dead link, a second title, a lost anchor, a macro."""
    (small / "links.lock").write_text("/\n/over/rechten/#onzekere-cijfers\n", "utf-8")
    rewrite(add_instrument(small, "zonder-spatie"), "^doel: ", "doel:")
    rewrite(add_instrument(small, "fout-veld"), "^stappen:", "stap:")
    long = f"uitkomst: {' '.join(['woord'] * 35)}."
    rewrite(add_instrument(small, "lange-zin"), "^uitkomst: .*$", long)
    add(small, "docs/modellen/reflectiemodel.md", "Zie [dit](../rollen/niets.md).\n\n# Nog een kop")
    rewrite(small / "docs/over/rechten.md", "^## ", "## Anders ")
    add(small, "docs/over/privacy.md", '{{ kaarten("rolen") }}')
    found = lines(call)
    for part in (
        "zonder-spatie.yml:",
        "fout-veld.yml:",
        "lange-zin.yml:",
        "'../rollen/niets.md' leidt nergens heen",
        "een pagina heeft één kop met één #, niet 2",
        "de plek #onzekere-cijfers is weg",
        "'rolen' bestaat niet",
    ):
        assert sum(part in line for line in found) == 1, part
    assert len(found) == 7


def test_what_only_a_build_refused_is_red_in_check(small: Path, call: Call) -> None:
    """Each on a page of its own; the check says one line of each."""
    pages = [f"docs/over/{path.name}" for path in sorted((small / "docs/over").glob("[!i]*.md"))]
    faults = dict(zip(pages, ONLY_BUILT, strict=False))
    assert len(faults) == len(ONLY_BUILT)
    for page, (written, _) in faults.items():
        add(small, page, written)
    found = {line.partition(":")[0]: line for line in lines(call)}
    assert [*found] == [*faults]
    for page, (_, says) in faults.items():
        assert says in found[page]


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
