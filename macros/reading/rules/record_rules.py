"""What a record may not hold although its fields are in order: it would go live in silence.

Text that was never filled in, markup that readers would see as it is written, signs that paper
leaves out, a title that promises other minutes than the steps take, and copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from macros.model import Toolbox
from macros.model.base import Part, Record
from macros.model.problems import Problem, as_id
from macros.model.toolbox import Reviewed
from macros.reading.language import Text, text_problem
from macros.reading.links_lock import was_published
from macros.reading.numbers import minutes_in
from macros.reading.source_pages import read_pages

# What `kist.py new` writes where an editor must write
SAMPLE = "Vul dit in"
UNFILLED = re.compile(rf"{SAMPLE}(?: \d+)?(?:$|[.:])", re.IGNORECASE)
MARKUP = (
    (re.compile(r"</?[a-z][^<>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE), "HTML"),
    (
        re.compile(
            r"\*\*[^*]*\*\*|__|~~|`|\[[^\]]+\]\([^)]*\)|(?<![\w*])\*[^\s*][^*]*\*(?![\w*])"
            r"|(?<!\w)_[^\s_][^_]*_(?!\w)|^(?:#{1,6}|[-*>]) |^\|.*\|$"
        ),
        "opmaak (Markdown)",
    ),
)
# Signs that the font of the paper does not have: it leaves them out, so a sentence could turn
SIGN = re.compile("[\u2600-\u27bf]")
PICTURE = re.compile("[\U0001f000-\U0001faff\ufe0f\u200d\u2764]+")
# For speed: a record without any of these has nothing that the rules above look for
SUSPECT = re.compile(
    rf"vul dit in|[<&*_~`|]|\]\(|^[#>-]|{SIGN.pattern}|{PICTURE.pattern}",
    re.IGNORECASE | re.MULTILINE,
)
IN_LETTERS = {
    **dict.fromkeys("✓✔☑✅", "een vinkje"),
    **dict.fromkeys("✗✘☒❌✕✖", "een kruisje"),
    **dict.fromkeys("☐❏❑❒", "een hokje"),
    **dict.fromkeys("★☆", "een ster"),
    **dict.fromkeys("➔➜➡", "een pijl"),
}
SHINGLE = 3  # words in a row that two records share
FEWEST_SHINGLES = 12  # a shorter text says too little
MOST_SHARED = 0.6  # part of the shorter record that may stand in another one


def check_records(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """The problems of all records by these rules."""
    for kind, record in toolbox.all():
        strings = list(strings_of(record))
        if not SUSPECT.search("\n".join(strings)):
            continue
        texts = [Text(f"toolbox/{kind}/{record.id}.yml", text) for text in strings]
        yield from _unfilled(texts, root)
        for text in texts:
            yield from _markup(text, root)
            yield from _signs(text, root)
    yield from _unfilled_pages(root)
    yield from check_minutes(toolbox, root)
    yield from check_titles(toolbox, root)
    yield from check_reviews(toolbox, root)


def strings_of(part: Part) -> Iterator[str]:
    """Every text in a record or part, but its addresses and its id."""
    for name, value in vars(part).items():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Part):
                yield from strings_of(item)
            elif isinstance(item, str) and name not in ("id", "url", "toestemming"):
                yield item


def is_unfilled(record: Record) -> bool:
    """Whether an editor still has to write in it: then it is refused for that alone."""
    return any(map(UNFILLED.match, strings_of(record)))


def _unfilled(texts: list[Text], root: Path) -> Iterator[Problem]:
    """One problem for all texts of a file that were never filled in."""
    left = [text for text in texts if UNFILLED.match(text.text)]
    if left:
        count = f"op {len(left)} plekken" if len(left) > 1 else "nog"
        message = f"hier staat {count} '{SAMPLE}'; schrijf daar je eigen tekst"
        yield text_problem(left[0], left[0].text, root, message)


def _unfilled_pages(root: Path) -> Iterator[Problem]:
    for page in read_pages(root).pages:
        yield from _unfilled([Text(page.file, text) for text in page.prose], root)


def _markup(text: Text, root: Path) -> Iterator[Problem]:
    for pattern, name in MARKUP:
        if match := pattern.search(text.text):
            message = f"hier staat {name}: {match[0]}; een record is gewone tekst, haal dit weg"
            yield text_problem(text, match[0], root, message)
            return


def _signs(text: Text, root: Path) -> Iterator[Problem]:
    """A sign anywhere, and a picture inside a sentence; at the end of one it only decorates."""
    if found := SIGN.search(text.text) or PICTURE.search(_without_ends(text.text)):
        words = IN_LETTERS.get(found[0][0])
        proposal = f"schrijf het in letters, zoals '{words}'" if words else "schrijf het in letters"
        message = f"het teken '{found[0]}' valt weg op papier; {proposal}"
        yield text_problem(text, found[0], root, message)


def _without_ends(text: str) -> str:
    """A text without the pictures before and behind it."""
    return re.sub(rf"^\s*(?:{PICTURE.pattern})|(?:{PICTURE.pattern})\s*$", "", text)


def check_minutes(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Instruments with a title that promises another duration than that of their steps."""
    for id, record in toolbox.instrumenten.items():
        said, total = minutes_in(record.titel), sum(step.minuten for step in record.stappen)
        if said is not None and said != total:
            text = (
                f"titel: die zegt {said} minuten, maar de stappen duren samen {total};"
                " pas de titel of de minuten aan"
            )
            yield _at(root, "instrumenten", id, record.titel, text)


