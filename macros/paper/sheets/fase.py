"""Fase -> the A4 with the guide of that phase."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.kennis import Fase
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.sheet import Blad, Deel, Feit, Regel, Vak
from macros.paper.sheets.words import SheetWords, listed, plain, with_makers


def fase_sheet(words: SheetWords, record: Fase) -> Blad:
    """The guide of a phase.

    One that knows its sizes and its decision gives up the explanation and a fact for them: those
    stand on the page, and the room to write must stay.
    """
    full = record.vol
    result = Regel(record.resultaat, "Resultaat:")
    return Blad(
        **words.base("fasen", record),
        merk=f"Fasegids, fase {record.nr} van {len(words.toolbox.fasen)}",
        zin=record.vraag,
        teken=words.sign(record.id),
        inleiding=(result,) if full else (Regel(record.uitleg),),
        feiten=() if full else (_facts(record),),
        delen=tuple(_parts(words, record)),
        slot=tuple(_closing(words, record, full=full)),
        velden=((Vak("Onze notities en afspraken", ROW),),),
        voet=words.model_of(record.herkomst),
    )


def _facts(record: Fase) -> tuple[Feit, ...]:
    return (
        Feit("Hoe lang", record.hoe_lang),
        Feit("Resultaat", record.resultaat),
        Feit("Blauw en oranje", record.blauw_oranje),
    )


def _parts(words: SheetWords, record: Fase) -> Iterator[Deel]:
    points = [punt.tekst for punt in words.toolbox.checklists[record.checklist].punten]
    yield Deel("Doe dit", "doe", plain(record.doe))
    if record.maten:
        sizes = record.maten.named
        lines = (Regel(f"{maat.duur}. {maat.tekst}", f"{name}:") for name, maat in sizes)
        yield Deel("Klein of groot", "maten", tuple(lines))
    yield Deel("Klaar als", "checklist", plain(points), "vink")
    yield Deel("Vraag hardop", "kernvragen", with_makers(record.kernvragen))
    yield Deel("Valkuilen: doe dit niet", "valkuilen", with_makers(record.valkuilen), "valkuil")
    if record.besluit:
        lines = (Regel(text, f"{label}:") for label, text in record.besluit.named)
        yield Deel("Het besluit", "besluit", tuple(lines))
    yield Deel("Op de bouwplaats", "bouwplaats", plain([record.bouwplaats]), "tekst")


def _closing(words: SheetWords, record: Fase, *, full: bool) -> Iterator[Regel]:
    yield Regel(listed(words.titles("instrumenten", record.eerst)), "Begin met:")
    if record.rollen:
        yield Regel(listed(words.titles("rollen", record.rollen)), "Wie je nodig hebt:")
    if not full:
        yield Regel(record.kans, "Kans:")
    yield Regel(record.terug_naar, "Terug hierheen:")
