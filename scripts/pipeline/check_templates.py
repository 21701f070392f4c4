"""Jinja templates that cannot be read, with file and line: of our pages and of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from macros.model.problems import Problem, hint
from macros.pages.render import ENV

PAGES, THEME = "macros/pages/templates", "macros/theme"
# What Jinja says -> what an editor reads; else its own words are given.
WORDS = (
    (r"Unexpected end of template.*?tags: (?:'\w+' or )*'(\w+)'.*", "{} ontbreekt"),
    (r"Unexpected end of template.*", "het sjabloon houdt midden in een opdracht op"),
    (r"Encountered unknown tag '(\w+)'.*", "{} is geen opdracht, of hoort bij geen begin"),
    (r"No filter named '(\w+)'.*", "{} is geen filter"),
    (r"No test named '(\w+)'.*", "{} is geen test"),
    (r"unexpected '(.+?)'", "{} hoort hier niet"),
    (r"expected token '(.+?)', got '(.+?)'", "hier staat {1} waar {0} moet staan"),
    (r"Expected an expression, got '(.+?)'", "hier ontbreekt wat er moet komen te staan"),
    (r"'(.+)' is undefined", "{} bestaat niet"),
    (r".*has no attribute '(.+)'", "{} bestaat niet"),
    (r"'(.+?)' not found in search path.*", "het sjabloon {} bestaat niet"),
)
REMEDY = "zet terug wat hier veranderd is"


def check_templates(root: Path) -> Iterator[Problem]:
    """A problem for every template that Jinja cannot read, or that includes one that is absent."""
    extensions = ["jinja2.ext.loopcontrols", "jinja2.ext.do"]
    theme = Environment(extensions=extensions)  # noqa: S701 - only read
    for folder, env in ((PAGES, ENV), (THEME, theme)):
        for path in sorted((root / folder).rglob("*.html")):
            yield from _check(path, path.relative_to(root).as_posix(), env)


def _check(path: Path, name: str, env: Environment) -> Iterator[Problem]:
    try:
        text = path.read_text("utf-8")
        tree = env.parse(text)
        others = list(find_referenced_templates(tree))
        if name.startswith(PAGES):  # the filters of the theme are known to the generator alone
            env.compile(tree, raw=True)
    except UnicodeDecodeError:
        yield Problem(name, 1, "geen geldige UTF-8; sla het bestand op als UTF-8")
    except TemplateSyntaxError as error:
        yield Problem(name, error.lineno, said(error.message or ""))
    else:
        for other in others:
            if other and not _exists(other, name, path):
                line = text[: text.index(other)].count("\n") + 1
                instead = hint(other, ENV.list_templates()) or f"; {REMEDY}"
                yield Problem(name, line, f"het sjabloon '{other}' bestaat niet{instead}")


def _exists(other: str, name: str, path: Path) -> bool:
    """Whether there is a template of this name beside this one, or in the theme."""
    if name.startswith(PAGES):
        return other in ENV.list_templates()
    own = path.parents[len(Path(name).relative_to(THEME).parts) - 1]
    return any((folder / other).is_file() for folder in (own, *_theme_folders()))


def _theme_folders() -> Iterator[Path]:
    for package in ("material", "mkdocs"):
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations if spec else None) or ():
            yield Path(folder) / "templates"


def said(message: str) -> str:
    """What is wrong with a template, as an editor reads it."""
    for pattern, words in WORDS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            named = words.format(*(f"'{group}'" for group in found.groups()))
            return f"het sjabloon klopt niet: {named}; {REMEDY}"
    return f"het sjabloon klopt niet ({message}); {REMEDY}"
