"""Drawings: SVG inside the page itself, so that it follows the palette and prints.

Only elements, attributes and classes of a fixed list are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from macros.model.problems import Problem, hint, line_at

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset("svg g path circle ellipse rect line polyline polygon text tspan".split())
ATTRIBUTES = frozenset(
    "viewBox d x y x1 x2 y1 y2 dx dy cx cy r rx ry width height points transform class"
    " text-anchor".split()
)
# docs/assets/css/tekening.css gives them colours of the palette
CLASSES = frozenset(
    "lijn lijn-dik lijn-stip vlak vlak-accent vlak-blauw vlak-oranje vlak-licht pijl tekst"
    " tekst-kop tekst-klein tekst-op".split()
)
VIEW_BOX = re.compile(r"0 0 \d{2,4} \d{2,4}")
MAX_TEXT = 60  # characters in one text element


def check_drawing(text: str, path: str) -> Iterator[Problem]:
    """The problems of one SVG file: anything that can act, load or leave the palette.

    `text` is the content of the file, `path` its name in the project.
    """
    if declaration := re.search(r"<!|<\?", text):
        line = line_at(text, declaration.start())
        yield Problem(path, line, "alleen tekenelementen; haal <!…> en <?…> weg en begin met <svg")
        return
    try:
        # Safe: without a doctype there are no entities to expand.
        root = fromstring(text, XMLParser(encoding="utf-8"))  # noqa: S314
    except ParseError as error:
        yield Problem(path, error.position[0], "geen geldige SVG; kijk of elk element gesloten is")
        return
    if root.tag != f"{NAMESPACE}svg" or not VIEW_BOX.fullmatch(root.get("viewBox", "")):
        yield Problem(path, 1, f'begin met <svg xmlns="{NAMESPACE[1:-1]}" viewBox="0 0 800 450">')
    for element in root.iter():
        for message, needle in _element_problems(element):
            yield Problem(path, line_at(text, max(text.find(needle), 0)), message)


def _element_problems(element: Element) -> Iterator[tuple[str, str]]:
    """A message for each thing that is not allowed, and the text to find it by in the file."""
    name = element.tag.removeprefix(NAMESPACE)
    if name not in ELEMENTS:
        yield f"element <{name}> mag niet in een tekening{hint(name, ELEMENTS)}", f"<{name}"
    for attribute in set(element.attrib) - ATTRIBUTES:
        yield f"kenmerk '{attribute}' mag niet in een tekening; gebruik class", attribute
    for word in set(element.get("class", "").split()) - CLASSES:
        yield f"class '{word}' bestaat niet{hint(word, CLASSES)}", word
    text = element.text or ""
    if len(" ".join(text.split())) > MAX_TEXT:
        message = f"tekst in een tekening is hoogstens {MAX_TEXT} tekens; breek hem af"
        yield message, text.strip()[:20]
