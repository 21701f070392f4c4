"""What an editor writes is shown: a field that no page or sheet reads is named here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.model import KINDS, Part, Toolbox
from macros.model.fields import part_of, ref_of
from macros.model.relations import RECORD_REFS
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments

SITE = "https://x.example/"
NOT_ON_PAGES = {  # field -> why readers do not see it
    "zoekwoorden": "for the search",
    "synoniemen": "for the search and the style guide",
    "Begrip.status": "a page of many records tells no status",
    "Bron.status": "a page of many records tells no status",
    "Bronpunten.status": "a page of many records tells no status",
    "Bronpunten.id": "statements stand under the title of their source",
    "Bronpunten.titel": "statements stand under the title of their source",
    "Bronpunt.soort": "for who follows the coverage of the sources, in the data",
    "niet_bij": "for check; the words are in wanneer_niet",
    "speelt": "for check; the words are in the sentences beside it",
    "Herkomst.toestemming": "proof of a licence, in the data",
    "Model.volgorde": "the place in lists",
    "Scan.volgorde": "the place in lists",
    "Model.vraag": "the heading above it in the list",
    "Rol.groep": "the heading above it in the list",
    "Veld.afspraak": "for the report of a meeting, in the data of a sheet",
    "Veld.actie": "for the report of a meeting, in the data of a sheet",
    "Kolom.afspraak": "for the report of a meeting, in the data of a sheet",
    "Kolom.actie": "for the report of a meeting, in the data of a sheet",
    "Veld.id": "a name that never changes, for what readers store",
}


def fields_of(model: type[Part]) -> Iterator[tuple[type[Part], str]]:
    for name in model.model_fields:
        yield model, name
        if part := part_of(model, name):
            yield from fields_of(part)


def listed_by_relation(model: type[Part], name: str) -> bool:
    """References are also shown by hoort_bij(), at both ends."""
    return ref_of(model, name) in RECORD_REFS


def render_all(toolbox: Toolbox) -> None:
    """Every page of a record and every document of the project, as far as the job for Typst."""
    documents = PdfDocuments(toolbox, SITE)
    pages = PageMacros(documents)
    for kind, record in toolbox.all():
        if KINDS[kind].own_page:
            pages.record(kind, record.id, Place(f"{kind}/{record.id}.md", SITE))
    for record in toolbox.bronpunten.values():
        for point in record.punten:
            pages.bronpunten(Place(f"{point.thuis}.md", SITE))
    pages.wegwijzer(Place("situaties/index.md", SITE))
    pages.metingen(Place("scans/index.md", SITE))
    pages.plain("begrippen", Place("begrippen/index.md", SITE))
    pages.bronnen(Place("bronnen/index.md", SITE))
    pages.dekking(Place("over/dekking.md", SITE))
    list(documents.all())


def test_every_field_is_shown(
    real: Toolbox, example: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[tuple[str, str]] = set()

    def noting(part: Part, name: str) -> object:
        read.add((type(part).__name__, name))
        return object.__getattribute__(part, name)

    monkeypatch.setattr(Part, "__getattribute__", noting)
    render_all(real)
    render_all(example)  # its records have the fields that no real one has yet
    monkeypatch.undo()
    unshown = set()
    for spec in KINDS.values():
        for model, name in fields_of(spec.model):
            field = f"{model.__name__}.{name}"
            shown = (model.__name__, name) in read or listed_by_relation(model, name)
            if not shown and field not in NOT_ON_PAGES and name not in NOT_ON_PAGES:
                unshown.add(field)
    assert not unshown, "\n".join(sorted(unshown))
