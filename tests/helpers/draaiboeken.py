"""Random kists, and what the model and rules of the project make of them; the plan when late.

The model knows a draaiboek of a record, so a kist becomes one here. What it cannot say, catching up
on what is left, is reckoned here in another way than the script does: by walking along the clock.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Any

from macros.feeds.sheet_scripts import ready_kist, sheet_facts
from macros.model import Toolbox
from macros.model.draaiboek import Blok, Draaiboek, Moment, clock, minutes_after_midnight
from macros.model.instrument import Groep, Instrument
from macros.reading.rules.draaiboek_rules import EXPERT, faults

Kist = dict[str, Any]
Rest = dict[str, Any]

LINES = [
    "Wie doet wat, en wanneer?",
    "Spreek namen en datums af.",
    "Vraag wie er nog iets wil zeggen.",
    "Kies een dag.",
    "Wiebel even los, op elke vrijdag.",
    "Éénwie en daglicht.",
]
PLACES = ["", "Keet aan de Kade", "Online", "Via Teams", "Teamruimte 2", "onlinewinkel", "In ZOOM"]
SIZES = {"groot", "klein"}  # nobody is told these who did not say how many people come


# ---------- random kists ----------


def random_kist(seed: random.Random, instruments: Sequence[Instrument]) -> Kist:
    """Sheets, breaks and own lines; fixed times near where they come, and far; over midnight."""
    begin = minutes_after_midnight(seed.choice(["09:00", "13:15", "22:50", "23:59", "00:00"]))
    chosen = _related(seed, instruments)
    blocks, now = [], begin
    for number in range(seed.choice([0, 1, 3, 6, 10, 14, 30])):
        blok = _random_block(seed, chosen)
        if seed.random() < 0.25:
            blok["vast"] = clock(now + seed.choice([-40, -5, 0, 5, 10, 45, 720, 900]))
        now += blok.get("minuten") or 30
        blocks.append({"sleutel": f"b{number}", **blok})
    if seed.random() < 0.5:
        blocks = _framed(seed, blocks)
    return {
        "begin": clock(begin),
        "mensen": seed.choice([0, seed.randint(1, 60), seed.randint(4, 12)]),
        "expert": seed.random() < 0.5,
        "plek": seed.choice(PLACES),
        "blokken": blocks,
        "geparkeerd": [{"sleutel": "p", **_random_block(seed, instruments)}],
    }


def _related(seed: random.Random, instruments: Sequence[Instrument]) -> list[Instrument]:
    """A few, so that a sheet returns, with what follows on them or is taken instead of them."""
    known = {one.id: one for one in instruments}
    some = seed.sample(instruments, 3)
    return [*some, *(known[id] for one in some for id in (*one.vervolg[:1], one.bij_onrust) if id)]


def _random_block(seed: random.Random, instruments: Sequence[Instrument]) -> dict[str, Any]:
    kind = seed.random()
    if kind < 0.2:
        title = {"titel": "Lunch"} if seed.random() < 0.5 else {}
        return {"pauze": True, "minuten": seed.choice([1, 5, 10, 40]), **title}
    if kind < 0.35:
        naming = seed.choice(
            [{"titel": "Rondje"}, {"soort": "opening"}, {"soort": "afsluiting", "titel": "Slot"}]
        )
        return {"regel": seed.choice(LINES), "minuten": seed.randint(1, 40), **naming}
    record = seed.choice(instruments)
    blok: dict[str, Any] = {"blad": record.id}
    if seed.random() < 0.4:
        blok["minuten"] = seed.choice([0, 1, 7, 20, 45, 120])
    if seed.random() < 0.3:
        blok["groepen"] = seed.randint(1, 5)
    if seed.random() < (0.4 if record.keetversie else 0.03):
        blok["keet"] = True
    return blok


def _framed(seed: random.Random, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """With a welcome, and a closing of which the words are right or not."""
    welcome = {"sleutel": "o", "regel": "Welkom", "minuten": 10, "soort": "opening"}
    closing = {"sleutel": "a", "regel": seed.choice(LINES), "minuten": 9, "soort": "afsluiting"}
    return [welcome, *blocks, closing]


# ---------- what the project makes of them ----------


def expected(kist: Kist, toolbox: Toolbox, base: Draaiboek) -> dict[str, Any]:
    """Times, totals and warnings of a kist by the model and the rules."""
    known, record = toolbox.instrumenten, as_record(kist, base)
    places = toolbox.titles("plekken")
    moments = record.momenten(known, kist["mensen"])
    begin = minutes_after_midnight(record.begin)
    return {
        "moments": [[one.naam, one.begin, one.duur, one.ruimte, one.te_laat] for one in moments],
        "end": moments[-1].eind if moments else begin,
        "materials": list(record.materiaal(known).items()),
        "roles": record.rollen(known),
        "places": [places[id] for id in record.plekken(known)],
        "warnings": list(_warnings(kist, record, known)),
        "least": [
            least(blok, one.duur, known) for blok, one in zip(kist["blokken"], moments, strict=True)
        ],
    }


def as_record(kist: Kist, base: Draaiboek) -> Draaiboek:
    """The kist as a draaiboek of the project; some that no editor may write."""
    group = Groep.model_construct(min=kist["mensen"], max=kist["mensen"])
    return base.model_copy(
        update={
            "begin": kist["begin"],
            "groep": group,
            "begeleiding": EXPERT if kist["expert"] else "begeleider",
            "online": kist["plek"] in ("Online", "Via Teams", "In ZOOM"),
            "blokken": tuple(_as_block(blok) for blok in kist["blokken"]),
        }
    )


def _as_block(blok: Mapping[str, Any]) -> Blok:
    fields = {name: blok[name] for name in ("regel", "titel", "soort", "vast") if name in blok}
    if blok.get("pauze"):
        return Blok.model_construct(pauze=blok["minuten"], **fields)
    return Blok.model_construct(
        instrument=blok.get("blad"),
        keet=blok.get("keet", False),
        groepen=blok.get("groepen", 1),
        minuten=blok.get("minuten") or None,
        **fields,
    )


def _warnings(
    kist: Kist, record: Draaiboek, known: Mapping[str, Instrument]
) -> Iterator[list[str | None]]:
    """Kind and block of each; an empty kist has none yet."""
    blocks = kist["blokken"]
    for fault in faults(record, known) if blocks else ():
        if kist["mensen"] or fault.soort not in SIZES:
            yield [fault.soort, None if fault.blok is None else blocks[fault.blok]["sleutel"]]


# ---------- running late ----------


def least(blok: Mapping[str, Any], planned: int, known: Mapping[str, Instrument]) -> int:
    """Fewer minutes make no sense."""
    if blok.get("pauze") and planned < 30:
        return min(5, planned)
    if blok.get("soort"):
        return planned
    keet = known[blok["blad"]].keetversie if blok.get("blad") else ()
    short = sum(stap.minuten for stap in keet) or ceil(Fraction(2, 3) * planned)
    return min(planned, short)


def random_late(
    seed: random.Random, kist: Kist, moments: Sequence[Moment], lows: Sequence[int]
) -> dict[str, Any]:
    """Somewhere on the way, some minutes behind or ahead, with what is left from there."""
    parts = list(zip(kist["blokken"], moments, lows, strict=True))
    first = seed.randrange(len(parts))
    return {
        "first": first,
        "now": moments[first].begin + seed.choice([-20, 0, 1, 7, 15, 30, 60, 200]),
        "end": moments[-1].eind + seed.choice([0, 0, 0, -30, 15]),
        "left": [_rest(*part) for part in parts[first:]],
    }


def _rest(blok: Mapping[str, Any], moment: Moment, low: int) -> Rest:
    rest = {
        "sleutel": blok["sleutel"],
        "minuten": moment.duur,
        "minste": low,
        "los": not (blok.get("pauze") or blok.get("soort") or blok.get("vast")),
    }
    return rest | {"vast": moment.begin - moment.te_laat} if blok.get("vast") else rest


def caught_up(left: Sequence[Rest], now: int, end: int) -> dict[str, Any]:
    """The plan for what is left."""
    shorter = _shortened(left, now, end)
    late = _late(left, shorter, now, end)
    total = sum(late.values())
    without = {
        one["sleutel"]: _total([other for other in left if other is not one], now, end)
        for one in left
        if one["los"]
    }
    helps = [key for key, rest in sorted(without.items(), key=lambda item: item[1]) if rest < total]
    planned = {one["sleutel"]: one["minuten"] for one in left}
    return {
        "minuten": {key: value for key, value in shorter.items() if value != planned[key]},
        "teLaat": late,
        "parkeer": helps,
    }


def _total(left: Sequence[Rest], now: int, end: int) -> int:
    return sum(_late(left, _shortened(left, now, end), now, end).values())


def _deadlines(left: Sequence[Rest], end: int) -> list[tuple[int, str, int]]:
    """Before which block, its key, and when it must begin; last the end."""
    fixed = [(k, one["sleutel"], one["vast"]) for k, one in enumerate(left) if "vast" in one]
    return [*fixed, (len(left), "", end)]


def _arrival(left: Sequence[Rest], minutes: Mapping[str, int], now: int, place: int) -> int:
    """When everything before this place is done; a fixed time is waited for."""
    time = now
    for one in left[:place]:
        time = max(time, one.get("vast", time)) + minutes[one["sleutel"]]
    return time


def _shortened(left: Sequence[Rest], now: int, end: int) -> dict[str, int]:
    minutes = {one["sleutel"]: one["minuten"] for one in left}
    since = 0
    for place, _, until in _deadlines(left, end):
        late = _arrival(left, minutes, now, place) - until
        if late > 0:
            _cut(minutes, left[since:place], late)
        since = place
    return minutes


def _cut(minutes: dict[str, int], blocks: Sequence[Rest], wanted: int) -> None:
    """Take minutes in proportion to what each can give, whole ones by the largest remainder."""
    room = {one["sleutel"]: max(0, one["minuten"] - one["minste"]) for one in blocks}
    whole = sum(room.values())
    take = min(wanted, whole)
    shares = {key: Fraction(take * value, whole) for key, value in room.items() if value}
    for key, share in shares.items():
        minutes[key] -= int(share)
    left_over = take - sum(int(share) for share in shares.values())
    for key in sorted(shares, key=lambda key: int(shares[key]) - shares[key])[:left_over]:
        minutes[key] -= 1


def _late(left: Sequence[Rest], minutes: Mapping[str, int], now: int, end: int) -> dict[str, int]:
    found = {
        key: _arrival(left, minutes, now, place) - until
        for place, key, until in _deadlines(left, end)
    }
    return {key: late for key, late in found.items() if late > 0}


# ---------- all together ----------


def cases(toolbox: Toolbox, count: int, number: int) -> dict[str, Any]:
    """Random kists with what they should give, and the sheets that they use."""
    seed = random.Random(number)  # noqa: S311
    instruments = list(toolbox.instrumenten.values())
    base = next(iter(toolbox.draaiboeken.values()))
    kists = []
    for _ in range(count):
        kist = random_kist(seed, instruments)
        wanted = expected(kist, toolbox, base)
        moments = as_record(kist, base).momenten(toolbox.instrumenten, kist["mensen"])
        late = []
        for _ in range(3 if moments else 0):
            case = random_late(seed, kist, moments, wanted["least"])
            late.append(case | {"plan": caught_up(case["left"], case["now"], case["end"])})
        kists.append({"kist": kist, "expected": wanted, "late": late})
    sheets = {one.id: sheet_facts(one, toolbox) for one in instruments}
    return {"kists": kists, "sheets": sheets, "ready": [*_ready(toolbox)]}


def _ready(toolbox: Toolbox) -> Iterator[dict[str, Any]]:
    """Each ready draaiboek as a page gets it, with its times by the model."""
    for record in toolbox.draaiboeken.values():
        moments = record.momenten(toolbox.instrumenten, record.groep.min)
        kist = ready_kist(record, toolbox)
        yield {"kist": kist, "times": [[one.naam, one.tijd] for one in moments]}
