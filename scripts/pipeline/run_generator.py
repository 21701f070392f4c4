"""The child process that builds: calls the generator and writes its problems as JSON.

`python -m scripts.pipeline.run_generator GENERATOR SITE REPORT`, called by generate.py. MkDocs and
ProperDocs say what is wrong in their log alone, so that is where problems are taken from.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from dataclasses import astuple
from importlib import import_module
from pathlib import Path

from macros.model.problems import Problem
from macros.reading.settings.site_settings import FILE, line_of
from scripts.cli.errors import ROOT
from scripts.pipeline.check_html import link_proposal, located
from scripts.pipeline.check_templates import said

LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains an? (?P<form>absolute |unrecognized relative )?"
    r"link '(?P<link>[^']*)'(?P<anchor>.*\banchor\b)?"
)
MACRO = re.compile(
    r"_File_: `(?P<page>[^`]+)`\s+_(?P<type>\w+)_: (?P<text>.+)"
)  # and below it a traceback


SETTING = re.compile(r"Config value '(?P<name>[^']+)': (?P<text>.+)", re.DOTALL)
NOT_IN_NAV = re.compile(r"The following pages exist in the docs directory[^:]*:(?P<pages>.*)", re.S)
FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+)')  # of a traceback
BROKEN_OFF = ("Error building page", "Error reading page")  # the error itself says it better


class ProblemLog(logging.Handler):
    """Collects what the generator warns of."""

    def __init__(self, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.root = root
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith(BROKEN_OFF):
            self.problems.append(problem_of(record.getMessage(), self.root))


def problem_of(message: str, root: Path) -> Problem:
    """A warning of the generator, at its place in the project where it names one."""
    if link := LINK.match(message):
        return _link_problem(link, root)
    if macro := MACRO.search(message):
        return _macro_problem(macro, message, root)
    if setting := SETTING.match(message):
        return _setting_problem(setting, root)
    if listed := NOT_IN_NAV.match(message):
        pages = ", ".join(listed["pages"].replace("- ", "").split())
        text = f"{pages} staat niet in nav; zet de pagina daar, of haal het bestand weg"
        return Problem(FILE, line_of(root, "nav"), text)
    return Problem(FILE, 1, f"de site is niet te bouwen: {message}")


def _macro_problem(macro: re.Match[str], message: str, root: Path) -> Problem:
    """A macro that fails: at the line of the template or the code that it comes from."""
    own = [found for found in FRAME.finditer(message) if _is_own(found["file"], root)]
    if own and own[-1]["file"].endswith(".html"):
        name = Path(own[-1]["file"]).relative_to(root).as_posix()
        text = f"{said(macro['text'])} (gezien op docs/{macro['page']})"
        return Problem(name, int(own[-1]["line"]), text)
    text = f"{macro['type']}: {macro['text']}"
    return Problem(f"docs/{macro['page']}", 1, f"een macro op deze pagina lukt niet: {text}")


def _is_own(file: str, root: Path) -> bool:
    return Path(file).is_relative_to(root / "macros")


def _setting_problem(setting: re.Match[str], root: Path) -> Problem:
    name, text = setting["name"], setting["text"].splitlines()[0]
    if text.startswith("Unrecognised configuration name"):
        text = f"'{name}' is geen instelling; kijk naar de spelling of haal de regel weg"
    else:
        text = f"{name}: deze instelling kan niet ({text}); zet terug wat hier veranderd is"
    return Problem(FILE, line_of(root, name), text)


def _link_problem(found: re.Match[str], root: Path) -> Problem:
    if found["form"]:
        text = "noemt geen bestand; schrijf het pad naar het .md-bestand"
    elif found["anchor"]:
        text = "wijst naar een kop die er niet is"
    else:
        text = "leidt nergens heen; kijk naar map en naam"
    source = root / "docs" / found["page"]
    if near := link_proposal(found["link"], source, root) if found["form"] else "":
        text = text.partition(";")[0] + near
    finding = f"de verwijzing '{found['link']}' {text}", found["link"]
    return located(source, [finding], root)[0]


def main(generator: str, site: str, report: str, *draft: str) -> None:
    """Build, and write a list of problems; an empty one when the site is whole.

    With a last argument it makes a draft: as much as can be made, to be checked.
    """
    log = ProblemLog(ROOT)
    logging.getLogger(generator).addHandler(log)
    try:
        build(generator, site, bool(draft))
    except (Exception, SystemExit) as error:  # also what the macros plugin raises: exit()
        if not log.problems:
            log.problems.append(problem_of_crash(error))
    listed = [astuple(problem) for problem in dict.fromkeys(log.problems)]
    Path(report).write_text(json.dumps(listed), "utf-8")


def build(generator: str, site: str, draft: bool) -> None:
    """Build as `mkdocs build` does, except that dead links are left to check_html.py."""
    import_module(f"{generator}.__main__")  # ProperDocs there takes the place of mkdocs for plugins
    config = import_module(f"{generator}.config").load_config(site_dir=site)
    config.validation.nav.omitted_files = logging.DEBUG  # said by check_menu, in Dutch
    config.validation.links.not_found = config.validation.links.anchors = logging.DEBUG
    config.extra["draft"] = draft
    config.plugins.on_startup(command="build", dirty=False)
    try:
        import_module(f"{generator}.commands.build").build(config)
    finally:
        config.plugins.on_shutdown()


def problem_of_crash(error: BaseException) -> Problem:
    """An error of which the log says nothing, at the place in the project that it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT / "macros")]
    text = f"de site is niet te bouwen: {type(error).__name__}: {error}"
    if not own:
        return Problem(FILE, 1, text)
    name = Path(own[-1].filename).relative_to(ROOT).as_posix()
    if name.endswith(".html"):
        text = said(str(error))
    return Problem(name, own[-1].lineno or 1, text)


if __name__ == "__main__":
    main(*sys.argv[1:])
