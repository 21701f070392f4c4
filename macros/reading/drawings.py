"""Drawings: SVG that goes into the page itself, so it follows the palette and prints. An allowlist guards it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from macros.model.problems import Problem, hint

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset("svg g path circle ellipse rect line polyline polygon text tspan".split())
ATTRIBUTES = frozenset(
    "viewBox d x y x1 x2 y1 y2 dx dy cx cy r rx ry width height points transform class text-anchor".split()
)
CLASSES = frozenset(  # docs/assets/css/tekening.css gives them colours from the palette
    "lijn lijn-dik lijn-stip vlak vlak-accent vlak-blauw vlak-oranje vlak-licht pijl tekst tekst-kop tekst-klein tekst-op".split()
)
MAX_TEXT = 60


def check_drawing(text: str, path: str) -> Iterator[Problem]:
    """Faults of one SVG file: anything that can act, load or leave the palette."""
    if found := re.search(r"<!|<\?", text):
        line = text.count("\n", 0, found.start()) + 1
        yield Problem(path, line, "alleen tekenelementen; haal <!…> en <?…> weg en begin met <svg")
        return
    try:
        root = fromstring(text, XMLParser(encoding="utf-8"))  # noqa: S314 - no doctype, so no entities
    except ParseError as error:
        yield Problem(path, error.position[0], "geen geldige SVG; kijk of elk element gesloten is")
        return
    if root.tag != f"{NAMESPACE}svg" or not re.fullmatch(
        r"0 0 \d{2,4} \d{2,4}", root.get("viewBox", "")
    ):
        yield Problem(
            path, 1, 'begin met <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">'
        )
    for fault, sign in _faults(root):
        yield Problem(path, text.count("\n", 0, max(text.find(sign), 0)) + 1, fault)


def _faults(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        if name not in ELEMENTS:
            yield f"element <{name}> mag niet in een tekening{hint(name, ELEMENTS)}", f"<{name}"
        for attribute in set(element.attrib) - ATTRIBUTES:
            yield f"kenmerk '{attribute}' mag niet in een tekening; gebruik class", attribute
        for word in set(element.get("class", "").split()) - CLASSES:
            yield f"class '{word}' bestaat niet{hint(word, CLASSES)}", word
        if len(" ".join((element.text or "").split())) > MAX_TEXT:
            yield (
                f"tekst in een tekening is hoogstens {MAX_TEXT} tekens; breek hem af",
                (element.text or "").strip()[:20],
            )
