"""The site while somebody writes: built once, after that only the pages that show what was saved.

A change that may touch more (a new file, a title, a reference, the menu, code) builds everything
again. Other pages that show a saved
record, and the search catalogue, are made in idle moments; then every file is as a full build makes
it. After that everything is checked
judged too that no single page can tell: paper, addresses and schemas.
"""

from __future__ import annotations

import gc
import logging
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.commands import build as generator
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from macros.mkdocs_adapter import complete, replace_toolbox
from macros.model.problems import Problem, ToolboxError
from macros.reading.project import open_toolbox
from macros.reading.source_pages import read_pages
from scripts.cli.errors import raise_problems, reason
from scripts.pipeline.check_html import MARKUP, check_source_html
from scripts.pipeline.run_generator import ProblemLog
from scripts.serving import reload_file
from scripts.serving.background_check import BackgroundCheck

Progress = Callable[[str, int, int], None]  # what is done, how many pages, of how many
CALLS = re.compile(r"^\{\{.*", re.MULTILINE)


class IncrementalSite:
    """A built site in a folder of its own."""

    def __init__(self, root: Path, progress: Progress) -> None:
        self.root = root
        self.progress = progress
        self._home = tempfile.mkdtemp(
            prefix="kist-"
        )  # for all folders, also one that is being filled when somebody stops
        self.site = Path()  # the folder with the last build
        self._folders: list[
            Path
        ] = []  # and the one before it, from which a browser may still be reading
        self._kept: Any = None  # what a build without faults left behind
        self._waiting: set[Path] = set()  # saved files that could not be taken over yet
        self._links: list[
            re.Pattern[str]
        ] = []  # to records that changed; pages with such a link may show them
        self._later: set[str] = set()  # pages that still show the last version of a record
        self._search_is_old = False
        self.found: list[Problem] = []  # by the last look at everything
        self._look = BackgroundCheck(root)
        self._looked = False  # since the last change

    def build(self) -> list[Problem]:
        """Build everything in a new folder; returns its problems, and may keep the last site."""
        gc.unfreeze()
        self._look_again()
        self._kept, self._waiting = None, set()
        self._links, self._later, self._search_is_old = [], set(), False
        site = Path(tempfile.mkdtemp(dir=self._home))
        try:
            open_toolbox(self.root)
            raise_problems(check_source_html(self.root, read_pages(self.root).pages))
            problems = self._build_in(site)
        except Exception as error:
            shutil.rmtree(site)
            return faults_of(error)
        self.site = site
        self._folders.append(site)
        self._remove(self._folders[:-2])
        return problems

    def refresh(self, changed: Iterable[Path]) -> bool:
        """Rebuild what these files show; False when everything has to be built. Raises problems."""
        if self._kept is None:
            return False
        self._look_again()
        self._waiting |= set(changed)
        pages, problems = [], []
        for path in sorted(self._waiting):
            try:
                pages.append(self._reload(path))
            except Exception as error:
                problems += faults_of(error)
        raise_problems(problems)
        done = None not in pages and self._rebuild_pages([page for page in pages if page])
        self._waiting = set()
        return done

    def catch_up(self) -> bool:
        """Do one deferred step; False when nothing is pending."""
        return (
            self._take_a_look() or self._do_deferred_step()
        )  # never both at once: each prunes the PDF cache

    def _look_again(self) -> None:
        self._look.stop()
        self._looked = False

    def _take_a_look(self) -> bool:
        """Let everything be judged, once what was saved is sound; True until it is known."""
        if self._kept is not None and not self._waiting and not self._looked:
            self._look.start()
            self._looked = True
        if (faults := self._look.result()) is not None:
            self.found = faults
        return self._look.is_running

    def _do_deferred_step(self) -> bool:
        if self._links:
            link, pages = self._links.pop(), self._kept.files.documentation_pages()
            self._later |= {file.src_uri for file in pages if link.search(file.page.content)}
        elif self._later:
            self._rebuild_pages([self._later.pop()])
        elif self._search_is_old:
            complete(self._kept.macros, self.root)
            self._search_is_old = False
        else:
            return False
        return True

    def close(self) -> None:
        """Throw all that was built away."""
        self._look.stop()
        self._remove([Path(self._home)])

    def _remove(self, folders: list[Path]) -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _build_in(self, site: Path) -> list[Problem]:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(site), strict=False)
        kept = config.plugins["kist-live"] = BuildRecorder(self.progress)
        config.plugins.on_startup(command="serve", dirty=False)
        problems = collect_warnings(lambda: generator.build(config), self.root)
        kept.macros = config.plugins["macros"]
        self._kept = None if problems else kept
        gc.freeze()  # the collector need not walk through a whole site at every change
        return problems

    def _reload(self, path: Path) -> str | None:
        """The page to rebuild for a saved file, '' when it is no page, None for all pages."""
        toolbox = self._kept.macros.toolbox
        folder, _, inside = path.relative_to(self.root).as_posix().partition("/")
        kind = inside.partition("/")[0]
        file = self._kept.files.get_file_from_path(inside) if folder == "docs" else None
        record = path.suffix == ".yml" and path.stem in toolbox.records.get(kind, ())
        if not path.is_file():
            return None if file or record else ""  # a passing file of an editor is none of ours
        if file and path.suffix == ".md":
            return inside if self._recheck_page(path, inside) else None
        if file:
            file.copy_file()
            return ""
        if folder == "toolbox" and record:
            return self._reload_record(kind, path.stem)
        return None

    def _recheck_page(self, path: Path, name: str) -> bool:
        """Check a saved page; False when it calls other macros, which other pages may notice."""
        page = reload_file.recheck_page(self._kept.macros.toolbox, self.root, path)
        if MARKUP.search(page.text):  # the check reads mkdocs.yml, which takes long
            raise_problems(check_source_html(self.root, [page]))
        return bool(self._kept.calls[name] == CALLS.findall(page.text))

    def _reload_record(self, kind: str, id: str) -> str | None:
        """Show a saved record; the page to rebuild, None for all pages."""
        toolbox = self._kept.macros.toolbox
        new = reload_file.reload_record(toolbox, self.root, kind, id)
        if new is None:
            return None
        replace_toolbox(self._kept.macros, new)
        self._links.append(reload_file.leads_to(kind, id))
        return reload_file.own_page(kind, id)

    def _rebuild_pages(self, names: list[str]) -> bool:
        """Write pages anew; False when one got another title, which other pages may show."""
        files = self._kept.files
        found = [files.get_file_from_path(name) for name in names]
        self._later -= set(names)
        titles = [file.page.title for file in found]
        raise_problems(collect_warnings(lambda: self._write(found), self.root))
        self._search_is_old = True
        return titles == [file.page.title for file in found]

    def _write(self, found: list[Any]) -> None:
        config, files, docs = (
            self._kept.config,
            self._kept.files,
            self._kept.files.documentation_pages(),
        )
        for file in found:
            if file.page not in self._kept.nav.pages:  # a macro gave the last one its pencil
                Page(None, file, config)
            generator._populate_page(file.page, config, files)
        for file in found:
            generator._build_page(file.page, config, docs, self._kept.nav, self._kept.env)
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


