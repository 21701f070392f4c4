"""The callbacks of mkdocs-macros, and nothing else.

MkDocs imports this file once and keeps it; Zensical executes it for every page. So the rest of the package is imported
when a callback needs it: a fault in our own code is then reported as itself.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # Zensical does not put the project on the path
    sys.path.insert(0, str(ROOT))


def define_env(env: Any) -> None:
    """Called by mkdocs-macros: register the macros, or stop the build with every problem in plain lines."""
    try:
        from macros.mkdocs_adapter import register  # noqa: PLC0415
        from macros.model.problems import ToolboxError  # noqa: PLC0415
    except (ImportError, SyntaxError) as error:  # the plugin would name neither file nor line
        raise _stop(f"{_place_of(error)}: macros/ kan niet worden geladen: {error}") from error
    try:
        register(env, ROOT)
    except ToolboxError as error:
        raise _stop(f"De gereedschapskist klopt nog niet:\n{error}") from None


def on_pre_page_macros(env: Any) -> None:
    """Run pages in a sandbox that knows our macros and nothing else: a second lock behind the check of their source.

    Called by MkDocs and ProperDocs; Zensical does without it and relies on that check alone.
    """
    from macros.mkdocs_adapter import lock  # noqa: PLC0415

    lock(env)


def on_post_page_macros(env: Any) -> None:
    """Link the first use of each term to its explanation. Without this call (Zensical) a page only misses these links."""
    from macros.mkdocs_adapter import explain  # noqa: PLC0415

    env.markdown = explain(env)


def on_post_build(env: Any) -> None:
    """Put PDFs, search catalogue and open data beside the pages. Zensical never calls this."""
    from macros.mkdocs_adapter import complete  # noqa: PLC0415

    complete(env, ROOT)


def _place_of(error: ImportError | SyntaxError) -> str:
    """File and line of our own code that cannot be loaded: the plugin would name neither."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(str(ROOT / "macros"))]
    return f"{own[-1].filename}:{own[-1].lineno}"


def _stop(message: str) -> Exception:
    """The error that the generator shows as plain lines, without a traceback."""
    try:
        from mkdocs.exceptions import PluginError  # noqa: PLC0415
    except ImportError:  # under Zensical MkDocs may be absent
        return RuntimeError(message)
    return PluginError(message)
