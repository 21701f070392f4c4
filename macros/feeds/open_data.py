"""The facts of the site for programs: every record as JSON, an index, the schemas, steps for schema.org and a feed.

An envelope says where a record stands and which schema it obeys; the record in it is what the editor wrote, no more.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from macros.feeds.json_schema import schemas
from macros.model import KINDS, Record, Toolbox
from macros.model.instrument import Instrument
from macros.model.urls import record_address

FOLDER = "data"
FEED = f"{FOLDER}/nieuw.xml"
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.nl"
ATOM = "http://www.w3.org/2005/Atom"
STATEMENTS = "over/dekking/"  # the page that lists them all; each also stands on its home page


@dataclass(frozen=True)
class OpenData:
    """All files for one toolbox at one address."""

    toolbox: Toolbox
    site_url: str  # with a slash at the end
    newest: str  # the day on which a record was last reviewed

    def write(self, site: Path) -> None:
        """Put them in the built site."""
        for name, text in self.files():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")

    def files(self) -> Iterator[tuple[str, str]]:
        """Path in the site and text."""
        for kind, record in self.toolbox.all():
            yield f"{FOLDER}/{kind}/{record.id}.json", _json(self._envelope(kind, record))
        yield (
            f"{FOLDER}/howto.json",
            _json(
                {
                    "@context": "https://schema.org",
                    "@graph": list(map(self._howto, self.toolbox.instrumenten.values())),
                }
            ),
        )
        for name, schema in schemas(self.toolbox).items():
            yield f"{FOLDER}/schema/{name}", schema
        yield (
            f"{FOLDER}/woorden.json",
            _json(
                {
                    name: [_plain(word) for word in words.values()]
                    for name, words in self.toolbox.words.items()
                }
            ),
        )
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

    def _index(self) -> dict[str, Any]:
        kinds = {
            kind: [self._line(kind, record) for record in records.values()]
            for kind, records in self.toolbox.records.items()
        }
        about = {
            "titel": "Gereedschapskist samenwerken",
            "adres": self.site_url,
            "herzien": self.newest,
            "licentie": LICENCE,
        }
        more = {
            "feed": self._url(FEED),
            "woorden": self._url(f"{FOLDER}/woorden.json"),
            "schaal": self._url(f"{FOLDER}/schaal.json"),
        }
        names = {
            kind: {"naam": spec.een, "schema": self._url(f"{FOLDER}/schema/{kind}.json")}
            for kind, spec in KINDS.items()
        }
        return {
            **about,
            **more,
            "soorten": {kind: {**names[kind], "records": lines} for kind, lines in kinds.items()},
        }

    def _line(self, kind: str, record: Record) -> dict[str, str]:
        address = self._page(kind, record)
        data = self._url(f"{FOLDER}/{kind}/{record.id}.json")
        return {
            "id": record.id,
            "titel": record.titel,
            "kort": record.kort,
            "adres": address,
            "data": data,
        }

    def _howto(self, record: Instrument) -> dict[str, Any]:
        """The steps as schema.org describes them: https://schema.org/HowTo."""
        return {
            "@type": "HowTo",
            "@id": self._page("instrumenten", record),
            "name": record.titel,
            "description": record.doel,
            "url": self._page("instrumenten", record),
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
        """All instruments as Atom (RFC 4287), the last reviewed first, so that who looks once a year misses nothing."""
        feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
        _add(feed, "title", "Gereedschapskist samenwerken: nieuwe en gewijzigde instrumenten")
        _add(feed, "id", self._url(FEED))
        _add(feed, "updated", f"{self.newest}T00:00:00Z")
        _add(feed, "link", rel="self", type="application/atom+xml", href=self._url(FEED))
        _add(feed, "link", rel="alternate", type="text/html", href=self._url("instrumenten/"))
        _add(_add(feed, "author"), "name", "Redactie van de gereedschapskist")
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
        _add(entry, "title", record.titel)
        _add(entry, "id", address)
        _add(entry, "updated", f"{record.herzien}T00:00:00Z")
        _add(entry, "link", rel="alternate", type="text/html", href=address)
        for fase in record.fasen:
            _add(entry, "category", term=fase, label=self.toolbox.fasen[fase].titel)
        _add(
            entry,
            "summary",
            f"{'Nieuw' if record.versie == 1 else f'Gewijzigd, versie {record.versie}'}. {record.doel}",
        )


def _plain(part: Any) -> dict[str, Any]:
    """The fields of a record as an editor would write them: nothing for what is empty, the id in the file name."""
    found: dict[str, Any] = part.model_dump(
        mode="json", exclude_none=True, exclude={"id"} if isinstance(part, Record) else None
    )
    return found


def _json(value: Any) -> str:
    return to_json(value, indent=1).decode() + "\n"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child
