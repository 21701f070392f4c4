"""Record -> sheet: the only module that knows which field of a record goes where on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.model import KINDS, Record, Toolbox
from macros.model.base import Herkomst
from macros.model.instrument import Instrument, Stap, Veld
from macros.model.kennis import Fase
from macros.model.meten import Checklist, Onderdeel, Scan
from macros.model.urls import record_address
from macros.model.wording import in_one_sentence, minutes
from macros.paper.sheet import Blad, Deel, Feit, Regel, SheetColumn, SheetTable, Vak

WIDTHS = {"heel": 6, "half": 3, "derde": 2}  # sixths of a row
ROW = 6
ANSWERS = ("1", "2", "3", "4", "5", "?")
DOTS = 40 * "."  # a line to write a name on
SHORT_DOTS = 20 * "."


WithSheet = Instrument | Fase | Checklist | Scan


class SheetBuilder:
    """Makes the sheets of one toolbox, for one address of the site."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self.toolbox = toolbox
        self.site_url = site_url.rstrip("/")

    def of(self, record: Record) -> Blad:
        """The sheet of one record; TypeError for a kind without one (`sheet` in KINDS)."""
        match record:
            case Instrument():
                return self.instrument(record)
            case Fase():
                return self.fase(record)
            case Checklist():
                return self.checklist(record)
            case Scan():
                return self.scan(record)
        raise TypeError(f"{type(record).__name__} has no sheet")

    def all(self) -> Iterator[Blad]:
        """Every sheet, kind by kind."""
        for kind, record in self.toolbox.all():
            if KINDS[kind].sheet:
                yield self.of(record)

    def instrument(self, record: Instrument) -> Blad:
        """The working sheet of an instrument."""
        kind = self._word("soorten", record.soort)
        world = self._word("werelden", record.wereld).lower()
        return Blad(
            **self._base("instrumenten", record),
            merk=f"{kind}, {world}, fase {self._phases(record.fasen)}",
            zin=record.doel,
            versie=record.versie,
            fase=self._pictogram(record.fasen[0]),
            feiten=(self._facts(record), _wide_facts(record)),
            kolommen=_columns(record),
            slot=(Regel(record.uitkomst, "Klaar als:"),),
            tabellen=_table(record),
            velden=field_rows(record.velden),
            voet=(*self._follow_ups(record), *self._origin(record.herkomst)),
        )

    def canvas(self, record: Instrument) -> Blad | None:
        """The part to write in, alone and in landscape, for the wall or a large table.

        None for an instrument without a table that is no canvas: its sheet has room enough.
        """
        if record.tabel is None and record.soort != "canvas":
            return None
        base = self._base("instrumenten", record) | {"naam": f"{record.id}-invulblad"}
        kind = self._word("soorten", record.soort)
        return Blad(
            **base,
            merk=f"{kind}, groot invulblad: print het op A4 of op A3",
            zin=record.doel,
            versie=record.versie,
            fase=self._pictogram(record.fasen[0]),
            slot=(Regel(record.uitkomst, "Klaar als:"),),
            tabellen=_table(record),
            velden=field_rows(record.velden),
            voet=self._origin(record.herkomst),
            ligging="liggend",
        )

    def fase(self, record: Fase) -> Blad:
        """The guide of a phase."""
        return Blad(
            **self._base("fasen", record),
            merk=f"Fasegids, fase {record.nr} van {len(self.toolbox.fasen)}",
            zin=record.vraag,
            fase=self._pictogram(record.id),
            inleiding=(Regel(record.uitleg),),
            feiten=(_phase_facts(record),),
            kolommen=(self._phase_actions(record), _phase_questions(record)),
            slot=tuple(self._phase_closing(record)),
            velden=((Vak("Onze notities en afspraken", ROW),),),
            voet=(Regel(f"Model van {record.herkomst.van}, hier in onze woorden."),),
        )

    def _phase_actions(self, record: Fase) -> tuple[Deel, ...]:
        checklist = self.toolbox.checklists[record.checklist]
        points = [punt.tekst for punt in checklist.punten]
        return (
            Deel("Doe dit", "doe", _plain(record.doe)),
            Deel("Klaar als", "checklist", _plain(points), "vink"),
        )

    def _phase_closing(self, record: Fase) -> Iterator[Regel]:
        yield Regel(_listed(self._titles("instrumenten", record.eerst)), "Begin met:")
        if record.rollen:
            yield Regel(_listed(self._titles("rollen", record.rollen)), "Wie je nodig hebt:")
        yield Regel(record.kans, "Kans:")
        yield Regel(record.terug_naar, "Terug hierheen:")

    def checklist(self, record: Checklist) -> Blad:
        """A checklist to tick on paper, with a column for who acts and when."""
        return Blad(
            **self._base("checklists", record),
            merk=f"Checklist, fase {self._phases(record.fasen)}",
            zin=record.waarvoor,
            fase=self._pictogram(record.fasen[0]),
            tabellen=(_checklist_table(record),),
            slot=(Regel(record.als_niet, "Mist er iets?"),),
            velden=((Vak("Wat we afspreken", ROW),),),
            voet=self._origin(record.herkomst),
        )

    def scan(self, record: Scan) -> Blad:
        """A blank meting: as many sheets as its questions need."""
        schaal = self.toolbox.schaal
        low, high = _comma(schaal.laag_onder), _comma(schaal.hoog_boven)
        return Blad(
            **self._base("scans", record),
            merk=f"Meting, {len([*record.vragen])} stellingen, {minutes(record.duur)}",
            zin=record.vraag,
            lang=True,
            inleiding=(
                Regel(DOTS, "Naam of organisatie:"),
                Regel(SHORT_DOTS, "Datum:"),
                Regel(
                    f"Zet bij elke stelling één kruisje. 1 is {schaal.antwoorden[0]}, "
                    f"5 is {schaal.antwoorden[4]}, ? is {schaal.weet_niet}."
                ),
            ),
            tabellen=tuple(_question_table(deel) for deel in record.onderdelen),
            slot=(
                Regel(f"{record.let_op} Onder {low} is laag, boven {high} is hoog.", "Let op:"),
                Regel("Op de pagina staat bij elke uitslag wat je doet."),
            ),
            voet=self._origin(record.herkomst),
        )

    def _base(self, kind: str, record: WithSheet) -> dict[str, Any]:
        """The fields that every sheet takes from its record in the same way."""
        address = record_address(kind, record.id)
        return {
            "adres": address.rstrip("/"),
            "url": f"{self.site_url}/{address}",
            "naam": record.id,
            "titel": record.titel,
            "herzien": record.herzien,
        }

    def _pictogram(self, fase: str) -> str:
        """The id of a phase when it has a drawing, else ''."""
        return fase if fase in self.toolbox.drawings else ""

    def _facts(self, record: Instrument) -> tuple[Feit, ...]:
        before = f", vooraf {minutes(record.voorbereiding)}" if record.voorbereiding else ""
        places = in_one_sentence(self._word("plekken", id) for id in record.plekken)
        return (
            Feit("Duur", minutes(record.duur) + before),
            Feit("Groep", f"{record.groep.min} tot {record.groep.max} mensen"),
            Feit("Plek", ", ".join(places), 2.4),
            Feit("Begeleiding", self._word("begeleiding", record.begeleiding)),
        )

    def _follow_ups(self, record: Instrument) -> Iterator[Regel]:
        if record.vervolg:
            yield Regel(_listed(self._titles("instrumenten", record.vervolg)), "Daarna:")

    def _origin(self, origin: Herkomst) -> tuple[Regel, ...]:
        text = self._word("herkomsten", origin.type).lower()
        text += f", {origin.van}" if origin.type != "eigen" else ""
        return (Regel(f"{text}. {origin.aangepast}" if origin.aangepast else text, "Herkomst:"),)

    def _word(self, vocabulary: str, id: str) -> str:
        return self.toolbox.words[vocabulary][id].titel

    def _titles(self, kind: str, ids: Iterable[str]) -> list[str]:
        return [self.toolbox.records[kind][id].titel for id in ids]

    def _phases(self, ids: Iterable[str]) -> str:
        return ", ".join(self._titles("fasen", ids)).lower()


