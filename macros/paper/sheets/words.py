"""What the sheets of all kinds take from a toolbox: addresses, titles, words and signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from macros.model import Toolbox
from macros.model.base import Herkomst, ZinVan
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.kennis import Fase
from macros.model.meten import Checklist, Scan
from macros.model.urls import record_address
from macros.paper.sheets.sheet import Regel

WithSheet = Instrument | Draaiboek | Fase | Checklist | Scan


class Base(TypedDict):
    """The fields that every sheet takes from its record in the same way."""

    adres: str
    url: str
    naam: str
    titel: str
    herzien: str
    status: str


@dataclass(frozen=True)
class SheetWords:
    """The words of one toolbox for paper, for one address of the site."""

    toolbox: Toolbox
    site_url: str

    def base(self, kind: str, record: WithSheet) -> Base:
        """Address, name, title, date and status of the sheet of a record."""
        address = record_address(kind, record.id)
        return {
            "adres": address.rstrip("/"),
            "url": f"{self.site_url.rstrip('/')}/{address}",
            "naam": record.id,
            "titel": record.titel,
            "herzien": record.herzien,
            "status": self.word("statussen", record.status).lower(),
        }

    def sign(self, id: str) -> str:
        """This id when there is a drawing with it, else ''."""
        return id if id in self.toolbox.drawings else ""

    def origin(self, origin: Herkomst) -> tuple[Regel, ...]:
        """Whose idea it is, and what we changed."""
        text = self.word("herkomsten", origin.type).lower()
        if origin.type == "alleen-de-naam":
            text = f"de naam is van {origin.van}, de rest van de redactie"
        elif origin.type != "eigen":
            text += f", {origin.van}"
        return (Regel(f"{text}. {origin.aangepast}" if origin.aangepast else text, "Herkomst:"),)

    def model_of(self, origin: Herkomst) -> tuple[Regel, ...]:
        """Whose model it is, as the line at the foot of a guide."""
        if origin.type == "vrij-naar":
            return (Regel(f"Model van {origin.van}, hier in onze woorden."),)
        return self.origin(origin)

    def word(self, vocabulary: str, id: str) -> str:
        """The title of one word of a vocabulary."""
        return self.toolbox.words[vocabulary][id].titel

    def titles(self, kind: str, ids: Iterable[str]) -> list[str]:
        """The titles of these records of a kind."""
        return [self.toolbox.records[kind][id].titel for id in ids]

    def phases(self, ids: Iterable[str]) -> str:
        """The titles of these phases as running text."""
        return ", ".join(self.titles("fasen", ids)).lower()


def plain(texts: Iterable[str]) -> tuple[Regel, ...]:
    """Texts as items without bold words."""
    return tuple(Regel(text) for text in texts)


def with_makers(sentences: Iterable[ZinVan]) -> tuple[Regel, ...]:
    """Sentences as items, each with its maker when that is another one."""
    return plain(f"{one.tekst} ({one.van})" if one.van else one.tekst for one in sentences)


def listed(titles: Sequence[str]) -> str:
    """Titles as one sentence, with the full stop that it still needs."""
    text = ", ".join(titles)
    return text if text.endswith(("?", "!")) else f"{text}."
