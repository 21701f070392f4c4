"""The site while somebody writes: built once, after that only the pages that show what was saved.

A change that may touch more (a new file, a title, a reference, the menu) builds everything again.
Other pages that show a saved record, and the search catalogue, are made in idle moments; then every
file is as a full build makes it. In the background everything is checked that no single page can
tell: paper, addresses and schemas.
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
from scripts.pipeline.check_setup import check_setup
from scripts.pipeline.run_generator import ProblemLog, problem_of_crash
from scripts.serving import reload_file
from scripts.serving.background_check import BackgroundCheck

Progress = Callable[[str, int, int], None]  # what is done, how many pages, of how many
CALLS = re.compile(r"^\{\{.*", re.MULTILINE)


class IncrementalSite:
    """A built site in a folder of its own."""

    def __init__(self, root: Path, progress: Progress) -> None:
        self.root = root
        self.progress = progress
        # Holds the folders of all builds, also of one that is stopped halfway.
        self._home = tempfile.mkdtemp(prefix="kist-")
        self.site = Path()  # the folder with the last build
        # The last two builds: a browser may still be reading from the one before.
        self._folders: list[Path] = []
        self._recorded: Any = None  # the BuildRecorder of the last build without problems
        self._waiting: set[Path] = set()  # saved files that still have problems
        # Links to records that changed: pages with such a link may show them.
        self._links: list[re.Pattern[str]] = []
        self._outdated: set[str] = set()  # pages that still show the last version of a record
        self._search_is_old = False
        self.found: list[Problem] = []  # by the last check of everything
        self._check = BackgroundCheck(root)
        self._checked = False  # whether a check was started since the last change

    def build(self) -> list[Problem]:
        """Build everything in a new folder; returns its problems, and may keep the last site."""
        gc.unfreeze()
        self._restart_check()
        self._recorded, self._waiting = None, set()
        self._links, self._outdated, self._search_is_old = [], set(), False
        site = Path(tempfile.mkdtemp(dir=self._home))
        try:
            open_toolbox(self.root)
            raise_problems(check_setup(self.root))
            raise_problems(check_source_html(self.root, read_pages(self.root).pages))
            problems = self._build_in(site)
        except Exception as error:
            shutil.rmtree(site)
            return problems_of(error)
        self.site = site
        self._folders.append(site)
        self._remove(self._folders[:-2])
        return problems

    def refresh(self, changed: Iterable[Path]) -> bool:
        """Rebuild what these files show; False when everything has to be built. Raises problems."""
        if self._recorded is None:
            return False
        self._restart_check()
        self._waiting |= set(changed)
        pages, problems = [], []
        for path in sorted(self._waiting):
            try:
                pages.append(self._reload_file(path))
            except Exception as error:
                problems += problems_of(error)
        raise_problems(problems)
        done = None not in pages and self._rebuild_pages([page for page in pages if page])
        self._waiting = set()
        return done

    def catch_up(self) -> bool:
        """Do one deferred step; False when nothing is pending."""
        # Never both at once: each prunes the PDF cache.
        return self._check_in_background() or self._do_deferred_step()

    def _restart_check(self) -> None:
        self._check.stop()
        self._checked = False

    def _check_in_background(self) -> bool:
        """Check everything, once the saved files have no problems; True until it is done."""
        if self._recorded is not None and not self._waiting and not self._checked:
            self._check.start()
            self._checked = True
        if (problems := self._check.result()) is not None:
            self.found = problems
        return self._check.is_running

    def _do_deferred_step(self) -> bool:
        if self._links:
            link, pages = self._links.pop(), self._recorded.files.documentation_pages()
            self._outdated |= {file.src_uri for file in pages if link.search(file.page.content)}
        elif self._outdated:
            self._rebuild_pages([self._outdated.pop()])
        elif self._search_is_old:
            complete(self._recorded.macros, self.root)
            self._search_is_old = False
        else:
            return False
        return True

    def close(self) -> None:
        """Delete all builds."""
        self._check.stop()
        self._remove([Path(self._home)])

    def _remove(self, folders: list[Path]) -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _build_in(self, site: Path) -> list[Problem]:
        config = self._load_config(site)
        recorder = config.plugins["kist-live"] = BuildRecorder(self.progress)
        config.plugins.on_startup(command="serve", dirty=False)
        problems = collect_warnings(lambda: generator.build(config), self.root)
        recorder.macros = config.plugins["macros"]
        self._recorded = None if problems else recorder
        gc.freeze()  # the collector need not walk through a whole site at every change
        return problems

    def _load_config(self, site: Path) -> Any:
        loaded: list[Any] = []
        path, folder = str(self.root / "mkdocs.yml"), str(site)
        raise_problems(
            collect_warnings(
                lambda: loaded.append(load_config(path, site_dir=folder, strict=False)), self.root
            )
        )
        return loaded[0]

    def _reload_file(self, path: Path) -> str | None:
        """The page to rebuild for a saved file, '' when it is no page, None for all pages."""
        toolbox = self._recorded.macros.toolbox
        folder, _, inside = path.relative_to(self.root).as_posix().partition("/")
        kind = inside.partition("/")[0]
        file = self._recorded.files.get_file_from_path(inside) if folder == "docs" else None
        record = path.suffix == ".yml" and path.stem in toolbox.records.get(kind, ())
        if not path.is_file():
            return None if file or record else ""  # "": a temporary file of an editor
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
        page = reload_file.recheck_page(self._recorded.macros.toolbox, self.root, path)
        if MARKUP.search(page.text):  # the check reads mkdocs.yml, which takes long
            raise_problems(check_source_html(self.root, [page]))
        return bool(self._recorded.calls[name] == CALLS.findall(page.text))

    def _reload_record(self, kind: str, id: str) -> str | None:
        """Show a saved record; the page to rebuild, None for all pages."""
        toolbox = self._recorded.macros.toolbox
        new = reload_file.reload_record(toolbox, self.root, kind, id)
        if new is None:
            return None
        replace_toolbox(self._recorded.macros, new)
        self._links.append(reload_file.link_to(kind, id))
        return reload_file.own_page(kind, id)

    def _rebuild_pages(self, names: list[str]) -> bool:
        """Write pages anew; False when one got another title, which other pages may show."""
        files = self._recorded.files
        found = [files.get_file_from_path(name) for name in names]
        self._outdated -= set(names)
        titles = [file.page.title for file in found]
        raise_problems(collect_warnings(lambda: self._write(found), self.root))
        self._search_is_old = True
        return titles == [file.page.title for file in found]

    def _write(self, found: list[Any]) -> None:
        config, files, docs = (
            self._recorded.config,
            self._recorded.files,
            self._recorded.files.documentation_pages(),
        )
        for file in found:
            if file.page not in self._recorded.nav.pages:  # a macro gave the last one its pencil
                Page(None, file, config)
            generator._populate_page(file.page, config, files)
        for file in found:
            generator._build_page(file.page, config, docs, self._recorded.nav, self._recorded.env)
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
    except Exception as error:
        if log.problems and not isinstance(error, ToolboxError):
            raise ToolboxError(log.problems) from error  # what the log says, says where
        raise
    finally:
        logger.removeHandler(log)
    return log.problems


def problems_of(error: Exception) -> list[Problem]:
    """An error as problems that an editor can read."""
    if isinstance(error, ToolboxError):
        return error.problems
    if isinstance(error, OSError):
        return [Problem("mkdocs.yml", 1, f"de site is niet te bouwen: {reason(error)}")]
    return [problem_of_crash(error)]
