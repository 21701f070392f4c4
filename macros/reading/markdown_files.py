"""What may stand in docs/, judged on the source before any generator reads it.

The macros plugin runs any Jinja in a page, so `{{ cycler.__init__.__globals__.os.popen(…) }}` runs a command on the
machine that builds. Only `{{ macro("fixed") }}` passes, decided on the syntax tree; a sandbox would not stop 'A' * 10**9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from macros.model.problems import Problem
from macros.reading.yaml import parse

META = ("hide", "search")  # title and description come from the page or its record
PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
FILES = (".png", ".jpg", ".webp", ".svg", ".pdf")
CODE_OWNED = "assets/"  # css, js and fonts have owners (CODEOWNERS), so they are not judged here
MAX_BYTES, MAX_LINE, MAX_INDENT = 100 * 1024, 4000, 40

FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
LOOSE_METADATA = re.compile(
    r"[ ]{0,3}[A-Za-z0-9_-]+:"
)  # MkDocs takes these at the top of a page as metadata
PILE = re.compile(r"[\[*_>(]{60}|(\*a_){60}|(\S{1,4})\2{200}")  # costs a Markdown parser minutes
PILE_LENGTH = 60  # of the shortest pile, in signs without a space; looking for it is dear, and most pages hold no such word
WORD = re.compile(r"\"[^\"\\\n]*\"|'[^'\\\n]*'")
CALL = re.compile(
    rf"^\{{\{{ *(?P<macro>[a-z_]+)\((?P<words>(?:(?:{WORD.pattern})(?:, *(?:{WORD.pattern}))*)?)\)"
    r" *\}\}(?=\s*$)",
    re.MULTILINE,
)
JINJA = re.compile(r"\{[{%#]|\r")  # what else Jinja could react to
SVG_ACTIVE = re.compile(
    rb"""<\s*script|\bon[a-z]+\s*=|foreignobject|javascript:|<!entity|<!doctype|<\?xml-stylesheet|href\s*=\s*["']?\s*(?!["']?#)""",
    re.IGNORECASE,
)
# As in mkdocs.yml: with the default {# the anchor in `## Kop {#anker}` would open a comment and swallow text.
SYNTAX = Environment(autoescape=True, comment_start_string="{##", comment_end_string="##}")
ONLY = 'alleen {{ macro("vaste tekst") }} mag hier; schrijf losse accolades als &#123;&#123;'
ALONE = "zet de macro alleen op een regel, zonder spaties ervoor en zonder tekst erna"


@dataclass(frozen=True)
class Call:
    """One macro call on a page."""

    page: str  # path under docs/
    line: int
    macro: str
    arguments: tuple[Any, ...]
    options: tuple[str, ...]  # names; no macro takes any, so the check refuses them


def file_fault(path: Path, inside: str, seen: dict[str, str]) -> str:
    if path.is_symlink():  # MkDocs follows links: a linked folder would be published whole
        return "een symbolische link gebruiken we niet; zet het bestand zelf hier"
    if inside.lower() in seen:
        return f"botst op Windows en macOS met {seen[inside.lower()]}; kies een andere naam"
    if path.is_dir() or inside.startswith(CODE_OWNED):
        return ""
    if path.suffix == ".md" and not PAGE_NAME.fullmatch(path.name):
        return (
            "een bestandsnaam heeft alleen kleine letters, cijfers en streepjes; geef het zo'n naam"
        )
    return (
        ""
        if path.suffix in (".md", *FILES)
        else f"zulke bestanden horen niet in docs/; wel: .md {' '.join(FILES)}"
    )


def check_svg(path: Path, name: str) -> Iterator[Problem]:
    raw = path.read_bytes()
    if found := SVG_ACTIVE.search(raw):
        line = raw.count(b"\n", 0, found.start()) + 1
        yield Problem(
            name, line, "de tekening bevat een script of een verwijzing naar buiten; haal die weg"
        )