def check_titles(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Records with the title of another one of their kind."""
    for kind, records in toolbox.records.items():
        first: dict[str, str] = {}
        for id in sorted(records):
            other = first.setdefault(as_id(records[id].titel), id)
            if other != id:
                new, old = _new_and_old(root, kind, other, id)
                file = f"toolbox/{kind}/{old}.yml"
                text = f"titel: die staat ook in {file}; geef dit record een eigen titel"
                yield _at(root, kind, new, records[new].titel, text)


def check_reviews(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Records with a review that is still to come, somewhere on earth.

    Pages tell a reader that a clock before the newest review must be wrong.
    """
    last = (datetime.now(tz=UTC) + timedelta(days=1)).date().isoformat()
    for kind, record in toolbox.all():
        if isinstance(record, Reviewed) and record.herzien > last:
            text = (
                f"herzien: {record.herzien} moet nog komen; schrijf de dag waarop je dit naliep,"
                " of zet de klok van deze computer goed"
            )
            yield _at(root, kind, record.id, record.herzien, text)


def advise_copies(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Records with mostly the same text as another one of their kind."""
    for kind, records in toolbox.records.items():
        shingles = {id: _shingles(record) for id, record in records.items()}
        for one, other in combinations(sorted(records), 2):
            if _share(shingles[one], shingles[other]) > MOST_SHARED:
                new, old = _new_and_old(root, kind, one, other)
                file = f"toolbox/{kind}/{old}.yml"
                text = f"de tekst is bijna die van {file}; schrijf eigen tekst of haal er één weg"
                yield _at(root, kind, new, records[new].titel, text)


def _new_and_old(root: Path, kind: str, one: str, other: str) -> tuple[str, str]:
    """Two ids, first the one that was not published before the other."""
    return (one, other) if was_published(root, kind, other) else (other, one)


def _at(root: Path, kind: str, id: str, value: str, message: str) -> Problem:
    """A problem at the line of a record where this value stands."""
    return text_problem(Text(f"toolbox/{kind}/{id}.yml", value), value, root, message)


def _shingles(record: Record) -> frozenset[tuple[str, ...]]:
    """Every three words in a row of a record."""
    found: set[tuple[str, ...]] = set()
    for text in strings_of(record):
        words = re.findall(r"\w+", text.lower())
        found |= {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    return frozenset(found)


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= FEWEST_SHINGLES else 0.0
