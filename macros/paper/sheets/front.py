"""Instrument -> the A4 to lead from: all of it, but for most empty rows of its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.model.instrument import Instrument, Stap, sign_id
from macros.model.wording import in_one_sentence, minutes, minutes_between, people_between
from macros.paper.sheets.boxes import field_rows, writing_table
from macros.paper.sheets.sheet import WIDE, WIDER, Blad, Deel, Feit, Regel, SheetTable, Tijd
from macros.paper.sheets.words import SheetWords, listed, plain

MOST_EMPTY_ROWS = 3  # of a table on the front; its canvas page has them all


def instrument_sheet(words: SheetWords, record: Instrument) -> Blad:
    """The working sheet of an instrument."""
    kind, world = words.word("soorten", record.soort), words.word("werelden", record.wereld)
    return Blad(
        **words.base("instrumenten", record),
        merk=f"{kind}, {world.lower()}, fase {words.phases(record.fasen)}",
        zin=record.doel,
        versie=record.versie,
        teken=words.sign(sign_id(record.soort)),
        feiten=(_facts(words, record), _wide_facts(words, record)),
        opening=record.opening or "",
        delen=tuple(_parts(record)),
        slot=(Regel(record.uitkomst, "Je hebt dan:"),),
        tabellen=tuple(_tables(record)),
        velden=field_rows(record.velden),
        voet=(*_follow_ups(words, record), *words.origin(record.herkomst)),
    )


def _facts(words: SheetWords, record: Instrument) -> tuple[Feit, ...]:
    before = f", vooraf {minutes(record.voorbereiding)}" if record.voorbereiding else ""
    places = in_one_sentence(words.word("plekken", id) for id in record.plekken)
    return (
        Feit("Duur", duration(record) + before),
        Feit("Groep", group_size(record)),
        Feit("Plek", ", ".join(places), WIDER),
        Feit("Begeleiding", words.word("begeleiding", record.begeleiding), WIDE),
    )


def duration(record: Instrument) -> str:
    """How long it takes: with the smallest group, and to the largest when that is longer."""
    least, most = record.duur, record.duur_met(record.groep.max)
    return minutes(least) if least == most else minutes_between(least, most)


def group_size(record: Instrument) -> str:
    """With how many people it works: '8 mensen', '2 tot 12 mensen'."""
    return people_between(record.groep.min, record.groep.max)


def _wide_facts(words: SheetWords, record: Instrument) -> tuple[Feit, ...]:
    calm = ""
    if record.bij_onrust:
        title = listed(words.titles("instrumenten", [record.bij_onrust]))
        calm = f" Nu ruzie? Pak dan {title}"
    facts = [Feit("Past als", record.wanneer), Feit("Past niet als", record.wanneer_niet + calm)]
    if record.materiaal:
        facts.append(Feit("Nodig", "; ".join(in_one_sentence(record.materiaal))))
    return tuple(facts)


def _parts(record: Instrument) -> Iterator[Deel]:
    tasks = tuple(Regel(rol.doet, f"{rol.naam}:") for rol in record.rollen)
    yield Deel("Zo doe je het", "stappen", timed_steps(record.stappen), "stappen")
    yield Deel("Wie doet wat", "rollen", tasks)
    if record.vragen:
        yield Deel("Vraag hardop", "vragen", plain(record.vragen))
    yield Deel("Valkuilen: doe dit niet", "valkuilen", plain(record.valkuilen), "valkuil")
    if record.online:
        yield Deel("Online", "online", plain([record.online]), "tekst")
    if record.keetversie:
        yield _short_version(record)


def _short_version(record: Instrument) -> Deel:
    total = minutes(sum(stap.minuten for stap in record.keetversie))
    return Deel("Keetversie", "keetversie", _steps(record.keetversie), "keet", f"({total}, staand)")


def timed_steps(steps: Iterable[Stap]) -> tuple[Regel, ...]:
    """Steps with their place in the whole time, for the smallest group."""
    steps = tuple(steps)
    whole, begin = sum(stap.minuten for stap in steps), 0
    items = []
    for stap, item in zip(steps, _steps(steps), strict=True):
        time = Tijd(round(100 * begin / whole, 2), round(100 * stap.minuten / whole, 2))
        items.append(replace(item, tijd=time))
        begin += stap.minuten
    return tuple(items)


def _steps(steps: Iterable[Stap]) -> tuple[Regel, ...]:
    return tuple(Regel(stap.tekst, stap.titel, f"({_time(stap)})", stap.vragen) for stap in steps)


def _time(stap: Stap) -> str:
    """The minutes of a step, and what each person more adds to it."""
    if not stap.minuten_per_persoon:
        return minutes(stap.minuten)
    return f"{minutes(stap.minuten)}, +{stap.minuten_per_persoon:g} per extra persoon".replace(
        ".", ","
    )


def _tables(record: Instrument) -> Iterator[SheetTable]:
    """The table to write in, with no more than a few of its empty rows."""
    if record.tabel is not None:
        table = writing_table(record.titel, record.tabel)
        empty = [number for number, row in enumerate(table.rijen) if not row.kop]
        left_out = empty[MOST_EMPTY_ROWS:]
        kept = (row for number, row in enumerate(table.rijen) if number not in left_out)
        yield replace(table, rijen=tuple(kept))


def _follow_ups(words: SheetWords, record: Instrument) -> Iterator[Regel]:
    if record.vervolg:
        yield Regel(listed(words.titles("instrumenten", record.vervolg)), "Daarna:")
