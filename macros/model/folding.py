"""One way of folding text before it is compared: in the search, in filters, of titles and names.

docs/assets/js/folding.js does the same in the browser; tests/search/vouwgevallen.yml holds both to
the same answers. Folded text is for comparing only and is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Ranges of what never changes which word it is: signs that nobody sees (soft hyphens, joiners,
# spaces without width, direction marks, variation selectors), and marks above or below letters.
SILENT = (
    "\u00ad \u034f \u061c \u115f\u1160 \u17b4\u17b5 \u180b-\u180f \u200b-\u200f \u202a-\u202e"
    " \u2060-\u206f \u3164 \ufe00-\ufe0f \ufeff \uffa0 \U000e0000-\U000e0fff"
    " \u0300-\u036f \u0591-\u05bd \u05bf \u05c1\u05c2 \u05c4\u05c5 \u05c7 \u0610-\u061a \u0640"
    " \u064b-\u065f \u0670 \u06d6-\u06dc \u1ab0-\u1aff \u1dc0-\u1dff \u20d0-\u20ff \ufe20-\ufe2f"
).replace(" ", "")
# Straight, curly, modifier letters, primes, and the accents that people type instead.
APOSTROPHES = (
    "'`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u0384\u055a\u05f3\u1fbd\u1fbf\u1fef\u1ffd\u1ffe"
    "\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40"
)
HYPHENS = "\u02d7\u058a\u05be\u2010-\u2015\u2043\u2212"
# Letters that Unicode does not take apart.
LETTERS = dict(zip("ßæœøłđðħıþŧς", "ss ae oe o l d d h i th t σ".split(), strict=True))

# Of every script, by range: JavaScript is slow to prepare a pattern with all letters of Unicode.
LETTER = (
    "a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u060b\u0620-\u1fff\u2c00-\u2dff\u3041-\ud7ff"
    "\U00010000-\U0001efff\U00020000-\U0003ffff"
)
SIGN = f"0-9{LETTER}"

_foreign = re.compile(r"[^\x00-\x7f]+")
_apostrophe = re.compile(f"[{APOSTROPHES}]")
_silent = re.compile(f"[{SILENT}{APOSTROPHES}]")
_hyphen = re.compile(f"[{HYPHENS}]")
_letter = re.compile(f"[{''.join(LETTERS)}]")
# P.S.U. and J. P., but not a.com. The first pattern is fast and says whether the other has work.
_initial = re.compile(rf"\. ?[{LETTER}](?![{SIGN}])")
_initials = re.compile(
    rf"(?<![{SIGN}])[{LETTER}](?:(?:\.[{LETTER}])+|(?:\. [{LETTER}])+)"
    rf"(?:\.(?![{SIGN}])|(?![{SIGN}.]))"
)
_last_point = re.compile(r"\.(?= |$)")
# What Dutch writes behind an apostrophe: kpi's, sms'je, A4'tje.
_ending = re.compile(rf"[{APOSTROPHES}](?<=\S.)(?:s|t?jes?)(?![{SIGN}])")
_word = re.compile(f"[{SIGN}]+")


def fold(text: str) -> str:
    """A text as it is compared: two that fold alike are the same to a reader."""
    text = _foreign.sub(lambda found: _plain(found[0]), text)
    text = " ".join(text.replace("'", "").replace("`", "").lower().split())
    if _initial.search(text):
        text = _initials.sub(lambda found: re.sub("[. ]", "", found[0]), text)
    return _last_point.sub("", text).strip()


def words(text: str) -> list[str]:
    """The folded words of a text in their order, without an ending behind an apostrophe."""
    return _word.findall(fold(_ending.sub("", text.lower())))


@lru_cache(maxsize=1000)
def _plain(signs: str) -> str:
    """Letters without marks, ligatures and other forms taken apart, one kind of hyphen."""
    apart = unicodedata.normalize("NFKD", _apostrophe.sub("", signs)).lower()
    return _letter.sub(lambda found: LETTERS[found[0]], _hyphen.sub("-", _silent.sub("", apart)))
