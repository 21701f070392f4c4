"""Where the mistake in a broken YAML file is, and what an editor should do about it.

A parser reports the place where it could not go on, which may be many lines below the mistake.
Records hold one field or list item a line, so most mistakes can be seen in the line itself: the
lines are looked at from the reported one upwards.
"""

from __future__ import annotations

import re

from macros.model import KINDS
from macros.model.fields import field_names

LINE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_-]+):(?: +|$))?(?P<value>.*)"
)
NO_SPACE_AFTER_COLON = re.compile(r" *(?:- +)*([a-z_]+):(?!//)[^\s:]")
NO_SPACE_AFTER_DASH = re.compile(r" *-[^\s-]")
APOSTROPHE = re.compile(r"'(?:[stnkmr]|ns|er|em|ie)\b", re.IGNORECASE)
# What may stand behind the closing quotation mark of a value
BEHIND_QUOTE = re.compile(r"\s*(#.*)?$")
CURLY = "“”„‘’"
OPENING = {"[": "]", "{": "}"}
# Characters that YAML gives a meaning at the start of a text
SPECIAL = "@`%&*!|>"
FIELD_WITHOUT_COLON = re.compile(r"[ -]*([a-z_]+)[ ;=]")
# Bullets and numbers of other programs, where a list needs a hyphen
OTHER_BULLET = re.compile(r"[*+•·◦‣▪●–—] +\S|\d+[.)] +\S")
ROUND_BRACKETS = re.compile(r"\([a-z_]+: .*\)$")
FIELDS = frozenset(name for spec in KINDS.values() for name in field_names(spec.model))
NO_TEXT = ("", "|", ">", "|-", ">-")
CURLY_ADVICE = (
    'de aanhalingstekens “ ” komen uit een tekstverwerker en tellen hier niet; typ rechte: "…"'
)

DOUBLE = 'zet de hele zin tussen dubbele aanhalingstekens: "…"'
SINGLE = "zet de hele zin tussen enkele aanhalingstekens: '…'"


def find_mistake(text: str, reported: int) -> tuple[int, str]:
    """Line from 0 and advice for a text that cannot be parsed beyond the reported line.

    The advice is '' when no line shows what is wrong.
    """
    lines = text.split("\n")
    for number in range(min(reported, len(lines) - 1), -1, -1):
        if advice := _advice(lines, number):
            return number, advice
    return _indent_advice(lines, min(reported, len(lines) - 1))


def _advice(lines: list[str], number: int) -> str:
    """What is wrong with this line; '' when it could be right."""
    line = lines[number]
    parts = LINE.fullmatch(line)
    if not line.strip() or line.lstrip().startswith("#") or parts is None:
        return ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        advice = "de regel begint met een tab; gebruik spaties"
    elif match := NO_SPACE_AFTER_COLON.match(line):
        advice = f"na '{match[1]}:' hoort een spatie"
    elif NO_SPACE_AFTER_DASH.match(line) and line.strip("- "):
        advice = "na het streepje hoort een spatie"
    elif not parts["key"] and (field := FIELD_WITHOUT_COLON.match(line)) and field[1] in FIELDS:
        advice = f"na '{field[1]}' hoort een dubbele punt en een spatie: '{field[1]}: …'"
    elif parts["key"] or parts["dashes"]:
        advice = _value_advice(parts["value"].rstrip())
    elif OTHER_BULLET.match(parts["value"]):
        advice = "begin elke regel van een lijst met een streepje en een spatie"
    elif _is_cut_off(lines, number):
        advice = "een zin staat op één regel; zet deze regel achter de regel erboven"
    else:
        advice = _value_advice(parts["value"].rstrip())
    return advice


def _value_advice(value: str) -> str:
    """What is wrong with the value of a field or list item."""
    advice = ""
    if value in NO_TEXT:
        advice = ""
    elif value[0] in "'\"":
        advice = _quoted_advice(value)
    elif value[0] in OPENING:
        advice = _bracket_advice(value)
    elif value.startswith("- "):
        advice = "de tekst begint met een streepje; haal het streepje weg"
    elif value[0] in SPECIAL:
        advice = f"de tekst begint met {value[0]}; {_quotes_for(value)}"
    elif re.search(r":(\s|$)", re.split(r"\s#", value)[0]):
        advice = _colon_advice(value)
    return advice


