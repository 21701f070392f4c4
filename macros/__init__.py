"""The only module that knows MkDocs: it registers the macros and turns faults into a build error.

MkDocs imports this file once and keeps it; Zensical executes it for every page. So nothing lives here but what the
macros plugin calls; the rest is imported when it is needed, and again when its source changed under `serve`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
if str(ROOT) not in sys.path:  # Zensical does not put the project on the path
    sys.path.insert(0, str(ROOT))


def define_env(env: Any) -> None:
    """Called by mkdocs-macros: register the macros, or stop the build with every fault in plain lines."""
    try:
        _drop_changed()
        _import("register").register(env, ROOT)
    except ImportError as error:  # else the plugin says "could not find custom 'macros' module"
        raise _stop(f"macros/ kan niet worden geladen: {error}") from error
    except Exception as error:
        if type(error).__name__ != "ToolboxError":  # the class itself may have been imported anew
            raise
        raise _stop(f"De gereedschapskist klopt nog niet:\n{error}") from None


def on_pre_page_macros(env: Any) -> None:
    """A second lock behind macros.reading.markdown_files: pages run in a sandbox that knows our macros and nothing else.

    Called by MkDocs and ProperDocs; Zensical does without it and relies on the page guard alone.
    """
    _import("sandbox").lock(env)


def on_post_page_macros(env: Any) -> None:
    """Explain terms in the page as it stands now. Without this call (Zensical) a page only misses these links."""
    env.markdown = _import("register").explain(env)


def on_post_build(env: Any) -> None:
    """Put the PDFs and the catalogue of the search beside the pages. Under Zensical, which never calls this, scripts would have to."""
    _import("register").complete(env, ROOT)


def _import(name: str) -> ModuleType:
    return importlib.import_module(f"macros.{name}")


def _drop_changed() -> None:
    """Forget our modules when a source file or template has changed. Looked at once a build: walking the folder takes time."""
    stamp = sorted((str(path), path.stat().st_mtime_ns) for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html", ".typ"))
    state = sys.modules.setdefault("_kist_state", ModuleType("_kist_state"))
    if getattr(state, "stamp", stamp) != stamp:
        for module in [known for known in sys.modules if known.startswith("macros.")]:
            del sys.modules[module]
        importlib.invalidate_caches()
    state.stamp = stamp  # type: ignore[attr-defined]


def _stop(message: str) -> Exception:
    """The error that the generator shows as plain lines, without a traceback."""
    try:
        from mkdocs.exceptions import PluginError  # noqa: PLC0415
    except ImportError:  # under Zensical MkDocs may be absent
        return RuntimeError(message)
    return PluginError(message)
