"""Meting -> a blank form of two sheets to fill in on paper, about yourself or somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from macros.model.instrument import sign_id
from macros.model.meten import FACTS, Onderdeel, Scan, Vraag
from macros.model.woorden import Schaal
from macros.model.wording import minutes
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.figure import directions
from macros.paper.sheets.sheet import (
    WIDER,
    Blad,
    Deel,
    Feit,
    Hoek,
    Regel,
    SheetColumn,
    SheetTable,
    Vak,
)
from macros.paper.sheets.words import SheetWords, plain

ANSWERS = ("1", "2", "3", "4", "5", "?")
# Answers that cannot be given to a fact
NEVER_OF_A_FACT = tuple(sorted(set(range(1, 6)) - {number for number, _ in FACTS}))
CORNER_CHARACTERS = 14  # in a line beside a corner of the figure
LAST_ROW = ("Gemiddelde", "som", ": aantal", "=")
OWN_HEAD = (
    Feit("Project", deel=WIDER),
    Feit("Partij of organisatie", deel=WIDER),
    Feit("Naam (mag leeg)", deel=WIDER),
    Feit("Datum"),
)
ORGANISATION_HEAD = (Feit("Organisatie", deel=WIDER), *OWN_HEAD[2:])
OTHER_HEAD = (Feit("Over wie", deel=WIDER), Feit("Ingevuld door", deel=WIDER), Feit("Datum"))
TALK = ("Wat valt op? Geef een voorbeeld.", "Waar praten we over? Wat spreken we af?")
FOR_THE_OTHER = (
    "Iemand vroeg je om dit over hem of haar in te vullen. Geef het blad daarna aan die persoon."
)
# How each party sees itself, beside how the other sees it
VIEWS = ("Wij over ons", "Zij over ons", "Zij over zichzelf", "Wij over hen")


def scan_sheet(words: SheetWords, record: Scan) -> Blad:
    """The form of a meting as people fill it in for themselves."""
    return Blad(
        **words.base("scans", record),
        merk=f"Meting, {record.in_te_vullen} stellingen, {minutes(record.duur)}",
        zin=record.vraag,
        vorm="meting",
        teken=words.sign(sign_id("scan")),
        kopregel=ORGANISATION_HEAD if record.collegas else OWN_HEAD,
        inleiding=_how_to_answer(record, words.toolbox.schaal),
        tabellen=tuple(_tables(record)),
        delen=(_how_to_count(record, words.toolbox.schaal),),
        figuur=() if record.gaat_over == "elkaar" else _figure(record),
        blikken=_views(record) if record.gaat_over == "elkaar" else None,
        slot=(
            Regel(record.let_op, "Let op:"),
            Regel("Op de pagina staat bij elke uitslag wat je doet."),
        ),
        velden=tuple((Vak(label, ROW),) for label in TALK),
        voet=words.origin(record.herkomst),
    )


def other_sheet(words: SheetWords, record: Scan) -> Blad:
    """The same form for somebody who fills it in about the person who asked it."""
    return replace(
        scan_sheet(words, record),
        naam=f"{record.id}-over-een-ander",
        titel=f"{record.titel}: over een ander",
        zin=FOR_THE_OTHER,
        kopregel=OTHER_HEAD,
        tabellen=tuple(
            _table(part.titel, [(vraag.ander or "", vraag) for vraag in part.gesteld])
            for part in record.onderdelen
        ),
        slot=(Regel("Bewaar zelf geen kopie. De antwoorden zijn van de ander.", "Let op:"),),
    )


def _how_to_answer(record: Scan, schaal: Schaal) -> tuple[Regel, ...]:
    scale = (
        f"Zet bij elke stelling één kruisje. 1 is {schaal.antwoorden[0]}, "
        f"5 is {schaal.antwoorden[4]}, ? is {schaal.weet_niet}."
    )
    if not record.heeft_feiten:
        return (Regel(scale),)
    words = _with_en([f"{number} is {answer}" for number, answer in FACTS])
    return (Regel(scale), Regel(f"Zijn 2 en 4 grijs? Dan gaat het om een feit: {words}."))


def _how_to_count(record: Scan, schaal: Schaal) -> Deel:
    low, high = _comma(schaal.laag_onder), _comma(schaal.hoog_boven)
    bands = f"Onder {low} is laag, boven {high} is hoog."
    add = "Tel per tabel je cijfers op. Deel door het aantal cijfers. Een ? telt niet mee."
    draw = "Zet in de figuur een punt bij dat gemiddelde. Verbind de punten."
    if record.gaat_over == "elkaar":
        steps = (add, bands, *_compare_views())
    else:
        steps = (add, draw, bands, *_compare(record, _comma(schaal.verschil_alarm)))
    return Deel("Zo tel je", "onderdelen", plain(steps), "stappen")


def _compare_views() -> Iterator[str]:
    """What two parties do who look at each other: they count nothing together."""
    yield "Zet je cijfers in de tabel. Vraag de andere partij om die van haar."
    yield "Reken niets samen uit: ieder kijkt naar een ander."
    yield "Begin waar de ene partij de andere het laagst ziet. Eerst een voorbeeld, dan het cijfer."


def _compare(record: Scan, alarm: str) -> Iterator[str]:
    """What people do who look at one thing, at one person, or each at their own."""
    if record.over_ander:
        yield (
            "Leg alle figuren over dezelfde persoon naast elkaar. Begin bij het grootste verschil."
            f" Vanaf {alarm} is het groot."
        )
        yield "Vraag wie het anders ziet om een voorbeeld."
        return
    own = [part.titel for part in record.onderdelen if record.over(part) == "zelf"]
    if len(own) == len(record.onderdelen):
        people = "collega's" if record.collegas else "eigen mensen"
        yield (
            f"Leg de figuren van je {people} naast elkaar."
            f" Begin bij het grootste verschil. Vanaf {alarm} is het groot."
        )
        yield (
            f"Een andere {record.woorden.groep} scoort zichzelf."
            " Vraag wat je van haar kunt gebruiken."
        )
        return
    yield "Meer mensen van één partij? Neem hun gemiddelde."
    yield (
        "Leg de figuren van alle partijen naast elkaar. Begin bij het grootste verschil."
        f" Vanaf {alarm} is het groot."
    )
    if own:
        yield f"Bij {_with_en(own)} scoort ieder zichzelf. Daar is verschil gewoon."


def _views(record: Scan) -> SheetTable:
    """A row for every part, a column for every view."""
    columns = (SheetColumn("Onderdeel"), *(SheetColumn(view, mm=19) for view in VIEWS))
    rows = tuple(Regel("", part.titel) for part in record.onderdelen)
    return SheetTable("Hoe wij elkaar zien", columns, rows, "onderdelen")


def _figure(record: Scan) -> tuple[Hoek, ...]:
    names = [
        tuple(wrap(part.titel, CORNER_CHARACTERS, break_long_words=False))
        for part in record.onderdelen
    ]
    places = directions(len(names))
    return tuple(Hoek(lines, x, y) for lines, (x, y) in zip(names, places, strict=True))


def _tables(record: Scan) -> Iterator[SheetTable]:
    """A table a part; of a meting about each other two, in the order of the page."""
    for part in record.onderdelen:
        own = [(vraag.tekst, vraag) for vraag in part.gesteld]
        if part.spiegels:
            yield _table(f"{part.titel}: de ander", own)
            yield _table(f"{part.titel}: wij", _mirrored(part))
        else:
            yield _table(part.titel, own)


def _mirrored(part: Onderdeel) -> list[tuple[str, Vraag]]:
    return [(vraag.wij.tekst, vraag) for vraag in part.gesteld if vraag.wij]


def _table(title: str, statements: Sequence[tuple[str, Vraag]]) -> SheetTable:
    """Statements with their question, which says whether it is a fact."""
    columns = (SheetColumn(title), *(SheetColumn(answer, mm=9) for answer in ANSWERS))
    rows = tuple(
        Regel("", text, dicht=NEVER_OF_A_FACT if vraag.soort == "feit" else ())
        for text, vraag in statements
    )
    return SheetTable(title, columns, rows, "onderdelen", "meting", LAST_ROW)


def _with_en(items: Sequence[str]) -> str:
    """Items in one sentence: a, b en c."""
    return " en ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
