"""The text that each macro puts on a page. Works on plain values, so that it runs without MkDocs.

The docstring of a macro says what it shows; each returns HTML and Markdown for the page at `place`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.bronnen import Bronpunt
from macros.model.components import COMPONENTS, Component
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import MOST, Instrument
from macros.model.kennis import Conditie, Fase
from macros.model.meten import FACTS, KRINGEN, Scan
from macros.model.relations import Relations
from macros.model.urls import page_address, record_file
from macros.model.verhalen import THE_TEN, Praktijk, Rol, Situatie
from macros.model.wording import in_one_sentence
from macros.pages.audit_report import PROBLEM_TYPES, AuditReport
from macros.pages.belonging import belonging
from macros.pages.doors import Doors
from macros.pages.facets import facets, features
from macros.pages.field_tables import field_tables
from macros.pages.grouping import Links, anchors, grouped, split_long_list
from macros.pages.radar import empty_radar
from macros.pages.record_template import record_text
from macros.pages.render import Place, Renderer, in_groups
from macros.pages.roles import clashes, roles_by_job, sheets_of
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PrintedPdf, Printer
from macros.paper.pdf_document import PdfDocument, print_document
from macros.paper.sheets.draaiboek_sheets import to_bring
from macros.paper.sheets.layout import layout_of
from macros.reading.macro_calls import METHODS, row_macro
from macros.reading.settings.site_settings import NO_SITE, SiteSettings

# The heading of situations that belong to no conditie
OWN_ORGANISATION = "Het zit in onze eigen organisatie"
# What a new instrument is called until somebody names it
NEW_TITLE, NEW_ID = "Naam van je instrument", "naam-van-je-instrument"
# Centres of the windows of the five condities around their core, in a drawing of 480 by 420
WINDOW_CENTRES = ((240, 58), (402, 178), (340, 346), (140, 346), (78, 178))


class PageMacros:
    """The macros of the site for the toolbox of its documents.

    Without a printer the pages offer no PDF.
    """

    def __init__(
        self,
        documents: PdfDocuments,
        printer: Printer | None = None,
        audit: AuditReport | None = None,
        *,
        site: SiteSettings = NO_SITE,
        doors: Doors | None = None,
    ) -> None:
        self.toolbox = toolbox = documents.toolbox
        self.documents = documents
        self.printer = printer
        self.audit = audit
        self.doors = doors or Doors()
        self.relations = Relations(toolbox)
        self.renderer = Renderer(toolbox, self.relations, site, self.doors)

    def with_toolbox(self, toolbox: Toolbox) -> PageMacros:
        """The same macros for another toolbox that has the same relations."""
        other = copy(self)
        other.toolbox = toolbox
        other.documents = PdfDocuments(toolbox, self.documents.site_url)
        other.relations = self.relations.with_toolbox(toolbox)
        other.renderer = replace(self.renderer, toolbox=toolbox, relations=other.relations)
        return other

    def with_hyphens(self, hyphenate: Callable[[str], str]) -> PageMacros:
        """The same macros, with titles whose long words may break where this says."""
        other = copy(self)
        other.renderer = replace(self.renderer, hyphenate=hyphenate)
        return other

    def record(self, kind: str, id: str, place: Place) -> str:
        """The page of one record; KeyError for an id that does not exist."""
        spec, record = KINDS[kind], self.toolbox.records[kind][id]
        values = {"kind": kind, "spec": spec, "record": record} | self._extra(record)
        if spec.sheet:
            values |= self._paper(record)
        return self.renderer.render(spec.macro, place, **values)

    def _extra(self, record: Record) -> dict[str, object]:
        """What the template of a record needs beside the record."""
        values: dict[str, object] = {}
        match record:
            case Fase():
                values["eerst"] = self._instruments(record.eerst)
            case Draaiboek():
                values = self._draaiboek(record)
            case Conditie():
                values = self._conditie(record)
            case Situatie():
                values["eerst"] = self._instruments((record.eerst,))
                values["daarna"] = self._instruments(record.daarna)
            case Scan():
                values = self._meting(record)
            case Rol():
                values["botst"] = clashes(record, self.toolbox)
                values["bladen"] = sheets_of(record, self.toolbox)
            case Praktijk():
                values["rolkaarten"] = self._downloads(lambda: self.documents.roles(record))
                values["instrumenten"] = self._instruments(record.instrumenten)
        return values

    def _draaiboek(self, record: Draaiboek) -> dict[str, object]:
        """What follows from the sheets in it: times, and what and who is needed."""
        used, people = self.toolbox.instrumenten, record.groep
        words = self.documents.sheets.words
        more = record.duur_met(used, people.max) - record.duur_met(used, people.min)
        return {
            "momenten": record.momenten(used, people.min),
            "eindtijd": record.eind(used, people.min),
            "langer": more,
            "vast": any(blok.vast for blok in record.blokken),
            "plekken": in_one_sentence(words.word("plekken", id) for id in record.plekken(used)),
            "meenemen": to_bring(words, record),
            "rollen": record.rollen(used),
            "daarna": self._instruments(record.daarna),
        }

    def _conditie(self, record: Conditie) -> dict[str, object]:
        """Where to begin, and the models that explain the conditie: those mainly about it first."""
        models = [one for one in self.toolbox.modellen.values() if record.id in one.condities]
        mainly = [one for one in models if one.condities[0] == record.id]
        rows = {
            "Vooral hierover": mainly,
            "Ook hierover": [one for one in models if one not in mainly],
        }
        return {
            "eerst": self._instruments(record.eerst),
            "modellen": {title: row for title, row in rows.items() if row},
        }

    def _paper(self, record: Record) -> dict[str, object]:
        """The sheet of a record, and its downloads."""
        pdfs = self._downloads(lambda: self.documents.of(record))
        blad = (pdfs[0][0].blad if pdfs else None) or self.documents.sheets.of(record)
        return {
            "blad": blad,
            "opmaak": layout_of(blad, pdfs[0][1] if pdfs else None),
            "papier": not isinstance(record, Instrument),
            "pdfs": pdfs,
        }

    def sheet(self, record: Record, place: Place) -> str:
        """The sheet of a record as it is printed, for a page that is not its own."""
        return self.renderer.render("blad", place, **self._paper(record) | {"papier": True})

    def _downloads(
        self, documents: Callable[[], Iterable[PdfDocument]]
    ) -> list[tuple[PdfDocument, PrintedPdf]]:
        """Documents with their PDFs; none without a printer.

        Takes a function, since making the documents is work that is wasted without a printer.
        """
        if self.printer is None:
            return []
        return [(item, print_document(item, self.printer)) for item in documents()]

    def kaarten(self, kind: str, place: Place) -> str:
        """A list of all records of a kind, in groups."""
        groups = grouped(kind, self.toolbox.records[kind].values(), self.toolbox)
        pdfs = self._downloads(lambda: self.documents.decks if kind == "kaarten" else ())
        published = anchors(kind, self.toolbox)
        return self.renderer.render("kaarten", place, groepen=groups, pdfs=pdfs, ankers=published)

    def metingen(self, place: Place) -> str:
        """All metingen by what they are about, with the way to each of those above them."""
        by_kring = in_groups(self.toolbox.scans.values(), lambda record: record.kring)
        groups = {id: (KRINGEN[id], by_kring[id]) for id in KRINGEN if id in by_kring}
        return self.renderer.render("metingen", place, groepen=groups)

    def zoeker(self, place: Place) -> str:
        """All instruments by phase, with filters when scripts run."""
        groups = grouped("instrumenten", self.toolbox.instrumenten.values(), self.toolbox)
        shown = [(title, [record for _, record in links]) for title, links in groups]
        return self.renderer.render(
            "zoeker",
            place,
            groepen=shown,
            facetten=facets(self.toolbox),
            hoogstens=MOST,
            fasen=self.toolbox.fasen,
            kenmerken=features,
        )

    def wegwijzer(self, place: Place) -> str:
        """All situations, grouped by the conditie that is missing, with their first instrument."""
        headings = {id: record.wringt for id, record in self.toolbox.condities.items()}

        def heading(record: Situatie) -> str:
            return headings[record.conditie] if record.conditie else OWN_ORGANISATION

        groups = in_groups(self.toolbox.situaties.values(), heading)
        order = [*headings.values(), OWN_ORGANISATION]
        shown = [(text, groups[text]) for text in order if text in groups]
        return self.renderer.render("wegwijzer", place, groepen=shown)

    def rollentabel(self, place: Place) -> str:
        """The ten roles beside each other: what each does, may decide, and does not go with."""
        ten = [record for record in self.toolbox.rollen.values() if record.groep == THE_TEN]
        rows = [(record, clashes(record, self.toolbox)) for record in ten]
        return self.renderer.render("rollentabel", place, rijen=rows)

    def functietabel(self, place: Place) -> str:
        """Jobs by name, each with the roles that people in that job often have."""
        return self.renderer.render("functietabel", place, functies=roles_by_job(self.toolbox))

    def kaartrij(self, soort: str, place: Place) -> str:
        """All cards of one row, such as the seven succesfactoren, one below the other."""
        cards = [card for card in self.toolbox.kaarten.values() if card.soort == soort]
        pdfs = self._downloads(lambda: self.documents.deck_of(soort))
        return self.renderer.render("kaartrij", place, kaarten=cards, pdfs=pdfs)

    def noem_ons(self, place: Place) -> str:
        """How others name this site as their source."""
        return self.renderer.render("noem_ons", place)

    def drukwerk(self, place: Place) -> str:
        """Everything to print that belongs to no single page."""
        downloads = self._downloads(lambda: self.documents.extra)
        groups = in_groups(downloads, lambda download: download[0].soort)
        return self.renderer.render("drukwerk", place, groepen=groups)

    def gegevens(self, place: Place) -> str:
        """What this site stores on the device of the reader."""
        entries: list[tuple[str, str, str, str]] = []
        for macro, component in COMPONENTS.items():
            entries += self._stored(macro, component, place)
        return self.renderer.render("gegevens", place, bewaard=entries)

    def _stored(
        self, macro: str, component: Component, place: Place
    ) -> Iterator[tuple[str, str, str, str]]:
        """Key, word before the link, address and title of each entry that a component may store."""
        kind = next((kind for kind, spec in PAGE_KINDS.items() if spec.macro == macro), "")
        for id, record in self.toolbox.records.get(kind, {}).items():
            if component.stored_as:
                key, word = f"{component.stored_as}.{id}", KINDS[kind].een.capitalize()
                yield key, word, place.url(kind, id), record.titel
        if component.page:
            yield component.stored_as, "", place.path(component.page), component.title

    def plain(self, name: str, place: Place) -> str:
        """A macro whose template needs no values beside the toolbox."""
        return self.renderer.render(name, place)

    def open_data(self, place: Place) -> str:
        """The files with open data, for programs."""
        count = sum(map(len, self.toolbox.records.values()))
        return self.renderer.render("open_data", place, aantal=count, kinds=list(KINDS))

    def toetsing(self, place: Place) -> str:
        """The figures of the last audit."""
        return self.renderer.render("toetsing", place, toets=self.audit, fouten=PROBLEM_TYPES)

    def contact(self, place: Place) -> str:
        """Whom to ask or tell something about the site."""
        report = self.doors.host.report("Vraag over de site", place.here)
        return self.renderer.render("contact", place, doors=self.doors, melden=report)

    def contact_besloten(self, place: Place) -> str:
        """Whom to tell what must not be public yet."""
        return self.renderer.render("contact", place, doors=self.doors, melden=None)

    def nieuw_instrument(self, place: Place) -> str:
        """The template of a new instrument: open at the host of the sources, or to copy."""
        text, short = self._template(short=False), self._template(short=True)
        file, host = record_file("instrumenten", NEW_ID), self.doors.host
        filled, empty = host.new_file(file, short), host.empty_file(file)
        return self.renderer.render(
            "nieuw_instrument", place, tekst=text, bestand=file, ingevuld=filled, leeg=empty
        )

    def _template(self, *, short: bool) -> str:
        """A new instrument, with a date that only a change of records changes.

        So two builds are equal. The short one fits in an address.
        """
        text = record_text("instrumenten", NEW_TITLE, self.toolbox, short=short)
        return text.replace(datetime.now(tz=UTC).date().isoformat(), self.toolbox.newest)

    def hoort_bij(self, place: Place) -> str:
        """The records that belong to the record of this page, from both ends."""
        kind, _, id = page_address(place.page).partition("/")
        shown = frozenset((*KINDS[kind].shown_relations, *KINDS[kind].shown_backward))
        groups = self.relations.groups(kind, id, shown)
        found = belonging(groups, self.relations.ties(kind, id))
        others = [
            {"label": group.label, "delen": split_long_list(group, self.toolbox)}
            for group in found.others
        ]
        return self.renderer.render(
            "hoort_bij", place, eerst=found.first, groepen=others, aantal=found.folded
        )

    def bronpunten(self, place: Place) -> str:
        """The statements of the source documents that have this page as their home."""
        here = page_address(place.page)
        groups: dict[str, list[Bronpunt]] = {}
        for record in self.toolbox.bronpunten.values():
            if points := [point for point in record.punten if point.adres == here]:
                groups[record.bron] = points
        total = sum(map(len, groups.values()))
        return self.renderer.render(
            "bronpunten", place, groepen=groups, aantal=total, bestanden=self._statement_files()
        )

    def dekking(self, place: Place) -> str:
        """For each source document: which of its statements are on which page."""
        pages: dict[str, dict[str, list[Bronpunt]]] = {}
        for record in self.toolbox.bronpunten.values():
            pages[record.bron] = in_groups(record.punten, lambda point: point.adres)
        total = sum(len(record.punten) for record in self.toolbox.bronpunten.values())
        return self.renderer.render(
            "dekking",
            place,
            paginas=pages,
            titel=self._title,
            aantal=total,
            bestanden=self._statement_files(),
        )

    def _statement_files(self) -> dict[str, str]:
        """Source document -> the id of the record with its statements."""
        return {record.bron: record.id for record in self.toolbox.bronpunten.values()}

    def _title(self, address: str) -> str:
        """What readers call the page at this address."""
        kind, _, id = address.partition("/")
        if id in self.toolbox.records.get(kind, {}):
            return self.toolbox.records[kind][id].titel
        return self.renderer.part(address)

    def bronnen(self, place: Place) -> str:
        """All sources, by type."""
        groups = in_groups(self.toolbox.bronnen.values(), lambda bron: bron.soort)
        order = self.toolbox.words["bronsoorten"]
        shown = {soort: groups[soort] for soort in order if soort in groups}
        return self.renderer.render("bronnen", place, groepen=shown)

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
        by_phase = in_groups(self.toolbox.startset, lambda record: record.fasen[0])
        counts = {kind: len(records) for kind, records in self.toolbox.records.items()}
        return self.renderer.render(
            "voorpagina", place, startset=by_phase, vensters=self._windows(), aantal=counts
        )

    def _windows(self) -> list[tuple[Record, int, int, list[str]]]:
        """Every conditie with the centre of its window and the lines of its title."""
        condities = self.toolbox.condities.values()
        centres = _window_centres(len(condities))
        return [
            (record, x, y, _two_lines(record.titel))
            for record, (x, y) in zip(condities, centres, strict=True)
        ]

    def _meting(self, record: Scan) -> dict[str, object]:
        schaal = self.toolbox.schaal
        return {
            "keuzes": {"oordeel": tuple(enumerate(schaal.antwoorden, 1)), "feit": FACTS},
            "soorten": {record.over(deel) for deel in record.onderdelen},
            "over_zelf": [d.titel for d in record.onderdelen if record.over(d) == "zelf"],
            "grens_verschil": _comma(schaal.verschil_alarm),
            "rooster": empty_radar([onderdeel.titel for onderdeel in record.onderdelen]),
            "grens_laag": _comma(schaal.laag_onder),
            "grens_hoog": _comma(schaal.hoog_boven),
            "grens_advies": _comma(schaal.advies_onder),
        }

    def _instruments(self, ids: tuple[str, ...]) -> Links:
        return [("instrumenten", self.toolbox.instrumenten[id]) for id in ids]


def _window_centres(count: int) -> Sequence[tuple[int, int]]:
    """A centre for each of so many windows; more than five are spread over an ellipse."""
    if count <= len(WINDOW_CENTRES):
        return WINDOW_CENTRES[:count]
    angles = [2 * math.pi * number / count for number in range(count)]
    return [(round(240 + 162 * math.sin(a)), round(202 - 144 * math.cos(a))) for a in angles]


def _two_lines(title: str) -> list[str]:
    """A title broken near its middle; one line when it is one word."""
    breaks = [match.start() for match in re.finditer(" ", title)]
    if not breaks:
        return [title]
    middle = min(breaks, key=lambda position: abs(position - len(title) / 2))
    return [title[:middle], title[middle + 1 :]]


def _comma(value: float) -> str:
    """A number with one decimal, as Dutch readers write it: 2,5."""
    return f"{value:.1f}".replace(".", ",")


def functions(macros: PageMacros) -> dict[str, Callable[..., str]]:
    """Macro name -> its function; it takes the arguments of the call, and the page as `place`."""
    by_name: dict[str, Callable[..., str]] = {}
    for name in METHODS:
        by_name[name] = getattr(macros, name, None) or partial(macros.plain, name)
    for kind, spec in PAGE_KINDS.items():
        by_name[spec.macro] = partial(macros.record, kind)
    for word in macros.toolbox.words["kaartsoorten"].values():
        by_name[row_macro(word.titel)] = partial(macros.kaartrij, word.id)
    return by_name