def field_rows(velden: Sequence[Veld]) -> tuple[tuple[Vak, ...], ...]:
    """The boxes in rows; a row that is not full is divided equally among its boxes."""
    rows: list[list[Veld]] = []
    for veld in velden:
        if rows and _width(rows[-1]) + WIDTHS[veld.breedte] <= ROW:
            rows[-1].append(veld)
        else:
            rows.append([veld])
    return tuple(tuple(Vak(veld.label, _share(row, veld)) for veld in row) for row in rows)


def _width(row: Iterable[Veld]) -> int:
    return sum(WIDTHS[veld.breedte] for veld in row)


def _share(row: list[Veld], veld: Veld) -> int:
    return WIDTHS[veld.breedte] if _width(row) == ROW else ROW // len(row)


def _phase_facts(record: Fase) -> tuple[Feit, ...]:
    return (
        Feit("Hoe lang", record.hoe_lang),
        Feit("Resultaat", record.resultaat),
        Feit("Blauw en oranje", record.blauw_oranje),
    )


def _phase_questions(record: Fase) -> tuple[Deel, ...]:
    return (
        Deel("Vraag hardop", "kernvragen", _plain(record.kernvragen)),
        Deel("Let op", "valkuilen", _plain(record.valkuilen), "letop"),
        Deel("Op de bouwplaats", "bouwplaats", _plain([record.bouwplaats]), "tekst"),
    )


