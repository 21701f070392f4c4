"""Markdown that other programs show as a list, table, box or link, and our build as plain text.

Python-Markdown is stricter than GitHub and Word: a list or table needs an empty line above it, a
box has a fixed form, and no space stands inside a link. What it does not see becomes one long
paragraph, without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.model.problems import Problem, line_at

Finding = tuple[int, str]  # line from 1, text
Block = list[tuple[int, str]]  # lines with their number

SKIPPED = re.compile(r"\A---\n.*?\n---\n|^```.*?^```|<!--.*?-->", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
ITEM = re.compile(r"( *)([-*+]|\d+\.) +\S")
FIRST_ITEM = re.compile(r" {0,3}([-*+]|1\.) +\S")
TYPED_BULLET = re.compile(r"\s*[•·◦‣▪●○∙]\s*\S")
TYPED_DASH = re.compile(r" {0,3}[–—] +\S")
TIGHT_ITEM = re.compile(r" {0,3}[-*](?![-*\s])[^*]+$")
BRACKET_ITEM = re.compile(r" {0,3}\d+\) +\S")
TASK = re.compile(r"\s*(?:[-*+] )?\[[ xX]?\] +\S")
DASHES = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
HEADING = re.compile(r" {0,3}(#{1,6})(?!#)")
BOX = re.compile(r'!!! [a-z]+(?: +"[^"]*")? *$')
BOX_LIKE = re.compile(r"(?:!{2,}|\?{3}\+?|:::+) *\w|> *\[!\w+\]")
BOX_FORM = 'schrijf een vak als: !!! note "Titel", met de tekst eronder vier spaties naar rechts'
# Pattern -> what is wrong with a link in this form, and how to write it
LINKS = {
    re.compile(r"\[[^\]\n]+\] +\([^)\s]*[./#][^)\s]*\)"): (
        "tussen ] en ( staat een spatie, zo wordt het geen verwijzing; haal hem weg"
    ),
    re.compile(r"(?<!\])\([^()\n]+\)\[[^\]\s]*[./#][^\]\s]*\]"): (
        "de haken van deze verwijzing staan andersom; schrijf [tekst](adres)"
    ),
    re.compile(r"\[\[[^\]\n]+\]\]"): "schrijf een verwijzing als [tekst](adres)",
    re.compile(r"\]\([^)\s]*$"): "achter het adres van deze verwijzing ontbreekt )",
    re.compile(r"(?<![\w(<\"'\[=/.@])(?:https?://|www\.)\w[^\s<>]*"): (
        "dit adres wordt geen verwijzing; schrijf [tekst](adres)"
    ),
    re.compile(r"\[\^\w+\]"): "voetnoten kennen we niet; zet de uitleg in de tekst",
    re.compile(r"~~\S[^~]*~~"): "doorhalen kan hier niet; haal de tekst weg",
    re.compile(r"(?<![=\w])==[^\s=][^=]*==(?![=\w])"): "markeren kan hier niet; schrijf **vet**",
    re.compile(r"(?<![\w:/]):[a-z][a-z_+]+:(?![\w:])"): (
        "zo'n teken met dubbele punten kennen we niet; haal het weg"
    ),
}
LINK_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]: ")
# Bold text that Markdown sees as bold
BOLD = re.compile(r"\*\*(?=\S)(?:[^*]|\*(?!\*))+?(?<=\S)\*\*")
RULE = re.compile(r"[ *]+$")
UNDERLINE = re.compile(r" {0,3}(?:-{2,}|={2,}) *$")
INDENTED = re.compile(r" {4,}\S")
TABBED = re.compile(r"\S\t+\S")
LEAST_LINES = 2  # of a list that was typed with dashes of another kind


def check_shapes(text: str, name: str) -> Iterator[Problem]:
    """A problem for each piece of a page that readers would not see as its writer meant it."""
    prose = SKIPPED.sub(_blank, text)
    lines = list(enumerate(CODE.sub(_blank, prose).split("\n"), 1))
    findings = [*_headings(lines), *_links(lines), *_boxes(lines), *_fences(prose)]
    before: Block = [(0, "")]
    for block in _blocks(lines):
        findings += _list(block) or _split_table(before, block) or _table(block)
        findings += [*_bold(block), *_underlined(block), *_code(before, block)]
        before = before if _is_code(block) else block
    for number, message in sorted(set(findings)):
        yield Problem(name, number, message)


def _blank(match: re.Match[str]) -> str:
    """As many lines as the match, without text; code within a line becomes a word."""
    breaks = match[0].count("\n")
    return "\n" * breaks if breaks or match[0].startswith("<!--") else "code"


def _blocks(lines: Block) -> Iterator[Block]:
    """The lines between empty lines."""
    block: Block = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _headings(lines: Block) -> Iterator[Finding]:
    """The first heading of a page stands below its title, which may come from a macro."""
    level = 1
    for number, line in lines:
        if match := HEADING.match(line):
            if len(match[1]) > level + 1:
                fitting = "#" * (level + 1)
                yield number, f"een kopniveau is overgeslagen; begin deze kop met {fitting}"
            level = len(match[1])


def _links(lines: Block) -> Iterator[Finding]:
    for number, line in lines:
        if not LINK_DEFINITION.match(line):
            for pattern, message in LINKS.items():
                if pattern.search(line):
                    yield number, message


def _boxes(lines: Block) -> Iterator[Finding]:
    filled = [(number, line) for number, line in lines if line.strip()]
    for (number, line), (_, after) in zip(filled, [*filled[1:], (0, "")], strict=False):
        if BOX_LIKE.match(line) and not BOX.match(line):
            yield number, f"dit wordt geen vak; {BOX_FORM}"
        elif BOX.match(line) and not after.startswith("    "):
            yield number, f"dit vak is leeg; {BOX_FORM}"


def _fences(prose: str) -> Iterator[Finding]:
    """A block between lines of ``` that has no end: those with an end are no longer there."""
    if match := re.search(r"^```", prose, re.MULTILINE):
        message = "dit blok is niet gesloten; zet er een regel met ``` onder"
        yield line_at(prose, match.start()), message


