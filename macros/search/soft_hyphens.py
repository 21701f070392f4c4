"""Where a long word of a title may break at the end of a line: between the parts of a compound.

Browsers without a Dutch hyphenation list break such a word anywhere, and a phone is narrow.
"""

from __future__ import annotations

import re
from collections.abc import Container

from macros.model import Toolbox
from macros.search.catalogue import lexicon, record_entries
from macros.search.dutch import seam, stem

SOFT_HYPHEN = "\u00ad"
# In letters: the shortest word that fits on no line of a small phone, the shortest part that breaks
# once more, and the shortest part when only one of the two is a known word.
LONG, AGAIN, SURE = 13, 12, 5

_long_word = re.compile(rf"\b\w[a-zëïéöü]{{{LONG - 1},}}\b")  # no name such as ResetManagement
# How a Dutch syllable with consonants before its vowel may begin.
_onset = re.compile(
    r"(?:[bcdfghjklmnpqrstvwz]|[bdfgkpt]r|[bfgkp]l|vr|vl|wr|sch|s[cklmnptw]|s[pt]r|spl|kn|kw|tw|zw"
    r"|dw|gn|ch|th)[aeiouyëïéö]"
)


class SoftHyphens:
    """Puts soft hyphens in long words; `known` holds the stems that can be a part of one."""

    def __init__(self, known: Container[str]) -> None:
        self.known = known

    def __call__(self, text: str) -> str:
        """The text with a soft hyphen wherever a long word may break."""
        return _long_word.sub(lambda found: SOFT_HYPHEN.join(self._parts(found[0])), text)

    def _parts(self, word: str) -> list[str]:
        """The parts of a compound, and of its long parts; the word alone when it is none."""
        if len(word) < AGAIN:
            return [word]
        place = seam(word.lower(), self.known) or self._likely_seam(word.lower())
        return [*self._parts(word[:place]), *self._parts(word[place:])] if place else [word]

    def _likely_seam(self, word: str) -> int:
        """Where the longest part that is known ends or begins; 0 without one."""
        known: dict[int, int] = {}  # length of the part -> its seam
        for place in range(SURE, len(word) - SURE + 1):
            for part in (word[:place], word[place:]):
                if _onset.match(word[place:]) and stem(part) in self.known:
                    known[len(part)] = place
        return known[max(known)] if known else 0


def soft_hyphens(toolbox: Toolbox) -> SoftHyphens:
    """Soft hyphens by the words of this toolbox."""
    return SoftHyphens(lexicon(record_entries(toolbox)))