class BuildRecorder(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Records what is needed to rebuild one page, and reports the progress of a build."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.calls: dict[str, list[str]] = {}
        self.made = 0
        self.macros: Any = None

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> None:
        self.nav, self.config, self.files = nav, config, files
        self.total = len(files.documentation_pages())

    def on_page_read_source(self, *, page: Any, config: Any) -> None:
        text = Path(page.file.abs_src_path).read_text("utf-8-sig")
        self.calls[page.file.src_uri] = CALLS.findall(text)
        self.progress("gelezen", len(self.calls), self.total)

    def on_env(self, env: Any, *, config: Any, files: Any) -> None:
        self.env, self.files = env, files

    def on_post_page(self, output: str, *, page: Any, config: Any) -> None:
        self.made += 1
        self.progress("gemaakt", self.made, self.total)


def collect_warnings(work: Callable[[], None], root: Path) -> list[Problem]:
    """Do something with the generator; returns what it warned of."""
    log, logger = ProblemLog(root), logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        work()
    finally:
        logger.removeHandler(log)
    return log.problems


def faults_of(error: Exception) -> list[Problem]:
    """What went wrong, for an editor."""
    if isinstance(error, ToolboxError):
        return error.problems
    text = reason(error) if isinstance(error, OSError) else error
    return [Problem("mkdocs.yml", 1, f"de site is niet te bouwen: {text}")]