def _bold(block: Block) -> Iterator[Finding]:
    """Stars that readers would see, because nothing between them becomes bold."""
    text = "\n".join("" if RULE.match(line) else line for _, line in block)
    left = BOLD.sub(_blank_bold, text).split("\n")
    for (number, _), line in zip(block, left, strict=True):
        if "**" in line:
            yield number, "zet ** vast voor en achter de vette woorden: **zo**"
            return


def _blank_bold(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _underlined(block: Block) -> Iterator[Finding]:
    """A text that becomes a heading, because a line of hyphens stands right below it."""
    for (_, before), (number, line) in pairwise(block):
        if UNDERLINE.match(line) and "|" not in before:
            yield number, "de regel hierboven wordt zo een kop; zet er een lege regel tussen"


def _is_code(block: Block) -> bool:
    return INDENTED.match(block[0][1]) is not None


def _code(before: Block, block: Block) -> Iterator[Finding]:
    """A paragraph that becomes code, because it is indented and belongs to no list or box."""
    owns = any(ITEM.match(line) or BOX.match(line) for _, line in before)
    if _is_code(block) and not owns:
        yield block[0][0], "deze alinea wordt een blok code; haal de spaties aan het begin weg"


def _list(block: Block) -> list[Finding]:
    """What keeps the lines of this block from being the list that they look like."""
    typed = [number for number, line in block if TYPED_BULLET.match(line)]
    dashed = [number for number, line in block if TYPED_DASH.match(line)]
    tight = [number for number, line in block if TIGHT_ITEM.match(line)]
    if typed or len(dashed) >= LEAST_LINES:
        return [((typed or dashed)[0], "begin elke regel van een lijst met - en een spatie")]
    if len(tight) >= LEAST_LINES:
        return [(tight[0], "na het streepje van een lijst hoort een spatie")]
    if bracket := next((number for number, line in block if BRACKET_ITEM.match(line)), 0):
        return [(bracket, "schrijf een genummerde lijst met een punt: 1. en niet 1)")]
    if task := next((number for number, line in block if TASK.match(line)), 0):
        message = "hokjes werken hier niet; maak er een gewone lijst van, of een checklist"
        return [(task, message)]
    return _late_list(block) or _nested_list(block)


def _late_list(block: Block) -> list[Finding]:
    """A list that begins below a line of text."""
    for (_, before), (number, line) in pairwise(block):
        if ITEM.match(before) or BOX.match(before):
            return []
        if FIRST_ITEM.match(line) and not HEADING.match(before):
            return [(number, "deze lijst wordt gewone tekst; zet er een lege regel boven")]
    return []


def _nested_list(block: Block) -> list[Finding]:
    """A list inside a list that is indented too little."""
    previous = -1
    for number, line in block:
        if match := ITEM.match(line):
            indent = len(match[1])
            if previous in range(max(indent - 3, 0), indent):
                message = "een lijst in een lijst springt vier spaties in; zet er spaties bij"
                return [(number, message)]
            previous = indent
    return []


def _split_table(before: Block, block: Block) -> list[Finding]:
    """Rows that are no part of the table above, because of an empty line."""
    rows = before[-1][1].lstrip().startswith("|") and block[0][1].lstrip().startswith("|")
    if rows and not any(DASHES.match(line) for _, line in block):
        return [(block[0][0] - 1, "een lege regel breekt de tabel af; haal hem weg")]
    if len([line for _, line in block if TABBED.search(line)]) >= LEAST_LINES:
        form = "zet | tussen de vakken, en |---|---| onder de bovenste regel"
        return [(block[0][0], f"dit wordt geen tabel; {form}")]
    return []


def _table(block: Block) -> list[Finding]:
    """What keeps the rows of this block from being the table that they look like."""
    rows = [place for place, (_, line) in enumerate(block) if line.lstrip().startswith("|")]
    dashes = next((i for i, (_, line) in enumerate(block) if "|" in line and DASHES.match(line)), 0)
    if not rows and not dashes:
        return []
    start = min([*rows, dashes - 1]) if dashes else rows[0]
    table = block[start:]
    first = table[0][0]
    if start > 0 and not HEADING.match(block[start - 1][1]):
        return [(first, "deze tabel wordt gewone tekst; zet er een lege regel boven")]
    if len(table) == 1 or not DASHES.match(table[1][1]):
        form = "|" + "---|" * _cells(table[0][1])
        return [(first, f"dit wordt geen tabel; zet onder deze regel een regel met {form}")]
    return list(_rows(table))


def _rows(table: Block) -> Iterator[Finding]:
    """Rows of a table that have another number of cells than its first one."""
    wanted = _cells(table[0][1])
    for number, line in table[1:]:
        if "|" not in line:
            yield number, "deze regel wordt een rij van de tabel; zet er een lege regel boven"
            return
        if (count := _cells(line)) != wanted:
            yield number, f"vakken in deze rij: {count}, in de bovenste: {wanted}; maak ze gelijk"


def _cells(row: str) -> int:
    """The number of cells in a row of a table."""
    inner = row.strip().removeprefix("|")
    inner = inner if inner.endswith("\\|") else inner.removesuffix("|")
    return len(re.findall(r"(?<!\\)\|", inner)) + 1
