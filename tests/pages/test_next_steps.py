"""Every message of an interactive part says what to do next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

# What a reader can do, as the first word of a sentence or behind a comma.
NEXT = re.compile(
    r"\b(Bewaar|Begin|Doe|Druk|Haal|Heb|Herlaad|Kies|Kijk|Kopieer|kopieer|Laad|Laat|Maak|Open|Plak"
    r"|Probeer|Schrijf|Typ|Vink|Vraag|Vul|Zet|Zoek)\b"
)
# Half a sentence, a name in a drawing, table or file, a question, or news after which nothing
# has to be done.
NEWS = frozenset(
    "een meer nummer erbij aantalerbij radar meting loop terug iets anders intern binnen over"
    " overander overzichzelf hunbeeld onsbeeld zonderdrie".split()
)
TEMPLATES = sorted((ROOT / "macros/pages/templates").glob("*.html"))


def messages(text: str) -> dict[str, str]:
    """The sentences that the script of a template may say, and what its buttons say at a fault."""
    found = dict(re.findall(r'^"([a-z-]+)": "([^"]+)",$', text, re.MULTILINE))
    of_all = re.search(r'<div class="meldingen"[^\n]*', text)
    found |= dict(re.findall(r' data-([a-z]+)="([^"{]+)"', of_all[0])) if of_all else {}
    faults = re.findall(r'data-(?:fout|zelf)="([^"]+)"', text)
    return found | {f"fault {number}": fault for number, fault in enumerate(faults)}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_message_says_what_to_do_next(template: Path) -> None:
    found = messages(template.read_text("utf-8"))
    without = {
        name: text
        for name, text in found.items()
        if name not in NEWS and name != "deel" and not NEXT.search(text)
    }
    assert without == {}


def test_the_templates_have_messages() -> None:
    """Were they written another way, the test above would find none."""
    found = [messages(path.read_text("utf-8")) for path in TEMPLATES]
    assert {"compleet", "vol", "fault 0"} <= {name for one in found for name in one}
