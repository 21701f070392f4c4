"""Every message of an interactive part says what to do next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

# What a reader can do, as the first word of a sentence or behind a comma.
NEXT = re.compile(
    r"\b(Bewaar|Begin|Doe|Draai|Druk|Ga|Geef|Haal|Heb|Heet|Herlaad|Houd|Kies|kies|Kijk|Kopieer"
    r"|kopieer|Kort|Laad|Laat|Loop|Maak|Neem|Open|Plak|Probeer|Regel|Schrijf|Spreek|Typ|Vink|Vraag"
    r"|Vul|Zeg|Zet|zet|Zoek)\b"
)
# Half a sentence, a name in a drawing, table or file, a question, or news after which nothing
# has to be done.
NEWS = frozenset(
    "een meer nummer erbij aantalerbij radar meting loop terug iets anders intern binnen over"
    " overander overzichzelf hunbeeld onsbeeld zonderdrie".split()
)
# The same of one template alone.
NEWS_OF = {
    "invullen": frozenset("past verder los weg al tabel rijen kist".split()),
    "kist": frozenset(
        "gedeeld kopienaam eerstenaam nieuwnaam heb kopie overgeslagen uitbestand weg kistisweg"
        " plaats eind laden vind iskeet isgroepen isvast isruimte islaat isnotitie"
        " isweg keren beginlater begineerder verschoven bladtijd omgedraaid gerust"
        " geparkeerd".split()
    ),
    "leiden": frozenset(
        "uitkomst tel terugom notitie wacht om pauze hierna laatste optijd voor achter planklaar"
        " planlaat planvast vastlaat weg min geduurd naplan verder".split()
    ),
    "checklist": frozenset("klopt zodat".split()),
    "verbeteragenda": frozenset(["nalopen"]),
    "verslag": frozenset(
        "agenda agendaeen oud ooit geopend kopie vervolg ingevuld leeg openacties".split()
    ),
}
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
    assert without.keys() <= NEWS_OF.get(template.stem, frozenset())


def test_the_templates_have_messages() -> None:
    """Were they written another way, the test above would find none."""
    found = [messages(path.read_text("utf-8")) for path in TEMPLATES]
    assert {"compleet", "vol", "fault 0"} <= {name for one in found for name in one}
