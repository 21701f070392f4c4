"""What makes a draaiboek lead to trouble in the room: wrong sizes, no break, no welcome, no names.

Problems, not tips: who takes a ready draaiboek trusts that somebody did this arithmetic.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from macros.model import Toolbox
from macros.model.draaiboek import Blok, Draaiboek, without_break
from macros.model.instrument import Instrument
from macros.model.problems import Problem
from macros.model.urls import record_file
from macros.model.wording import minutes
from macros.reading.language import Text, text_problem
from macros.reading.rules.record_rules import is_unfilled

MOST_WITHOUT_BREAK = 90  # minutes
LEAST_BREAK = 10  # minutes to spare that are a break too
SHORT_END = 20  # minutes of a closing before which nobody takes a break
ROUNDING = 2  # minutes that nobody misses: who plans in fives takes as much
# The times in an invitation, such as 'van 9.00 tot 12.30 uur'
TIMES = re.compile(r"van (\d{1,2})\.(\d\d) tot (\d{1,2})\.(\d\d) uur")
EXPERT = "expert"  # of the vocabulary begeleiding
WHO = re.compile(r"\b(?:wie|naam|namen)\b", re.IGNORECASE)
WHEN = re.compile(r"\b(?:wanneer|dag|datum|data|datums)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """What is wrong, by kind, and the text of the record at which an editor mends it.

    docs/assets/js/bijeenkomst/meldingen.js finds the same kinds in a kist of a reader.
    """

    soort: str
    at: str
    text: str
    blok: int | None = None  # the number of the block that it is about, from 0


def check_draaiboeken(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """The problems of all draaiboeken by these rules."""
    known = toolbox.instrumenten
    for id, record in toolbox.draaiboeken.items():
        if is_unfilled(record) or not known.keys() >= set(record.bladen):
            continue
        own = (*_cases(record, toolbox), *_invitation(record, known))
        for fault in (*faults(record, known), *own):
            file = record_file("draaiboeken", id)
            yield text_problem(Text(file, fault.at), fault.at, root, fault.text)


def check_route_times(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A step of a route that leads to a draaiboek and says another number of minutes."""
    for id, route in toolbox.leren.items():
        for stap in route.stappen:
            name = (stap.pagina or "").removeprefix("draaiboeken/")
            record = toolbox.draaiboeken.get(name)
            if record is None or not toolbox.instrumenten.keys() >= set(record.bladen):
                continue
            takes = record.duur_met(toolbox.instrumenten, record.groep.min)
            if stap.minuten != takes:
                said = f"duurt {minutes(takes)}, deze stap zegt {minutes(stap.minuten)}"
                text = f"'{record.titel}' {said}; schrijf minuten: {takes}"
                yield text_problem(Text(record_file("leren", id), name), name, root, text)


def _cases(record: Draaiboek, toolbox: Toolbox) -> Iterator[Fault]:
    """A practice case that gets less time than it takes, or too few people for its roles."""
    for blok in record.blokken:
        for page in blok.bij:
            case = toolbox.praktijk.get(page.removeprefix("praktijk/"))
            if case is None:
                continue
            given, people = blok.minuten or 0, record.groep.min
            if given < case.duur:
                said = f"duurt {minutes(case.duur)}, hier krijgt die {minutes(given)}"
                yield Fault("casus", page, f"'{case.titel}' {said}; geef de casus meer tijd")
            if people < len(case.tafel):
                said = f"heeft {len(case.tafel)} rollen, hier zijn {people} mensen"
                yield Fault("casus", page, f"'{case.titel}' {said}; verhoog groep, min")


def faults(record: Draaiboek, known: Mapping[str, Instrument]) -> Iterator[Fault]:
    """All that is wrong with one draaiboek, of which every instrument is known."""
    for number, blok in enumerate(record.blokken):
        if blok.instrument:
            for soort, text in _misfits(blok, known[blok.instrument], record):
                yield Fault(soort, _written(blok.instrument), text, number)
    yield from _opening(record)
    yield from _closing(record)
    yield from _order(record, known)
    if not any(_lacks_keetversie(blok, known) for blok in record.blokken):
        yield from _breaks(record, known)
        yield from _fixed_times(record, known)


def _misfits(blok: Blok, instrument: Instrument, record: Draaiboek) -> Iterator[tuple[str, str]]:
    """Kind and text: an instrument that is not for these people, this leader or this place."""
    least = math.floor(record.groep.min / blok.groepen)
    most = math.ceil(record.groep.max / blok.groepen)
    size = f"'{instrument.titel}' is voor {instrument.groep.min} tot {instrument.groep.max} mensen"
    if most > instrument.groep.max:
        yield "groot", f"{size}, hier zijn het er {most}; doe het in groepen of verlaag groep, max"
    if least < instrument.groep.min:
        yield (
            "klein",
            f"{size}, hier zijn het er {least}; verhoog groep, min of neem minder groepen",
        )
    if instrument.begeleiding == EXPERT and record.begeleiding != EXPERT:
        yield (
            "expert",
            f"'{instrument.titel}' vraagt een samenwerkingsexpert; zet erbij:"
            f" begeleiding: {EXPERT}",
        )
    if record.online and not instrument.online:
        yield (
            "online",
            f"'{instrument.titel}' kan niet online; kies een ander blad of haal online: true weg",
        )
    if _lacks_keetversie(blok, {instrument.id: instrument}):
        yield "keet", f"'{instrument.titel}' heeft geen keetversie; haal keet: true weg"
    else:
        yield from _too_short(blok, instrument, record)


