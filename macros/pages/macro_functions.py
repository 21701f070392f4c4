"""What each macro puts on a page. Works on plain values, so that it runs without MkDocs."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import partial
from typing import Any

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.bronnen import Bronpunt
from macros.model.components import COMPONENTS, Component
from macros.model.instrument import Instrument
from macros.model.kennis import Conditie, Fase
from macros.model.meten import Scan
from macros.model.relations import Relations
from macros.model.urls import page_address
from macros.model.verhalen import Situatie
from macros.pages.audit_report import FAULTS, Toets
from macros.pages.facets import facets, features
from macros.pages.field_tables import field_tables
from macros.pages.grouping import Links, grouped, split_long_list
from macros.pages.radar import empty_radar
from macros.pages.render import Place, Renderer, in_groups
from macros.paper.documents import PdfDocument, PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.sheet import Blad
from macros.reading.macro_calls import METHODS, row_macro

AT_HOME = "Het zit in onze eigen organisatie"  # for a situation that belongs to no conditie
# The windows of the five condities round their core, by hand, in a drawing of 480 by 420.
SPOTS = ((240, 58), (402, 178), (340, 346), (140, 346), (78, 178))


class PageMacros:
    """The macros of the site over one toolbox. Without a press the pages offer no PDF."""

    def __init__(
        self,
        toolbox: Toolbox,
        works: PdfDocuments,
        press: PdfPrinter | None = None,
        toets: Toets | None = None,
    ) -> None:
        self.toolbox = toolbox
        self.works = works
        self.press = press
        self.toets = toets
        self.relations = Relations(toolbox)
        self.renderer = Renderer(toolbox, self.relations)

    def over(self, toolbox: Toolbox) -> PageMacros:
        """The same macros over a toolbox that differs from this one in sentences alone."""
        other = copy(self)
        other.toolbox, other.works = toolbox, PdfDocuments(toolbox, self.works.site_url)
        other.relations = self.relations.with_toolbox(toolbox)
        other.renderer = Renderer(toolbox, other.relations)
        return other

    def record(self, kind: str, id: str, place: Place) -> str:
        """The page of one record."""
        spec, record = KINDS[kind], self.toolbox.records[kind][id]
        values = {"kind": kind, "spec": spec, "record": record} | self._extra(record)
        if spec.sheet:
            values |= self._paper(record)
        return self.renderer.render(spec.macro, place, **values)

    def _extra(self, record: Record) -> dict[str, Any]:
        """What the template of a record needs beside the record."""
        match record:
            case Fase() | Conditie():
                return {"eerst": self._instruments(record.eerst)}
            case Situatie():
                first = self._instruments((record.eerst,))
                return {"eerst": first, "daarna": self._instruments(record.daarna)}
            case Scan():
                return self._meting(record)
        return {}

    def _paper(self, record: Record) -> dict[str, Any]:
        """The sheet of a record, and what can be downloaded of it."""
        blad = self.works.sheets.of(record)
        return {
            "blad": blad,
            "papier": not isinstance(record, Instrument),
            "pdfs": self._offer(lambda: self._sheets(record, blad)),
        }

    def _sheets(self, record: Record, blad: Blad) -> list[PdfDocument]:
        canvas = self.works.canvases.get(record.id) if isinstance(record, Instrument) else None
        return [self.works.sheet(blad), *([canvas] if canvas else [])]

    def _offer(
        self, werken: Callable[[], Iterable[PdfDocument]]
    ) -> list[tuple[PdfDocument, PrintedPdf]]:
        """What a reader can download, with its size; asked for only when there is a press, since every order takes work."""
        return (
            [(werk, self.press.print(werk.template, werk.job, werk.day)) for werk in werken()]
            if self.press
            else []
        )

    def kaarten(self, kind: str, place: Place) -> str:
        """A list of all records of a kind, in groups."""
        groups = grouped(kind, self.toolbox.records[kind].values(), self.toolbox)
        return self.renderer.render("kaarten", place, groepen=groups)

    def zoeker(self, place: Place) -> str:
        """All instruments by phase, with filters for who has a script."""
        groups = grouped("instrumenten", self.toolbox.instrumenten.values(), self.toolbox)
        shown = [(title, [record for _, record in links]) for title, links in groups]
        return self.renderer.render(
            "zoeker", place, groepen=shown, facetten=facets(self.toolbox), kenmerken=features
        )

    def wegwijzer(self, place: Place) -> str:
        """From where it hurts, to the sentence one hears, to the situation and its first instrument."""
        where = {id: record.wringt for id, record in self.toolbox.condities.items()}
        groups = in_groups(
            self.toolbox.situaties.values(),
            lambda record: where[record.conditie] if record.conditie else AT_HOME,
        )
        order = [*where.values(), AT_HOME]
        return self.renderer.render(
            "wegwijzer", place, groepen=[(text, groups[text]) for text in order if text in groups]
        )

    def kaartrij(self, soort: str, place: Place) -> str:
        """All cards of one row, such as the seven succesfactoren, under each other."""
        cards = [card for card in self.toolbox.kaarten.values() if card.soort == soort]
        deck = self.works.deck_file(soort)
        pdfs = self._offer(lambda: [werk for werk in self.works.extra if werk.bestand == deck])
        return self.renderer.render("kaartrij", place, kaarten=cards, pdfs=pdfs)

    def drukwerk(self, place: Place) -> str:
        """Everything to print that belongs to no single page."""
        return self.renderer.render(
            "drukwerk",
            place,
            groepen=in_groups(self._offer(lambda: self.works.extra), lambda pair: pair[0].soort),
        )

    def gegevens(self, place: Place) -> str:
        """What this site keeps on the device of the reader."""
        kept: list[tuple[str, str, str, str]] = []
        for macro, component in COMPONENTS.items():
            kept += self._stored(macro, component, place)
        return self.renderer.render("gegevens", place, bewaard=kept)

    def _stored(
        self, macro: str, component: Component, place: Place
    ) -> Iterator[tuple[str, str, str, str]]:
        """Key, word before the link, address and title of all that a component may remember."""
        kind = next((kind for kind, spec in PAGE_KINDS.items() if spec.macro == macro), "")
        for id, record in self.toolbox.records.get(kind, {}).items():
            if component.stored_as:
                key, word = f"{component.stored_as}.{id}", KINDS[kind].een.capitalize()
                yield key, word, place.url(kind, id), record.titel
        if component.page:
            yield component.stored_as, "", place.path(component.page), component.title

    def kopie(self, place: Place) -> str:
        """Whether the device of the reader holds the copy for without a network."""
        return self.renderer.render("kopie", place)

    def open_data(self, place: Place) -> str:
        """What there is for programs."""
        count = sum(map(len, self.toolbox.records.values()))
        return self.renderer.render("open_data", place, aantal=count, kinds=list(KINDS))

    def toetsing(self, place: Place) -> str:
        """The figures of the last audit."""
        return self.renderer.render("toetsing", place, toets=self.toets, fouten=FAULTS)

    def verbeteragenda(self, place: Place) -> str:
        """The list of actions that come out of metingen."""
        return self.renderer.render("verbeteragenda", place)

    def hoort_bij(self, place: Place) -> str:
        """What belongs to the record of this page, from both ends."""
        kind, _, id = page_address(place.page).partition("/")
        shown = frozenset(KINDS[kind].shown_relations)
        groups = [
            {"label": group.label, "delen": split_long_list(group, self.toolbox)}
            for group in self.relations.groups(kind, id, shown)
        ]
        return self.renderer.render("hoort_bij", place, groepen=groups)

    def bronpunten(self, place: Place) -> str:
        """The statements of the source documents that have this page as their home."""
        here = page_address(place.page)
        groups: dict[str, list[Bronpunt]] = {}
        for record in self.toolbox.bronpunten.values():
            if points := [point for point in record.punten if point.adres == here]:
                groups[record.bron] = points
        total = sum(map(len, groups.values()))
        return self.renderer.render("bronpunten", place, groepen=groups, aantal=total)

    def dekking(self, place: Place) -> str:
        """Which statement of which source document stands on which page."""
        pages = {
            record.bron: in_groups(list(record.punten), lambda point: point.adres)
            for record in self.toolbox.bronpunten.values()
        }
        total = sum(len(points) for homes in pages.values() for points in homes.values())
        return self.renderer.render(
            "dekking", place, paginas=pages, titel=self._title, aantal=total
        )

    def _title(self, address: str) -> str:
        """What a reader calls the page at this address."""
        kind, _, id = address.partition("/")
        if id in self.toolbox.records.get(kind, {}):
            return self.toolbox.records[kind][id].titel
        return (
            KINDS[kind].veel
            if kind in KINDS and not id
            else (id or kind).replace("-", " ").capitalize()
        )

    def begrippen(self, place: Place) -> str:
        """The glossary."""
        return self.renderer.render("begrippen", place)

    def bronnen(self, place: Place) -> str:
        """All sources, by kind."""
        groups = in_groups(self.toolbox.bronnen.values(), lambda bron: bron.soort)
        order = [soort for soort in self.toolbox.words["bronsoorten"] if soort in groups]
        return self.renderer.render(
            "bronnen", place, groepen={soort: groups[soort] for soort in order}
        )

    def velden(self, kind: str, place: Place) -> str:
        """The field table of a kind, for editors."""
        return self.renderer.render("velden", place, tabellen=field_tables(KINDS[kind].model))

    def woorden(self, name: str, place: Place) -> str:
        """A vocabulary as a table."""
        return self.renderer.render("woorden", place, woorden=self.toolbox.words[name].values())

    def reflectiekaart(self, place: Place) -> str:
        """The five condities as a drawing in which each is a link."""
        return self.renderer.render("reflectiekaart", place, vensters=self._windows())

    def voorpagina(self, place: Place) -> str:
        """The home page."""
        start = [record for record in self.toolbox.instrumenten.values() if record.startset]
        by_phase = in_groups(start, lambda record: record.fasen[0])
        counts = {kind: len(records) for kind, records in self.toolbox.records.items()}
        return self.renderer.render(
            "voorpagina", place, startset=by_phase, vensters=self._windows(), aantal=counts
        )

    def _windows(self) -> list[tuple[Record, int, int, list[str]]]:
        condities = self.toolbox.condities.values()
        spots = _spots(len(condities))
        return [
            (record, x, y, _two_lines(record.titel))
            for record, (x, y) in zip(condities, spots, strict=True)
        ]

    def _meting(self, record: Scan) -> dict[str, Any]:
        schaal = self.toolbox.schaal
        limits = {
            "laag": schaal.laag_onder,
            "hoog": schaal.hoog_boven,
            "advies": schaal.advies_onder,
        }
        radar = empty_radar([deel.titel for deel in record.onderdelen])
        return {
            "rooster": radar,
            **{f"grens_{name}": _comma(value) for name, value in limits.items()},
        }

    def _instruments(self, ids: tuple[str, ...]) -> Links:
        return [("instrumenten", self.toolbox.instrumenten[id]) for id in ids]


def _spots(count: int) -> Sequence[tuple[int, int]]:
    """A place for each of so many windows; more than five go round an ellipse."""
    if count <= len(SPOTS):
        return SPOTS[:count]
    turns = [2 * math.pi * number / count for number in range(count)]
    return [
        (round(240 + 162 * math.sin(turn)), round(202 - 144 * math.cos(turn))) for turn in turns
    ]


def _two_lines(title: str) -> list[str]:
    """A title broken near its middle."""
    breaks = [found.start() for found in re.finditer(" ", title)]
    if not breaks:
        return [title]
    middle = min(breaks, key=lambda place: abs(place - len(title) / 2))
    return [title[:middle], title[middle + 1 :]]


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def functions(show: PageMacros) -> dict[str, Callable[..., str]]:
    """Macro name -> the function behind it; each takes its arguments and the place where it stands."""
    found: dict[str, Callable[..., str]] = {
        spec.macro: partial(show.record, kind) for kind, spec in PAGE_KINDS.items()
    }
    found |= {name: getattr(show, name) for name in METHODS}
    for word in show.toolbox.words["kaartsoorten"].values():
        found[row_macro(word.titel)] = partial(show.kaartrij, word.id)
    return found