def _colon_advice(value: str) -> str:
    """What to do about a text with a colon in it, which begins with a letter or a bracket."""
    if value[0] in CURLY:
        return CURLY_ADVICE
    if ROUND_BRACKETS.match(value):
        return f"schrijf accolades in plaats van ronde haken: {{{value[1:-1]}}}"
    if value[-1] in "'\"" and value.count(value[-1]) == 1:
        return f"voor de zin ontbreekt het aanhalingsteken {value[-1]}; zet het ervoor"
    return f"er staat een dubbele punt in de zin; {_quotes_for(value)}"


def _quoted_advice(value: str) -> str:
    """What is wrong with a text that begins with a quotation mark."""
    mark, rest = value[0], value[1:]
    inner = rest.replace("''", "..") if mark == "'" else re.sub(r"\\.", "..", rest)
    closed = inner.find(mark)
    if closed >= 0 and BEHIND_QUOTE.match(inner, closed + 1):
        return ""
    if mark == "'" and APOSTROPHE.match(value):
        return f"de zin begint met een apostrof; {_quotes_for(value)}"
    if closed < 0:
        return f"het aanhalingsteken {mark} is niet gesloten; zet het ook achter de zin"
    if not inner.endswith(mark):
        return f"de zin begint met een aanhalingsteken; {_quotes_for(value)}"
    if mark == "'":
        return 'in de zin staat een apostrof (\'); zet er dubbele aanhalingstekens om: "…"'
    return "in de zin staan nog dubbele aanhalingstekens; maak de binnenste enkel: '"


def _bracket_advice(value: str) -> str:
    opening, closing = value[0], OPENING[value[0]]
    if value.count(opening) > value.count(closing):
        return f"het haakje {opening} is niet gesloten; zet {closing} aan het eind"
    if not value.endswith((closing, ",")) and "#" not in value:
        return f"de tekst begint met {opening}; {_quotes_for(value)}"
    return ""


def _quotes_for(text: str) -> str:
    """The advice to quote a text, with marks that do not stand in it."""
    return SINGLE if '"' in text and "'" not in text else DOUBLE


def _is_cut_off(lines: list[str], number: int) -> bool:
    """Whether this line goes on with the text above it, but is not indented as part of it."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        above = LINE.fullmatch(line)
        if above and (above["key"] or above["dashes"]):
            return indent <= len(above["indent"]) + len(above["dashes"])
    return False


def _indent_advice(lines: list[str], number: int) -> tuple[int, str]:
    """The line that is placed wrong, and where it belongs; the advice is '' for no such line."""
    parts = LINE.fullmatch(lines[number])
    if parts and parts["dashes"]:
        return number, _dash_advice(lines, number)
    if parts and parts["key"] and parts["indent"]:  # else it is a field of the record itself
        return _field_advice(lines, number, parts["key"])
    return number, ""


def _field_advice(lines: list[str], number: int, key: str) -> tuple[int, str]:
    """The same for a field that is indented."""
    place = next((one for one in range(number - 1, -1, -1) if lines[one].strip()), 0)
    previous = LINE.fullmatch(lines[place])
    if not previous:
        return number, ""
    here = _indent(lines[number])
    there = len(previous["indent"]) + len(previous["dashes"])
    if previous["dashes"] and not previous["key"]:
        if here == there:
            return place, "na het streepje hoort eerst een veldnaam met een dubbele punt"
        advice = f"'{key}' springt verkeerd in; zet het recht onder de andere velden"
    elif _misses_dash(lines, number):
        advice = f"hier begint een nieuw deel van de lijst; zet er een streepje voor: - {key}: …"
    else:
        advice = _misplaced(here - there, f"recht onder '{previous['key']}'")
    return number, advice


def _misplaced(difference: int, place: str) -> str:
    """That a line is indented so many spaces too far, or too little; '' for none."""
    word = "te ver" if difference > 0 else "te weinig"
    return f"deze regel springt {word} in; zet hem met spaties {place}" if difference else ""


def _dash_advice(lines: list[str], number: int) -> str:
    """Where a list item belongs: under the one before it that does not start a list in a list."""
    here = _indent(lines[number])
    above = next((line for line in reversed(lines[:number]) if line.lstrip().startswith("- ")), "")
    place = "recht onder het streepje erboven"
    return _misplaced(here - _indent(above), place) if above else ""


def _misses_dash(lines: list[str], number: int) -> bool:
    """Whether this field is as far to the left as the hyphen of the item above, and starts it."""
    parts = LINE.fullmatch(lines[number])
    for line in reversed(lines[:number]):
        above = LINE.fullmatch(line)
        if above and above["dashes"]:
            same_place = parts and parts["indent"] == above["indent"]
            return bool(same_place and parts and parts["key"] == above["key"])
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
