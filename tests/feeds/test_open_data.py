"""The facts for programs: as many as there are records, valid by their schemas.

And a feed that a feed reader takes.
"""

from __future__ import annotations

import json
import re
import struct
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fastfeedparser
import jsonschema_rs
import pytest

from macros.feeds.open_data import ATOM, OpenData
from macros.feeds.well_known import write_robots
from macros.model import KINDS, Toolbox
from macros.model.instrument import Instrument

Json = Any  # what a file holds, read by its keys
KEEP = {"atom": ATOM}


def read(site: Path, name: str) -> Json:
    return json.loads((site / "data" / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def instruments(real: Toolbox) -> dict[str, Instrument]:
    return {
        id: record
        for id, record in real.records["instrumenten"].items()
        if isinstance(record, Instrument)
    }


def test_the_index_names_every_record_once(site: Path, real: Toolbox) -> None:
    kinds = read(site, "index.json")["soorten"]
    assert {kind: [line["id"] for line in found["records"]] for kind, found in kinds.items()} == {
        kind: list(records) for kind, records in real.records.items()
    }
    for found in kinds.values():
        for line in found["records"]:
            data, page = (line[key].split("//", 1)[1].split("/", 1)[1] for key in ("data", "adres"))
            assert (site / data).is_file()
            folder, _, anchor = page.partition("#")
            assert (
                f'id="{anchor}"' in (site / folder / "index.html").read_text("utf-8") or not anchor
            )


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_obeys_its_schema_and_says_what_was_written(
    kind: str, site: Path, real: Toolbox
) -> None:
    validator = jsonschema_rs.Draft202012Validator(read(site, f"schema/{kind}.json"))
    files = sorted((site / "data" / kind).glob("*.json"))
    assert {path.stem for path in files} == set(real.records[kind])
    for path in files:
        found = json.loads(path.read_text("utf-8"))
        assert [error.message for error in validator.iter_errors(found["record"])] == []
        assert found["record"]["titel"] == real.records[kind][found["id"]].titel
        assert (path.parent / found["schema"]).resolve().is_file()


def test_the_schemas_refuse_what_is_wrong(site: Path) -> None:
    record = read(site, "instrumenten/keetgesprek.json")["record"]
    validator = jsonschema_rs.Draft202012Validator(read(site, "schema/instrumenten.json"))
    assert not validator.is_valid(record | {"groep": "veel"})
    assert not validator.is_valid(record | {"dool": "x"})


def test_the_scale_and_the_words_are_there(site: Path, real: Toolbox) -> None:
    assert jsonschema_rs.Draft202012Validator(read(site, "schema/schaal.json")).is_valid(
        read(site, "schaal.json")
    )
    words = read(site, "woorden.json")
    assert {name: [word["id"] for word in found] for name, found in words.items()} == {
        name: list(found) for name, found in real.words.items()
    }


def test_a_feed_reader_sees_every_instrument_with_its_date(
    site: Path, instruments: dict[str, Instrument]
) -> None:
    text = (site / "data/nieuw.xml").read_text("utf-8")
    feed = fastfeedparser.parse(text)
    assert {entry.link.rstrip("/").rpartition("/")[2] for entry in feed.entries} == set(instruments)
    assert len(feed.entries) == len(instruments)
    for entry in feed.entries:
        record = instruments[entry.link.rstrip("/").rpartition("/")[2]]
        assert entry.title == record.titel
        assert record.doel in entry.description
        assert entry.published.startswith(record.herzien) or entry.updated.startswith(
            record.herzien
        )


def test_the_feed_keeps_the_rules_of_atom(site: Path) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have, once.

    Ids are unique; times have a zone.
    """
    root = ET.fromstring((site / "data/nieuw.xml").read_text("utf-8"))  # noqa: S314 - our own file
    assert root.tag == f"{{{ATOM}}}feed"
    assert len(root.findall("atom:author/atom:name", KEEP)) == 1
    assert {link.get("rel") for link in root.findall("atom:link", KEEP)} == {"self", "alternate"}
    entries = root.findall("atom:entry", KEEP)
    for part in (root, *entries):
        assert [len(part.findall(f"atom:{name}", KEEP)) for name in ("id", "title", "updated")] == [
            1,
            1,
            1,
        ]
        datetime.strptime(part.findtext("atom:updated", "", KEEP), "%Y-%m-%dT%H:%M:%SZ").replace(
            tzinfo=UTC
        )
    ids = [part.findtext("atom:id", "", KEEP) for part in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("https://") for id in ids)


def test_what_was_reviewed_last_comes_first(real: Toolbox) -> None:
    changed = dict(real.records["instrumenten"])
    changed["tempocheck"] = changed["tempocheck"].model_copy(
        update={"herzien": "2027-02-01", "versie": 2}
    )
    later = Toolbox(
        real.words, {**real.records, "instrumenten": changed}, real.schaal, real.drawings
    )
    feed = fastfeedparser.parse(
        dict(OpenData(later, "Onze kist", "https://x.nl/", "2027-02-01").files())["data/nieuw.xml"]
    )
    assert feed.entries[0].link == "https://x.nl/instrumenten/tempocheck/"
    assert feed.entries[0].description.startswith("Gewijzigd, versie 2.")
    assert feed.feed.title == "Onze kist: nieuwe en gewijzigde instrumenten"


def test_the_steps_for_schema_org_are_those_of_the_record(
    site: Path, instruments: dict[str, Instrument]
) -> None:
    data = read(site, "howto.json")
    assert data["@context"] == "https://schema.org"
    assert len(data["@graph"]) == len(instruments)
    for found, record in zip(data["@graph"], instruments.values(), strict=True):
        assert found["@type"] == "HowTo"
        assert found["@id"].endswith(f"/instrumenten/{record.id}/")
        assert [(step["position"], step["name"]) for step in found["step"]] == [
            *enumerate((stap.titel for stap in record.stappen), 1)
        ]
        assert found["performTime"] == f"PT{record.duur}M"


def test_pages_lead_programs_to_the_data(site: Path) -> None:
    for page, kind in (
        ("instrumenten/keetgesprek", "application/json"),
        ("instrumenten", "application/atom+xml"),
        (".", "application/atom+xml"),
    ):
        html = (site / page / "index.html").read_text("utf-8")
        links = dict(re.findall(r'<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', html))
        assert list(links) == [kind]
        assert (site / page / links[kind]).is_file()


def test_every_page_has_the_picture_that_a_chat_shows(site: Path) -> None:
    wanted = r'property="og:image" content="https://[^"]+/assets/deelplaat\.png"'
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        moved = '<meta http-equiv="refresh"' in html
        assert moved or re.search(wanted, html), path
    picture = (site / "assets/deelplaat.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)


def test_robots_find_the_site_map_and_finders_of_weak_spots_find_us(
    site: Path, tmp_path: Path
) -> None:
    assert (site / "robots.txt").read_text("utf-8").splitlines()[-1].endswith("/sitemap.xml")
    colofon = (site / "over/colofon/index.html").read_text("utf-8")
    lines = (site / ".well-known/security.txt").read_text("utf-8").splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"].endswith("/over/colofon/#zwakke-plek")
    assert 'id="zwakke-plek"' in colofon
    assert datetime.fromisoformat(fields["Expires"]).tzinfo is not None
    write_robots(tmp_path, "https://x.nl/", "2026-11-21", "veilig@x.nl")
    assert (
        (tmp_path / ".well-known/security.txt")
        .read_text("utf-8")
        .startswith("Contact: mailto:veilig@x.nl\nContact: https://x.nl/over/")
    )
