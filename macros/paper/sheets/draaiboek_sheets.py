"""Draaiboek -> two papers: the A4 of who leads it, and the times for everybody who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.draaiboek import Draaiboek, Moment
from macros.model.wording import in_one_sentence, minutes, minutes_between, people_between
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.sheet import (
    WIDE,
    WIDER,
    Blad,
    Deel,
    Feit,
    Regel,
    SheetColumn,
    SheetTable,
    Tijd,
    Vak,
)
from macros.paper.sheets.words import SheetWords, listed, plain

HEAD = (Feit("Project", deel=WIDER), Feit("Datum"), Feit("Plek", deel=WIDER))
LEARNING_HEAD = (Feit("Trainer", deel=WIDER), *HEAD[1:])
NOTES_MM = 80.0
MAY_SHIFT = "De tijden zijn een plan en kunnen die dag schuiven."


def leader_sheet(words: SheetWords, record: Draaiboek) -> Blad:
    """What the person needs who leads the meeting, beside the sheets."""
    return Blad(
        **words.base("draaiboeken", record),
        merk=_mark(words, record),
        zin=record.vraag,
        kopregel=_head(record),
        feiten=(_facts(words, record), _needs(words, record)),
        delen=tuple(_parts(words, record)),
        slot=_goal(record, "Je hebt dan:"),
        velden=((Vak(_box(record), ROW),),),
        voet=(*_next(words, record), *words.origin(record.herkomst)),
    )


def programme_sheet(words: SheetWords, record: Draaiboek) -> Blad:
    """The times with room for notes: nothing on it is meant for who leads."""
    columns = (SheetColumn("Programma"), SheetColumn("Mijn notities", mm=NOTES_MM))
    moments = record.momenten(words.toolbox.instrumenten, record.groep.min)
    own = words.base("draaiboeken", record)
    own["naam"], own["titel"] = f"{record.id}-programma", f"Programma: {record.titel}"
    rows = tuple(Regel("", f"{one.tijd} {one.naam}") for one in moments)
    return Blad(
        **own,
        merk="Voor iedereen die meedoet",
        zin=f"{record.begin} tot {end_time(words, record)}",
        vorm="checklist",
        kopregel=_head(record),
        tabellen=(SheetTable("Programma", columns, rows, "blokken", "vink"),),
        slot=_goal(record, "Aan het eind heb je:"),
        velden=((Vak("Wat we afspreken", ROW),),),
        voet=(Regel(MAY_SHIFT),),
    )


def _mark(words: SheetWords, record: Draaiboek) -> str:
    """What kind of paper it is: for a phase, or for a half-day of the programme."""
    if record.leerdag:
        return f"Voor de trainer, dagdeel {record.leerdag} van de opleiding"
    return f"Draaiboek, fase {words.phases(record.fasen)}"


def end_time(words: SheetWords, record: Draaiboek) -> str:
    """When it ends: '12:10', or '12:10, met 12 mensen 12:40' when that is later."""
    used, people = words.toolbox.instrumenten, record.groep
    first, last = record.eind(used, people.min), record.eind(used, people.max)
    return first if first == last else f"{first}, met {people.max} mensen {last}"


def duration(words: SheetWords, record: Draaiboek) -> str:
    """How long it takes: with the smallest group, and to the largest when that is longer."""
    used, people = words.toolbox.instrumenten, record.groep
    least, most = record.duur_met(used, people.min), record.duur_met(used, people.max)
    return minutes(least) if least == most else minutes_between(least, most)


def to_bring(words: SheetWords, record: Draaiboek) -> list[str]:
    """What to bring, each once; with how many times it is needed when groups work at once."""
    things = record.materiaal(words.toolbox.instrumenten).items()
    return [f"{thing} ({times} keer)" if times > 1 else thing for thing, times in things]


def _facts(words: SheetWords, record: Draaiboek) -> tuple[Feit, ...]:
    return (
        Feit("Duur", duration(words, record)),
        Feit("Tijd", f"{record.begin} tot {end_time(words, record)}", WIDER),
        Feit("Groep", people_between(record.groep.min, record.groep.max)),
        Feit("Begeleiding", words.word("begeleiding", record.begeleiding), WIDE),
    )


def _needs(words: SheetWords, record: Draaiboek) -> tuple[Feit, ...]:
    used = words.toolbox.instrumenten
    possible = ("online",) if record.online else record.plekken(used)
    places = in_one_sentence(words.word("plekken", id) for id in possible)
    facts = []
    if things := to_bring(words, record):
        facts.append(Feit("Nodig", "; ".join(in_one_sentence(things)), WIDER))
    if roles := record.rollen(used):
        facts.append(Feit("Rollen", ", ".join(in_one_sentence(roles))))
    if places:
        facts.append(Feit("Plek", ", ".join(places)))
    return tuple(facts)


def _parts(words: SheetWords, record: Draaiboek) -> Iterator[Deel]:
    moments = record.momenten(words.toolbox.instrumenten, record.groep.min)
    yield Deel("Zo loopt het", "blokken", tuple(_timed(moments)), "stappen")
    yield Deel("Doe dit vooraf", "voorbereiding", plain(record.voorbereiding), "vink")
    if record.let_op:
        yield Deel("Let op", "let_op", plain(record.let_op))
    yield Deel("Stuur dit rond", "uitnodiging", plain([record.uitnodiging]), "tekst")


def _head(record: Draaiboek) -> tuple[Feit, ...]:
    return LEARNING_HEAD if record.leerdag else HEAD


def _box(record: Draaiboek) -> str:
    return f"Wie doet {'de opdracht met wie' if record.leerdag else 'wat'}, en wanneer?"


def _goal(record: Draaiboek, label: str) -> tuple[Regel, ...]:
    """What there is at the end; at a half-day also what everybody does until the next one."""
    if not record.leerdag:
        return (Regel(record.doel, label),)
    return Regel(record.doel, "Doel:"), Regel(" ".join(record.opdracht), "Tot de volgende keer:")


def _timed(moments: tuple[Moment, ...]) -> Iterator[Regel]:
    """Each block with its time, its minutes and why it stands there."""
    start = moments[0].begin
    whole = moments[-1].eind - start
    for one in moments:
        place = Tijd(round(100 * (one.begin - start) / whole, 2), round(100 * one.duur / whole, 2))
        yield Regel(
            " ".join(_remarks(one)), f"{one.tijd} {one.naam}", f"({minutes(one.duur)})", tijd=place
        )


def _remarks(moment: Moment) -> Iterator[str]:
    if moment.ruimte:
        yield f"Ervoor is {minutes(moment.ruimte)} ruimte."
    if moment.blok.vast:
        yield "Deze tijd staat vast."
    if moment.blok.groepen > 1:
        yield f"In {moment.blok.groepen} groepen."
    if moment.blok.keet:
        yield "Doe de keetversie."
    if moment.blok.regel:
        yield moment.blok.regel
    if moment.blok.waarom:
        yield moment.blok.waarom


def _next(words: SheetWords, record: Draaiboek) -> Iterator[Regel]:
    if record.daarna:
        yield Regel(listed(words.titles("instrumenten", record.daarna)), "Daarna:")
    if record.daarna_zin:
        yield Regel(record.daarna_zin, "" if record.daarna else "Daarna:")
