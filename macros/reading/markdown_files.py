"""The rules for files in docs/, validated on the source before any generator reads it.

The macros plugin runs any Jinja in a page, so `{{ cycler.__init__.__globals__.os.popen(…) }}` runs
a command on the machine that builds. Only `{{ macro("fixed") }}` is allowed, decided on the syntax
tree; a sandbox would not stop 'A' * 10**9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

from macros.model.problems import Problem, closest, line_at
from macros.reading.links_lock import id_for
from macros.reading.macro_calls import macro_arguments
from macros.reading.yaml import parse

# Fields of the front matter; title and description come from the page or its record
META = ("hide", "search", "zoekwoorden")
MOST_META = 200  # characters in the value of such a field
PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
FILES = (".png", ".jpg", ".webp", ".svg", ".pdf")
SPELLINGS = {".jpeg": ".jpg", ".markdown": ".md"}
PHOTOS = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".gif")
CONVERT = "bewaar de foto als .jpg"
# Styles, scripts and fonts have owners (CODEOWNERS), so they are not validated here
CODE_OWNED = "assets/"
MAX_BYTES, MAX_LINE, MAX_INDENT = 100 * 1024, 4000, 40

FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
# MkDocs takes such lines at the top of a page as metadata
LOOSE_METADATA = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
# Repeated characters on which a Markdown parser spends minutes
REPEATED = re.compile(r"[\[*_>(]{60}|(\*a_){60}|(\S{1,4})\2{200}")
# Fewest characters without a space of a match of REPEATED. Most pages have no such word, and then
# the slow search is skipped.
REPEATED_LENGTH = 60
WORD = re.compile(r"\"[^\"\\\n]*\"|'[^'\\\n]*'")
CALL = re.compile(
    rf"^\{{\{{ *(?P<macro>[a-z_]+)\((?P<words>(?:(?:{WORD.pattern})(?:, *(?:{WORD.pattern}))*)?)\)"
    r" *\}\}(?=\s*$)",
    re.MULTILINE,
)
# Anything else that Jinja could react to
JINJA = re.compile(r"\{[{%#]|\r")
SVG_ACTIVE = re.compile(
    rb"<\s*script|\bon[a-z]+\s*=|foreignobject|javascript:|<!entity|<!doctype|<\?xml-stylesheet"
    rb"""|href\s*=\s*["']?\s*(?!["']?#)""",
    re.IGNORECASE,
)
# As in mkdocs.yml: with the default {# the anchor in `## Kop {#anker}` would open a comment and
# swallow text
SYNTAX = Environment(autoescape=True, comment_start_string="{##", comment_end_string="##}")
BRACES = "twee accolades hebben hier een vaste betekenis; schrijf losse als &#123;&#123;"
ATTEMPT = re.compile(r"[{%\s]*(?P<macro>[A-Za-z_]+)(?P<rest>[^}]*)")
ALONE = "zet de macro alleen op een regel, zonder spaties ervoor en zonder tekst erna"


@dataclass(frozen=True)
class Call:
    """One macro call on a page."""

    page: str  # path under docs/
    line: int
    macro: str
    arguments: tuple[object, ...]
    options: tuple[str, ...]  # names; no macro takes any, so validation refuses them


def file_problem(path: Path, inside: str, earlier: Mapping[str, str]) -> str:
    """Why a file or folder may not be in docs/; '' when it may.

    `inside` is its path under docs/; `earlier` holds those of other files, by their lower case.
    """
    if path.is_symlink():  # MkDocs follows links: a linked folder would be published whole
        return "een symbolische link gebruiken we niet; zet het bestand zelf hier"
    if inside.lower() in earlier:
        return f"botst op Windows en macOS met {earlier[inside.lower()]}; kies een andere naam"
    if path.is_dir() or inside.startswith(CODE_OWNED):
        return ""
    return _name_problem(path, inside)