def _checklist_table(record: Checklist) -> SheetTable:
    columns = (
        SheetColumn("Klopt dit?"),
        SheetColumn("Ja", mm=12),
        SheetColumn("Nee", mm=12),
        SheetColumn("Wie doet er iets aan, en wanneer?", mm=62),
    )
    rows = tuple(Regel(punt.uitleg or "", punt.tekst) for punt in record.punten)
    return SheetTable(record.titel, columns, rows, "vink")


def _question_table(part: Onderdeel) -> SheetTable:
    """One part of a meting: its questions, without those that were dropped, and the answers."""
    answers = [SheetColumn(answer, mm=9) for answer in ANSWERS]
    rows = tuple(Regel("", vraag.tekst) for vraag in part.vragen if not vraag.vervallen)
    total = "Tel op en deel door het aantal antwoorden zonder ?"
    return SheetTable(part.titel, (SheetColumn(part.titel), *answers), rows, "meting", total)


def _wide_facts(record: Instrument) -> tuple[Feit, ...]:
    facts = [Feit("Wel als", record.wanneer), Feit("Niet als", record.wanneer_niet)]
    if record.materiaal:
        facts.append(Feit("Nodig", "; ".join(in_one_sentence(record.materiaal))))
    return tuple(facts)


def _columns(record: Instrument) -> tuple[tuple[Deel, ...], ...]:
    """Left the steps, right the roles and questions; the pitfalls go in the shorter column."""
    tasks = tuple(Regel(rol.doet, f"{rol.naam}:") for rol in record.rollen)
    steps = Deel("Zo doe je het", "stappen", _steps(record.stappen), "stappen")
    roles = Deel("Wie doet wat", "rollen", tasks)
    questions = [Deel("Vraag hardop", "vragen", _plain(record.vragen))] if record.vragen else []
    pitfalls = Deel("Let op", "valkuilen", _plain(record.valkuilen), "letop")
    if not record.keetversie:
        return (steps, pitfalls), (roles, *questions)
    return (steps, _short_version(record)), (roles, *questions, pitfalls)


def _short_version(record: Instrument) -> Deel:
    total = minutes(sum(stap.minuten for stap in record.keetversie))
    steps = _steps(record.keetversie)
    return Deel("Keetversie", "keetversie", steps, "keet", f"({total}, staand)")


def _steps(steps: Iterable[Stap]) -> tuple[Regel, ...]:
    return tuple(Regel(stap.tekst, stap.titel, f"({minutes(stap.minuten)})") for stap in steps)


def _table(record: Instrument) -> tuple[SheetTable, ...]:
    """The table to write in; nothing for an instrument without one."""
    if record.tabel is None:
        return ()
    columns = tuple(SheetColumn(kolom.titel, kolom.uitleg or "") for kolom in record.tabel.kolommen)
    rows = tuple(Regel("", row) for row in record.tabel.rijen)
    return (SheetTable(f"Invultabel bij {record.titel}", columns, rows),)


def _plain(texts: Iterable[str]) -> tuple[Regel, ...]:
    return tuple(Regel(text) for text in texts)


def _listed(titles: Sequence[str]) -> str:
    text = ", ".join(titles)
    return text if text.endswith(("?", "!")) else f"{text}."


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
