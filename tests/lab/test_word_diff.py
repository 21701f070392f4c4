"""A changed sentence shows its changed words, and a new sentence is shown whole."""

from __future__ import annotations

import pytest

from scripts.lab.word_diff import GONE, NEW, SAME, passages, pieces_of

WHOLE = "[-een twee drie vier vijf-]{+zes zeven acht negen tien+}"


def shown(before: str, after: str) -> str:
    """The words with [-gone-] and {+new+} marked."""
    marks = {SAME: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces_of(before, after))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        (
            "staand, zonder scherm.",
            "staand, zonder telefoon.",
            "staand, zonder [-scherm-]{+telefoon+}.",
        ),
        ("Je hoort ze pas.", "Je hoort ze vaak pas.", "Je hoort ze {+vaak +}pas."),
        ("Niet te lang praten.", "Niet praten.", "Niet[- te lang-] praten."),
        (
            "dit is de oude regel nu",
            "dit is een nieuwe regel nu",
            "dit is [-de oude-]{+een nieuwe+} regel nu",
        ),
        ("een regel\nmet woorden", "een regel met\nwoorden", "een regel met\nwoorden"),
        ("Heel iets anders.", "Wij rekenen af", "[-Heel iets anders.-]{+Wij rekenen af+}"),
        ("een twee drie vier vijf", "zes zeven acht negen tien", WHOLE),
        ("", "Alles nieuw", "{+Alles nieuw+}"),
        ("Alles weg", "", "[-Alles weg-]"),
        ("café één", "café twee", "café [-één-]{+twee+}"),
    ],
)
def test_words_that_differ_are_marked(before: str, after: str, marked: str) -> None:
    assert shown(before, after) == marked


def test_a_passage_says_where_it_stands() -> None:
    before = "# Titel\n\nEen.\n\n## Kop\n\nTwee.\n"
    found = passages(before, before.replace("Twee", "Drie"))
    assert [(passage.line, passage.part) for passage in found] == [(7, "Kop")]
    record = "titel: x\nstappen:\n  - tekst: een\n  - tekst: twee\n"
    found = passages(record, record.replace("twee", "drie"))
    assert [(passage.line, passage.part) for passage in found] == [(4, "stappen")]


def test_the_same_text_has_no_passages() -> None:
    assert passages("een\n\ntwee\n", "een\ntwee\n") == []
