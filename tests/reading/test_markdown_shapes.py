"""Markdown that is right passes; what looks right elsewhere but not here is in mistakes/."""

from __future__ import annotations

import pytest

from macros.reading.markdown_shapes import check_shapes

SOUND = [
    "Dit heb je nodig:\n\n- een bord\n- een stift\n",
    "1. een\n2. twee\n    - klein\n    - groot\n",
    "- een regel\n  die doorloopt\n- nog een\n",
    "In het jaar\n2020. Toen gebeurde het.\n",
    "*schuin* begin\n*schuin* weer\n",
    "**vet** begin\n**vet** weer\n",
    "| Wie | Wat |\n|--|--|\n| Jan | belt |\n",
    "Wie | Wat\n--|--\nJan | belt\n",
    "| Wie |\n|:-:|\n| a \\| b |\n",
    '!!! note "Let op"\n    Neem de tijd.\n',
    "!!! tip\n\n    Neem de tijd.\n",
    "# Een\n\n## Twee\n\n### Drie\n\n## Weer twee\n",
    "## Kop\n- een\n- twee\n",
    "Zie [de site](https://voorbeeld.nl/a) of <https://voorbeeld.nl>.\n",
    "Zie [https://voorbeeld.nl](https://voorbeeld.nl/).\n",
    "[a]: https://voorbeeld.nl\n",
    "Typ `[x] (y.md)` of `- [ ] a`.\n",
    "```\n• a\n| b |\n```\n",
    "<!-- • een\n• twee -->\n",
    "Wij [samen] (dat zijn er drie) doen mee.\n",
    "Eén ding: a | b is een keuze.\n",
    "---\nhide: [toc]\n---\n\n# Titel\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_markdown_passes(text: str) -> None:
    assert [str(problem) for problem in check_shapes(text, "x.md")] == []