def _name_problem(path: Path, inside: str) -> str:
    """What is wrong with the name of a file, with a name that is right."""
    small = SPELLINGS.get(path.suffix.lower(), path.suffix.lower())
    if small in (".yml", ".yaml"):
        return f"een record hoort niet in docs/, maar in toolbox/{path.parent.name}/; zet het daar"
    if small not in (".md", *FILES):
        advice = f"; {CONVERT}" if small in PHOTOS else ""
        return f"zulke bestanden horen niet in docs/; wel: .md {' '.join(FILES)}{advice}"
    is_page = small == ".md"
    if small != path.suffix or (is_page and not PAGE_NAME.fullmatch(path.name)):
        root, folder = path.parents[inside.count("/") + 1], path.parent.name
        better = f"{id_for(root, folder, path.stem) or 'naam'}{small}"
        return f"een bestandsnaam heeft kleine letters, cijfers en streepjes; noem het {better}"
    return ""


def check_svg(path: Path, name: str) -> Iterator[Problem]:
    """A problem when an SVG file could run a script or load something from elsewhere."""
    content = path.read_bytes()
    if match := SVG_ACTIVE.search(content):
        line = content.count(b"\n", 0, match.start()) + 1
        text = "de tekening bevat een script of een verwijzing naar buiten; haal die weg"
        yield Problem(name, line, text)


def check_front_matter(text: str, name: str) -> Iterator[Problem]:
    """Problems in the metadata at the top of a page; `name` is its path in the project.

    Raises ToolboxError when it is no valid YAML.
    """
    if match := FRONT_MATTER.match(text):
        yield from _check_meta(match[1], name)
        return
    first_line = text.split("\n", 1)[0]
    if first_line.startswith("---"):
        message = "de kop van de pagina is niet afgesloten; zet er een regel met --- onder"
        yield Problem(name, 1, message)
    elif LOOSE_METADATA.match(first_line) and "{{" not in first_line:
        message = "begin de pagina met een macro, met # Titel of met gewone tekst"
        yield Problem(name, 1, f"{message}, niet met 'woord:'")


def _check_meta(front_matter: str, name: str) -> Iterator[Problem]:
    meta, source = parse("\n" + front_matter, name)  # the empty line keeps line numbers right
    for key, value in meta.items():
        if key not in META:
            yield source.problem((key,), f"{key}: haal deze regel weg; {_instead_of(key)}")
        elif not _is_safe(value):
            message = f'alleen gewone tekst, zonder < > " {{ }}; hoogstens {MOST_META} tekens'
            yield source.problem((key,), f"{key}: {message}")


def _instead_of(key: str) -> str:
    """Where the information of this field of the front matter stands instead."""
    if key in ("title", "titel"):
        return "de titel staat in het record, of in de tekst als: # Titel"
    return f"tussen deze streepjes mag alleen: {', '.join(META)}"