def _too_short(blok: Blok, instrument: Instrument, record: Draaiboek) -> Iterator[tuple[str, str]]:
    """An instrument that gets less time than its steps take with the largest group."""
    own = blok.model_copy(update={"minuten": None})
    needed = own.duur_met({instrument.id: instrument}, record.groep.max)
    if blok.minuten and blok.minuten < needed - ROUNDING:
        yield (
            "kort",
            f"'{instrument.titel}' duurt met {record.groep.max} mensen {minutes(needed)},"
            f" hier krijgt het {minutes(blok.minuten)}; geef het meer tijd",
        )


def _written(id: str) -> str:
    """How a block with this sheet is written."""
    return f"instrument: {id}"


def _lacks_keetversie(blok: Blok, known: Mapping[str, Instrument]) -> bool:
    """Whether it asks for a keetversie that does not exist; then its minutes are unknown."""
    return blok.keet and not known[blok.instrument or ""].keetversie


def _opening(record: Draaiboek) -> Iterator[Fault]:
    """No opening before the first sheet."""
    for blok in record.blokken:
        if blok.soort == "opening":
            return
        if blok.instrument:
            break
    text = "blokken: begint zonder opening; zet er een regel voor met soort: opening"
    yield Fault("opening", "blokken", text)


def _closing(record: Draaiboek) -> Iterator[Fault]:
    """No closing at the end, or one that does not ask who does what, and when."""
    numbered = [(number, blok) for number, blok in enumerate(record.blokken) if not blok.pauze]
    number, last = numbered[-1] if numbered else (None, None)
    if last is None or last.soort != "afsluiting" or not last.regel:
        text = "blokken: eindigt zonder afspraken; zet er een regel achter met soort: afsluiting"
        yield Fault("afsluiting", "blokken", text)
    elif not (WHO.search(last.regel) and WHEN.search(last.regel)):
        text = "deze afsluiting vraagt geen naam en dag; schrijf erin: wie doet wat, en wanneer"
        yield Fault("namen", last.regel, text, number)


def _order(record: Draaiboek, known: Mapping[str, Instrument]) -> Iterator[Fault]:
    """A sheet before the one that it follows on, or one for a quarrel after what it replaces."""
    first_block = [blok.instrument for blok in record.blokken].index
    for first, later in combinations(record.bladen, 2):
        one, other = known[first], known[later]
        if first in other.vervolg and later not in one.vervolg:
            text = f"'{one.titel}' volgt op '{other.titel}'; draai ze om"
            yield Fault("volgorde", _written(first), text, first_block(first))
        if one.bij_onrust == later and later not in one.vervolg:
            text = f"'{other.titel}' doe je bij onrust, dus voor '{one.titel}'; draai ze om"
            yield Fault("onrust", _written(later), text, first_block(later))


def _breaks(record: Draaiboek, known: Mapping[str, Instrument]) -> Iterator[Fault]:
    """More minutes in a row without a break than people can sit.

    At the first block before which a break helps: before a long sheet alone it does not, nor just
    before the end.
    """
    moments = record.momenten(known, record.groep.min)
    for since, at in without_break(moments, LEAST_BREAK):
        if at.blok.soort == "afsluiting" and at.duur <= SHORT_END:
            continue
        if since > MOST_WITHOUT_BREAK and since > at.duur:
            limit = minutes(MOST_WITHOUT_BREAK)
            said = f"hier zit je {minutes(since)} zonder pauze, hoogstens {limit}"
            written = at.blok.regel or _written(at.blok.instrument or "")
            yield Fault("zitten", written, f"{said}; zet er een pauze voor", moments.index(at))
            return


def _fixed_times(record: Draaiboek, known: Mapping[str, Instrument]) -> Iterator[Fault]:
    """Fixed times that cannot be met: by the smallest group, or else by the largest."""
    for people in (record.groep.min, record.groep.max):
        moments = record.momenten(known, people)
        late = [(number, one) for number, one in enumerate(moments) if one.te_laat]
        for number, one in late:
            text = (
                f"'{one.naam}' staat vast op {one.blok.vast}, maar met {people} mensen is het dan"
                f" {one.te_laat} min later; kort ervoor iets in of verschuif de vaste tijd"
            )
            yield Fault("laat", f"{one.blok.vast}", text, number)
        if late:
            return


def _invitation(record: Draaiboek, known: Mapping[str, Instrument]) -> Iterator[Fault]:
    """An invitation with other times than the blocks take, for every size of the group."""
    said = TIMES.search(record.uitnodiging)
    if said is None or any(_lacks_keetversie(blok, known) for blok in record.blokken):
        return
    begin, end = f"{said[1]:>02}:{said[2]}", f"{said[3]:>02}:{said[4]}"
    earliest, latest = (record.eind(known, n) for n in (record.groep.min, record.groep.max))
    if begin != record.begin or not earliest <= end <= latest:
        people = record.groep.max
        true = earliest if earliest == latest else f"{earliest}, met {people} mensen {latest}"
        text = f"de uitnodiging zegt {begin} tot {end}; het is {record.begin} tot {true}"
        yield Fault("uitnodiging", said[0], f"{text}; pas de uitnodiging aan")
