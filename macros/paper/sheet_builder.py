"""Record -> sheet. The only module that knows which field of a record stands where on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.model import KINDS, Record, Toolbox
from macros.model.base import Herkomst
from macros.model.instrument import Instrument, Stap, Veld
from macros.model.kennis import Fase
from macros.model.meten import Checklist, Scan
from macros.model.urls import record_address
from macros.model.wording import minutes, running
from macros.paper.sheet import Blad, Deel, Feit, Kolom, Regel, Tabel, Vak

WIDTHS = {"heel": 6, "half": 3, "derde": 2}  # sixths of a row
ROW = 6
ANSWERS = ("1", "2", "3", "4", "5", "?")
DOTS = "........................................"


class Bladen:
    """Makes the sheets of one toolbox for one address of the site."""

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
        return Blad(
            **self._base("instrumenten", record),
            merk=f"{self._word('soorten', record.soort)}, {self._word('werelden', record.wereld).lower()}, fase "
            + ", ".join(self._titles("fasen", record.fasen)).lower(),
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
        """The write-in part alone, on its side, for the wall or a large table; None where a portrait sheet has room enough."""
        if record.tabel is None and record.soort != "canvas":
            return None
        base = self._base("instrumenten", record)
        return Blad(
            **base | {"naam": f"{record.id}-invulblad"},
            merk=f"{self._word('soorten', record.soort)}, groot invulblad: print het op A4 of op A3",
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
        points = self.toolbox.checklists[record.checklist].punten
        return Blad(
            **self._base("fasen", record),
            merk=f"Fasegids, fase {record.nr} van {len(self.toolbox.fasen)}",
            zin=record.vraag,
            fase=self._pictogram(record.id),
            inleiding=(Regel(record.uitleg),),
            feiten=(
                (
                    Feit("Hoe lang", record.hoe_lang),
                    Feit("Resultaat", record.resultaat),
                    Feit("Blauw en oranje", record.blauw_oranje),
                ),
            ),
            kolommen=(
                (
                    Deel("Doe dit", "doe", _plain(record.doe)),
                    Deel("Klaar als", "checklist", _plain([punt.tekst for punt in points]), "vink"),
                ),
                (
                    Deel("Vraag hardop", "kernvragen", _plain(record.kernvragen)),
                    Deel("Let op", "valkuilen", _plain(record.valkuilen), "letop"),
                    Deel("Op de bouwplaats", "bouwplaats", _plain([record.bouwplaats]), "tekst"),
                ),
            ),
            slot=(
                Regel(_listed(self._titles("instrumenten", record.eerst)), "Begin met:"),
                *(
                    [Regel(_listed(self._titles("rollen", record.rollen)), "Wie je nodig hebt:")]
                    if record.rollen
                    else []
                ),
                Regel(record.kans, "Kans:"),
                Regel(record.terug_naar, "Terug hierheen:"),
            ),
            velden=((Vak("Onze notities en afspraken", ROW),),),
            voet=(Regel(f"Model van {record.herkomst.van}, hier in onze woorden."),),
        )

    def checklist(self, record: Checklist) -> Blad:
        """A checklist to tick on paper, with room for who and when."""
        return Blad(
            **self._base("checklists", record),
            merk="Checklist, fase " + ", ".join(self._titles("fasen", record.fasen)).lower(),
            zin=record.waarvoor,
            fase=self._pictogram(record.fasen[0]),
            tabellen=(
                Tabel(
                    record.titel,
                    (
                        Kolom("Klopt dit?"),
                        Kolom("Ja", mm=12),
                        Kolom("Nee", mm=12),
                        Kolom("Wie doet er iets aan, en wanneer?", mm=62),
                    ),
                    tuple(Regel(punt.uitleg or "", punt.tekst) for punt in record.punten),
                    "vink",
                ),
            ),
            slot=(Regel(record.als_niet, "Mist er iets?"),),
            velden=((Vak("Wat we afspreken", ROW),),),
            voet=self._origin(record.herkomst),
        )

    def scan(self, record: Scan) -> Blad:
        """A blank meting: as many whole sheets as its questions need."""
        schaal = self.toolbox.schaal
        low, high = (
            f"{value:.1f}".replace(".", ",") for value in (schaal.laag_onder, schaal.hoog_boven)
        )
        return Blad(
            **self._base("scans", record),
            merk=f"Meting, {sum(1 for _ in record.vragen)} stellingen, {minutes(record.duur)}",
            zin=record.vraag,
            lang=True,
            inleiding=(
                Regel(DOTS, "Naam of organisatie:"),
                Regel(DOTS[:20], "Datum:"),
                Regel(
                    f"Zet bij elke stelling één kruisje. 1 is {schaal.antwoorden[0]}, 5 is {schaal.antwoorden[4]}, ? is {schaal.weet_niet}."
                ),
            ),
            tabellen=tuple(
                Tabel(
                    deel.titel,
                    (Kolom(deel.titel), *(Kolom(answer, mm=9) for answer in ANSWERS)),
                    tuple(Regel("", vraag.tekst) for vraag in deel.vragen if not vraag.vervallen),
                    "meting",
                    "Tel op en deel door het aantal antwoorden zonder ?",
                )
                for deel in record.onderdelen
            ),
            slot=(
                Regel(f"{record.let_op} Onder {low} is laag, boven {high} is hoog.", "Let op:"),
                Regel("Op de pagina staat bij elke uitslag wat je doet."),
            ),
            voet=self._origin(record.herkomst),
        )

    def _base(self, kind: str, record: Instrument | Fase | Checklist | Scan) -> dict[str, Any]:
        address = record_address(kind, record.id)
        return {
            "adres": address.rstrip("/"),
            "url": f"{self.site_url}/{address}",
            "naam": record.id,
            "titel": record.titel,
            "herzien": record.herzien,
        }

    def _pictogram(self, fase: str) -> str:
        """A phase that nobody drew yet has none."""
        return fase if fase in self.toolbox.drawings else ""

    def _facts(self, record: Instrument) -> tuple[Feit, ...]:
        before = f", vooraf {minutes(record.voorbereiding)}" if record.voorbereiding else ""
        return (
            Feit("Duur", minutes(record.duur) + before),
            Feit("Groep", f"{record.groep.min} tot {record.groep.max} mensen"),
            Feit(
                "Plek", ", ".join(running(self._word("plekken", id) for id in record.plekken)), 2.4
            ),
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


def field_rows(velden: Sequence[Veld]) -> tuple[tuple[Vak, ...], ...]:
    """The boxes in rows: a row that is not full is divided among the boxes that stand in it."""
    rows: list[list[Veld]] = []
    for veld in velden:
        if rows and sum(WIDTHS[one.breedte] for one in rows[-1]) + WIDTHS[veld.breedte] <= ROW:
            rows[-1].append(veld)
        else:
            rows.append([veld])
    return tuple(tuple(Vak(veld.label, _share(row, veld)) for veld in row) for row in rows)


def _share(row: list[Veld], veld: Veld) -> int:
    full = sum(WIDTHS[one.breedte] for one in row) == ROW
    return WIDTHS[veld.breedte] if full else ROW // len(row)


def _wide_facts(record: Instrument) -> tuple[Feit, ...]:
    facts = (Feit("Wel als", record.wanneer), Feit("Niet als", record.wanneer_niet))
    return (
        (*facts, Feit("Nodig", "; ".join(running(record.materiaal)))) if record.materiaal else facts
    )


def _columns(record: Instrument) -> tuple[tuple[Deel, ...], ...]:
    """The steps beside who and what to ask; the pitfalls stand in the shorter of the two columns."""
    steps = Deel("Zo doe je het", "stappen", _steps(record.stappen), "stappen")
    roles = Deel(
        "Wie doet wat", "rollen", tuple(Regel(rol.doet, f"{rol.naam}:") for rol in record.rollen)
    )
    questions = [Deel("Vraag hardop", "vragen", _plain(record.vragen))] if record.vragen else []
    pitfalls = Deel("Let op", "valkuilen", _plain(record.valkuilen), "letop")
    if not record.keetversie:
        return (steps, pitfalls), (roles, *questions)
    total = sum(stap.minuten for stap in record.keetversie)
    short = Deel(
        "Keetversie", "keetversie", _steps(record.keetversie), "keet", f"({minutes(total)}, staand)"
    )
    return (steps, short), (roles, *questions, pitfalls)


def _steps(steps: Iterable[Stap]) -> tuple[Regel, ...]:
    return tuple(Regel(stap.tekst, stap.titel, f"({minutes(stap.minuten)})") for stap in steps)


def _table(record: Instrument) -> tuple[Tabel, ...]:
    if record.tabel is None:
        return ()
    columns = tuple(Kolom(kolom.titel, kolom.uitleg or "") for kolom in record.tabel.kolommen)
    return (
        Tabel(
            f"Invultabel bij {record.titel}",
            columns,
            tuple(Regel("", row) for row in record.tabel.rijen),
        ),
    )


def _plain(texts: Iterable[str]) -> tuple[Regel, ...]:
    return tuple(Regel(text) for text in texts)


def _listed(titles: Sequence[str]) -> str:
    text = ", ".join(titles)
    return text if text.endswith(("?", "!")) else f"{text}."