def check_front_matter(text: str, name: str) -> Iterator[Problem]:
    match = FRONT_MATTER.match(text)
    first = text.split("\n", 1)[0]
    if not match and first.startswith("---"):
        yield Problem(
            name, 1, "de kop van de pagina is niet afgesloten; zet er een regel met --- onder"
        )
    elif not match and LOOSE_METADATA.match(first):
        yield Problem(
            name,
            1,
            "begin de pagina met een macro, met # Titel of met gewone tekst, niet met 'woord:'",
        )
    if not match:
        return
    meta, source = parse("\n" + match[1], name)  # the empty line keeps the line numbers right
    for key, value in meta.items():
        if key not in META:
            yield source.problem(
                (key,), f"{key}: dit kopveld gebruiken we niet; wel: {', '.join(META)}"
            )
        elif not _plain(value):
            yield source.problem(
                (key,), f'{key}: alleen gewone tekst, zonder < > " {{ }}; hoogstens 200 tekens'
            )


def _plain(value: object) -> bool:
    parts = value if isinstance(value, list) else [value]
    return all(
        isinstance(part, bool)
        or (isinstance(part, str) and len(part) <= 200 and not re.search(r'[<>"{}]', part))  # noqa: PLR2004
        for part in parts
    )


def check_text(text: str, name: str) -> Iterator[Problem]:
    """Patterns that cost a Markdown parser minutes, and markup that swallows the page."""
    crowded = any(len(word) >= PILE_LENGTH for word in text.split())
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield Problem(name, number, f"de regel is langer dan {MAX_LINE} tekens; breek hem af")
        elif crowded and PILE.search(line):
            yield Problem(name, number, "te veel herhaalde tekens achter elkaar; haal ze weg")
        elif len(line) - len(line.lstrip()) > MAX_INDENT:
            yield Problem(
                name, number, f"meer dan {MAX_INDENT} spaties ingesprongen; begin verder naar links"
            )
    if (opened := text.rfind("<!--")) > text.rfind("-->"):
        yield Problem(
            name,
            text.count("\n", 0, opened) + 1,
            "de opmerking is niet afgesloten; zet er --> achter",
        )


def calls_of(text: str, inside: str, name: str, problems: list[Problem]) -> Iterator[Call]:
    if has_only_macro_calls(text):
        for found in CALL.finditer(text):
            yield Call(
                inside, text.count("\n", 0, found.start()) + 1, found["macro"], words_of(found), ()
            )
        return
    if "{##" in text:
        problems.append(
            Problem(
                name,
                text.count("\n", 0, text.index("{##")) + 1,
                "{## begint een onzichtbare opmerking; haal die weg",
            )
        )
        return
    try:
        tree = SYNTAX.parse(text)
    except Exception as error:
        problems.append(
            Problem(name, getattr(error, "lineno", 1) or 1, f"deze macro is niet te lezen; {ONLY}")
        )
        return
    lines = text.splitlines()
    for statement in tree.body:
        for node in statement.nodes if isinstance(statement, nodes.Output) else [statement]:
            if isinstance(node, nodes.TemplateData):
                continue
            if not _is_plain_call(node):
                problems.append(Problem(name, node.lineno, ONLY))
            elif not re.fullmatch(r"\{\{.*\}\}\s*", lines[node.lineno - 1]):
                problems.append(Problem(name, node.lineno, ALONE))
            else:
                yield _call(node, inside)


def has_only_macro_calls(text: str) -> bool:
    """Whether calls with fixed words, each alone on its line, are all that Jinja would see in this page."""
    return not JINJA.search(CALL.sub("", text))


def words_of(call: re.Match[str]) -> tuple[str, ...]:
    """The fixed words between the brackets of a match of CALL."""
    return tuple(word[1:-1] for word in WORD.findall(call["words"]))


def _is_plain_call(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.dyn_args is None
        and node.dyn_kwargs is None
        and all(isinstance(argument, nodes.Const) for argument in node.args)
        and all(isinstance(argument.value, nodes.Const) for argument in node.kwargs)
    )


def _call(node: Any, inside: str) -> Call:
    arguments, options = (
        (argument.value for argument in node.args),
        (argument.key for argument in node.kwargs),
    )
    return Call(inside, node.lineno, node.node.name, tuple(arguments), tuple(options))
