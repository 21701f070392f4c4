"""Fix what no override, style sheet or script can fix, and check that every fix still works.

Every fix counts its changes and every expected result is checked on every page, so a theme upgrade
that changes the markup fails the build. The numbers are those of the theme defects in
ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.model.problems import Problem
from scripts.pipeline.built_site import BuiltSite

SCRIPT_ATTRIBUTES = re.compile(
    r' data-md-(component|type|level|scrollfix|color-primary|color-accent)(="[^"]*")?'
)  # read only by the script of the theme
# Name: (pattern, replacement); each must match somewhere. The text of a page is left alone.
REPAIRS = {
    "autocomplete op menuvakjes": (
        re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'),
        r"\1",
    ),  # 10
    "vakje van een zoeken dat uit staat": (
        re.compile(r'<input class="md-toggle" data-md-toggle="search"[^>]*>'),
        "",
    ),
    "sprong die wij zelf hebben": (
        re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL),
        "",
    ),
    "leeg bericht": (re.compile(r'<div data-md-component="announce">\s*</div>'), ""),
    "leeg venster": (re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL), ""),
    "merken voor het script van het thema": (SCRIPT_ATTRIBUTES, ""),
    "waarmee de site gemaakt is": (re.compile(r'<meta name="generator"[^>]*>'), ""),
}
EXPECTED = {  # what must (True) or must not (False) be on every finished page
    "4: een vakje zonder label": (re.compile(r'class="task-list-indicator"'), False),
    "5, 6: één stijlblad": (
        re.compile(r'<link rel="stylesheet" href="[^"]*assets/css/stijl\.[0-9a-f]{8}\.css">'),
        True,
    ),
    "het script van het thema": (re.compile(r"assets/javascripts/bundle"), False),
    "het zoeken van het thema": (re.compile(r'for="__search"|class="md-search'), False),
    "onze zoekknop": (re.compile(r'class="zoekopen" data-gk-zoek'), True),
    "9: aria-expanded op een nav": (re.compile(r"<nav[^>]* aria-expanded="), False),
    "9: Engelse namen van gebieden": (
        re.compile(r'aria-label="(Header|Tabs|Footer|Navigation)"'),
        False,
    ),
    "10: leeg tabindex": (re.compile(r' tabindex=""'), False),
    "10: autocomplete op een vakje": (
        re.compile(r'<input class="md-toggle"[^>]*autocomplete'),
        False,
    ),
    "12: letters van een andere site": (re.compile(r"fonts\.(googleapis|gstatic)\.com"), False),
    "13: javascript-adres": (re.compile(r"javascript:void"), False),
    "een stijl in de pagina": (re.compile(r"<[a-z][^>]* style=\"|<style"), False),
    "1, 2, 3, 7: ons script, vóór de tekst": (
        re.compile(
            r'<header.*<script src="[^"]*assets/js/page\.js"[^>]*></script>.*</header>', re.DOTALL
        ),
        True,
    ),
    "de weg naar de inhoud": (
        re.compile(r'class="md-skip naar-inhoud" href="#inhoud".*id="inhoud"', re.DOTALL),
        True,
    ),
}
ANCHORS = {  # 1, 2, 3, 7, 9, 11, 15: what our style and script hold on to in the theme
    "schakelaar van het menu": re.compile(r'data-md-toggle="drawer"[^>]*id="__drawer"'),
    "zijmenu": re.compile(r'class="md-sidebar md-sidebar--primary"'),
}
INDENT = re.compile(r"\s*\n\s*")  # mostly blank lines left by empty Jinja blocks


def fix_theme(site: BuiltSite) -> list[Problem]:
    """Fix all pages and take their indentation out; returns what no longer works."""
    counts: Counter[str] = Counter()
    problems: list[Problem] = []
    for name, page in site.pages.items():
        site.pages[name] = fix_page(page, counts)
        problems += (Problem(name, 1, text) for text in check_page(site.pages[name]))
    return problems + [
        Problem("macros/theme", 1, f"themareparatie vindt niets meer: {name}")
        for name in REPAIRS
        if not counts[name]
    ]


def fix_page(page: str, counts: Counter[str]) -> str:
    """A page with every repair before and after its text, which is left alone."""
    head, article, rest = page.partition("<article")
    text, end, tail = rest.rpartition("</article>")
    return "".join((_fixed(head, counts), article, text, end, _fixed(tail, counts)))


def check_page(page: str) -> Iterator[str]:
    """What must or must not be on a finished page, and is not so."""
    for name, (pattern, wanted) in EXPECTED.items():
        if bool(pattern.search(page)) is not wanted:
            yield f"themareparatie werkt niet meer: {name}"
    for name, pattern in ANCHORS.items():
        if not pattern.search(page):
            yield f"themareparatie werkt niet meer: {name}"


def _fixed(part: str, counts: Counter[str]) -> str:
    """What stands before or after the text of a page, with every repair that finds something."""
    for name, (pattern, replacement) in REPAIRS.items():
        part, count = pattern.subn(replacement, part)
        counts[name] += count
    return INDENT.sub("\n", part)