def _is_safe(value: object) -> bool:
    """Whether a theme may print this value, or each item of this list, as it is."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, bool):
            continue
        if not isinstance(item, str) or len(item) > MOST_META or re.search(r'[<>"{}]', item):
            return False
    return True


def check_text(text: str, name: str) -> Iterator[Problem]:
    """Patterns that cost a Markdown parser minutes, and markup that swallows the page."""
    may_repeat = any(len(word) >= REPEATED_LENGTH for word in text.split())
    for number, line in enumerate(text.split("\n"), 1):
        if message := _line_problem(line, may_repeat=may_repeat):
            yield Problem(name, number, message)
    if (opened := text.rfind("<!--")) > text.rfind("-->"):
        message = "de opmerking is niet afgesloten; zet er --> achter"
        yield Problem(name, line_at(text, opened), message)


def _line_problem(line: str, *, may_repeat: bool) -> str:
    if len(line) > MAX_LINE:
        return f"de regel is langer dan {MAX_LINE} tekens; breek hem af"
    if may_repeat and REPEATED.search(line):
        return "te veel herhaalde tekens achter elkaar; haal ze weg"
    if len(line) - len(line.lstrip()) > MAX_INDENT:
        return f"meer dan {MAX_INDENT} spaties ingesprongen; begin verder naar links"
    return ""


def find_calls(text: str, page: str) -> tuple[list[Call], list[Problem]]:
    """The macro calls of a page, and a problem for everything else that Jinja would react to.

    `page` is its path under docs/.
    """
    if has_only_macro_calls(text):
        return [_matched_call(match, page) for match in CALL.finditer(text)], []
    file = f"docs/{page}"
    if "{##" in text:
        message = "{## begint een onzichtbare opmerking; haal die weg"
        return [], [Problem(file, line_at(text, text.index("{##")), message)]
    lines = text.split("\n")
    try:
        tree = SYNTAX.parse(text)
    except Exception:  # whatever stops the parser, the page is what must be mended
        return _readable_calls(lines, page), [_unreadable(lines, file)]
    return _calls_in_tree(tree, lines, page)


def _readable_calls(lines: list[str], page: str) -> list[Call]:
    """The calls that stand right on their line, in a page that cannot be read as a whole."""
    return [
        Call(page, number, match["macro"], words_of(match), ())
        for number, line in enumerate(lines, 1)
        if (match := CALL.match(line))
    ]


def _unreadable(lines: list[str], file: str) -> Problem:
    """The problem of the first line that is no call, with the call that it was meant to be."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if JINJA.search(line))
    wrong = ((number, line) for number, line in numbered if not CALL.match(line))
    number, line = next(wrong, (1, lines[0]))
    return Problem(file, number, _call_advice(line))


def _call_advice(line: str) -> str:
    """How to write the call that this line was meant to be."""
    start = line.find("{{")
    attempt = ATTEMPT.match(line, start) if start >= 0 else None
    name = closest(attempt["macro"].lower(), macro_arguments(None)) if attempt else ""
    if not attempt or not name:
        return BRACES
    wanted = len(macro_arguments(None)[name].arguments)
    words = re.findall(r"[\w-]+", attempt["rest"])[:wanted]
    inside = ", ".join(f'"{word}"' for word in words)
    return f"deze regel is niet te lezen; schrijf {{{{ {name}({inside}) }}}}"


def _calls_in_tree(
    tree: nodes.Template, lines: list[str], page: str
) -> tuple[list[Call], list[Problem]]:
    calls: list[Call] = []
    problems: list[Problem] = []
    for node in _jinja_nodes(tree):
        call = _plain_call(node, page)
        if call is None:
            text = _call_advice(lines[node.lineno - 1])
            problems.append(Problem(f"docs/{page}", node.lineno, text))
        elif not re.fullmatch(r"\{\{.*\}\}\s*", lines[node.lineno - 1]):
            problems.append(Problem(f"docs/{page}", node.lineno, ALONE))
        else:
            calls.append(call)
    return calls, problems


def _jinja_nodes(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Everything in a page that is not plain text."""
    for statement in tree.body:
        for node in statement.nodes if isinstance(statement, nodes.Output) else [statement]:
            if not isinstance(node, nodes.TemplateData):
                yield node


def has_only_macro_calls(text: str) -> bool:
    """Whether Jinja would see only calls with fixed words, each alone on its line, in this page."""
    return not JINJA.search(CALL.sub("", text))


def words_of(call: re.Match[str]) -> tuple[str, ...]:
    """The fixed words between the brackets of a match of CALL."""
    return tuple(word[1:-1] for word in WORD.findall(call["words"]))


def _matched_call(match: re.Match[str], page: str) -> Call:
    return Call(page, line_at(match.string, match.start()), match["macro"], words_of(match), ())


def _plain_call(node: nodes.Node, page: str) -> Call | None:
    """This node as a call with constants alone; None for any other expression or statement."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    values = [*node.args, *(option.value for option in node.kwargs)]
    unpacks = node.dyn_args is not None or node.dyn_kwargs is not None
    if unpacks or not all(isinstance(value, nodes.Const) for value in values):
        return None
    arguments = tuple(argument.as_const() for argument in node.args)
    options = tuple(option.key for option in node.kwargs)
    return Call(page, node.lineno, node.node.name, arguments, options)
