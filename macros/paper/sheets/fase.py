"""Fase -> the A4 with the guide of that phase."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.kennis import Fase
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.sheet import Blad, Deel, Feit, Regel, Vak
from macros.paper.sheets.words import SheetWords, listed, plain, with_makers


def fase_sheet(words: SheetWords, record: Fase) -> Blad:
    """The guide of a phase."""
    return Blad(
        **words.base("fasen", record),
        merk=f"Fasegids, fase {record.nr} van {len(words.toolbox.fasen)}",
        zin=record.vraag,
        teken=words.sign(record.id),
        inleiding=(Regel(record.uitleg),),
        feiten=(_facts(record),),
        delen=tuple(_parts(words, record)),
        slot=tuple(_closing(words, record)),
        velden=((Vak("Onze notities en afspraken", ROW),),),
        voet=(Regel(f"Model van {record.herkomst.van}, hier in onze woorden."),),
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
    yield Deel("Klaar als", "checklist", plain(points), "vink")
    yield Deel("Vraag hardop", "kernvragen", with_makers(record.kernvragen))
    yield Deel("Valkuilen: doe dit niet", "valkuilen", with_makers(record.valkuilen), "valkuil")
    yield Deel("Op de bouwplaats", "bouwplaats", plain([record.bouwplaats]), "tekst")


def _closing(words: SheetWords, record: Fase) -> Iterator[Regel]:
    yield Regel(listed(words.titles("instrumenten", record.eerst)), "Begin met:")
    if record.rollen:
        yield Regel(listed(words.titles("rollen", record.rollen)), "Wie je nodig hebt:")
    yield Regel(record.kans, "Kans:")
    yield Regel(record.terug_naar, "Terug hierheen:")
