"""The facts of the site for programs: records as JSON, an index, schemas, schema.org and a feed.

An envelope gives the page of a record and its schema; the record in it is what the editor wrote.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from macros.feeds.json_schema import schemas
from macros.model import KINDS, Part, Record, Toolbox
from macros.model.instrument import Instrument
from macros.model.urls import record_address

FOLDER = "data"
FEED = f"{FOLDER}/nieuw.xml"
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.nl"
ATOM = "http://www.w3.org/2005/Atom"
STATEMENTS = "over/dekking/"  # the page with all bronpunten: they have no page of their own


@dataclass(frozen=True)
class OpenData:
    """All data files of one toolbox, for one address of the site."""

    toolbox: Toolbox
    site_name: str
    site_url: str  # with a slash at the end
    newest: str  # the day on which a record was last reviewed

    def write(self, site: Path) -> None:
        """Put the files in the built site."""
        for name, text in self.files():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")

    def files(self) -> Iterator[tuple[str, str]]:
        """Pairs of a path in the site and the text of that file."""
        for kind, record in self.toolbox.all():
            yield f"{FOLDER}/{kind}/{record.id}.json", _json(self._envelope(kind, record))
        yield f"{FOLDER}/howto.json", _json(self._howtos())
        for name, schema in schemas(self.toolbox).items():
            yield f"{FOLDER}/schema/{name}", schema
        yield f"{FOLDER}/woorden.json", _json(self._vocabularies())
        yield f"{FOLDER}/schaal.json", _json(_plain(self.toolbox.schaal))
        yield f"{FOLDER}/index.json", _json(self._index())
        yield FEED, self._feed()

    def _url(self, path: str) -> str:
        return self.site_url + path

    def _page(self, kind: str, record: Record) -> str:
        return self._url(STATEMENTS if kind == "bronpunten" else record_address(kind, record.id))

    def _envelope(self, kind: str, record: Record) -> dict[str, Any]:
        about = {
            "id": record.id,
            "soort": kind,
            "adres": self._page(kind, record),
            "licentie": LICENCE,
        }
        return {**about, "schema": f"../schema/{kind}.json", "record": _plain(record)}

    def _vocabularies(self) -> dict[str, list[dict[str, Any]]]:
        vocabularies = {}
        for name, words in self.toolbox.words.items():
            vocabularies[name] = [_plain(word) for word in words.values()]
        return vocabularies

    def _index(self) -> dict[str, Any]:
        return {
            "titel": self.site_name,
            "adres": self.site_url,
            "herzien": self.newest,
            "licentie": LICENCE,
            "feed": self._url(FEED),
            "woorden": self._url(f"{FOLDER}/woorden.json"),
            "schaal": self._url(f"{FOLDER}/schaal.json"),
            "soorten": {kind: self._kind(kind) for kind in self.toolbox.records},
        }

    def _kind(self, kind: str) -> dict[str, Any]:
        records = self.toolbox.records[kind].values()
        return {
            "naam": KINDS[kind].een,
            "schema": self._url(f"{FOLDER}/schema/{kind}.json"),
            "records": [self._line(kind, record) for record in records],
        }

    def _line(self, kind: str, record: Record) -> dict[str, str]:
        return {
            "id": record.id,
            "titel": record.titel,
            "kort": record.kort,
            "adres": self._page(kind, record),
            "data": self._url(f"{FOLDER}/{kind}/{record.id}.json"),
        }

    def _howtos(self) -> dict[str, Any]:
        return {
            "@context": "https://schema.org",
            "@graph": [self._howto(record) for record in self.toolbox.instrumenten.values()],
        }

    def _howto(self, record: Instrument) -> dict[str, Any]:
        """The steps as schema.org describes them: https://schema.org/HowTo."""
        page = self._page("instrumenten", record)
        return {
            "@type": "HowTo",
            "@id": page,
            "name": record.titel,
            "description": record.doel,
            "url": page,
            "inLanguage": "nl",
            "license": LICENCE,
            "dateModified": record.herzien,
            "prepTime": f"PT{record.voorbereiding}M",
            "performTime": f"PT{record.duur}M",
            "totalTime": f"PT{record.voorbereiding + record.duur}M",
            "supply": [{"@type": "HowToSupply", "name": name} for name in record.materiaal],
            "step": [
                {"@type": "HowToStep", "position": place, "name": step.titel, "text": step.tekst}
                for place, step in enumerate(record.stappen, 1)
            ],
        }

    def _feed(self) -> str:
        """All instruments as Atom (RFC 4287), the last reviewed first.

        All, not the last few: a reader who looks once a year misses nothing.
        """
        feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
        _add(feed, "title", f"{self.site_name}: nieuwe en gewijzigde instrumenten")
        _add(feed, "id", self._url(FEED))
        _add(feed, "updated", f"{self.newest}T00:00:00Z")
        _add(feed, "link", rel="self", type="application/atom+xml", href=self._url(FEED))
        _add(feed, "link", rel="alternate", type="text/html", href=self._url("instrumenten/"))
        _add(_add(feed, "author"), "name", f"Redactie van {self.site_name}")
        _add(feed, "rights", "Creative Commons Naamsvermelding 4.0")
        for record in sorted(
            self.toolbox.instrumenten.values(), key=lambda record: record.herzien, reverse=True
        ):
            self._entry(feed, record)
        ET.indent(feed)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'

    def _entry(self, feed: ET.Element, record: Instrument) -> None:
        entry = _add(feed, "entry")
        address = self._page("instrumenten", record)
        news = "Nieuw" if record.versie == 1 else f"Gewijzigd, versie {record.versie}"
        _add(entry, "title", record.titel)
        _add(entry, "id", address)
        _add(entry, "updated", f"{record.herzien}T00:00:00Z")
        _add(entry, "link", rel="alternate", type="text/html", href=address)
        for fase in record.fasen:
            _add(entry, "category", term=fase, label=self.toolbox.fasen[fase].titel)
        _add(entry, "summary", f"{news}. {record.doel}")


def _plain(part: Part) -> dict[str, Any]:
    """The fields of a record as an editor writes them: no empty ones, and no id (the file name)."""
    without = {"id"} if isinstance(part, Record) else None
    fields: dict[str, Any] = part.model_dump(mode="json", exclude_none=True, exclude=without)
    return fields


def _json(value: object) -> str:
    return to_json(value, indent=1).decode() + "\n"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child
