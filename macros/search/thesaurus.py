"""Words of readers -> the words of the site, from the vocabularies synoniemen and vermijden.

A group is one word of a vocabulary: titel and kort are words of the site that mean nearly the same,
ook is what people say. The browser goes from any of them to those of titel and kort that an entry
has, and no further: a group that leads nowhere is left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from macros.model import Toolbox, folding
from macros.search.dutch import stem, words

HALF = 4  # letters of the shortest half of a compound that docs/assets/js/zoeken/vraag.js looks for


def groups(toolbox: Toolbox, known: Container[str]) -> Iterator[str]:
    """Of each group the stems that an entry has, and behind a bar what else people say."""
    vocabularies = (toolbox.words["synoniemen"], toolbox.words["vermijden"])
    for word in (word for vocabulary in vocabularies for word in vocabulary.values()):
        ours = [_stems(member, known) for member in f"{word.titel},{word.kort or ''}".split(",")]
        field = dict.fromkeys(one for one in ours if one in known)
        said = dict.fromkeys((*ours, *(_stems(member, known) for member in word.ook)))
        others = [one for one in said if one and one not in known and not _found_by(one, field)]
        if field and len(field) + len(others) > 1:
            yield f"{' '.join(field)}|{','.join(others)}"


def _found_by(compound: str, field: Iterable[str]) -> bool:
    """Whether the browser finds a word of the site in this compound by itself."""
    ends = tuple(one for one in field if len(one) >= HALF)
    return " " not in compound and (compound.startswith(ends) or compound.endswith(ends))


def _stems(member: str, known: Container[str]) -> str:
    """A member as it is recognised: by its stems that say something.

    Of 'op een lijn' that is one only, which people also use without meaning this. When it is a word
    of the site the small words count too.
    """
    found = [stem(word) for word in words(member)]
    small = len(found) == 1 and found[0] in known
    return " ".join(map(stem, folding.words(member)) if small else found)
