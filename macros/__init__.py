"""The callbacks of mkdocs-macros, and nothing else.

MkDocs imports this file once and keeps it; Zensical executes it for every page. The rest of the
package is imported when a callback needs it, so that an error in our own code is reported as such.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.mkdocs_adapter import MacrosPlugin

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # Zensical does not put the project on the path
    sys.path.insert(0, str(ROOT))


def define_env(env: MacrosPlugin) -> None:
    """Called by mkdocs-macros: register the macros.

    Stops the build with all problems of the project in plain lines.
    """
    try:
        from macros.mkdocs_adapter import register  # noqa: PLC0415
        from macros.model.problems import ToolboxError  # noqa: PLC0415
    except (ImportError, SyntaxError) as error:  # the plugin would name neither file nor line
        raise _stop(f"{_place_of(error)}: macros/ kan niet worden geladen: {error}") from error
    try:
        register(env, ROOT)
    except ToolboxError as error:
        raise _stop(f"De gereedschapskist klopt nog niet:\n{error}") from None


def on_pre_page_macros(env: MacrosPlugin) -> None:
    """Render pages in a sandbox: a second defence, after the validation of their source.

    Called by MkDocs and ProperDocs; Zensical relies on that validation alone, and its pages have no
    links to change them.
    """
    from macros.mkdocs_adapter import open_doors, use_sandbox  # noqa: PLC0415

    use_sandbox(env)
    open_doors(env)


def on_post_page_macros(env: MacrosPlugin) -> None:
    """Link the first use of each term to its explanation.

    Zensical never calls this: its pages only miss these links.
    """
    from macros.mkdocs_adapter import explain  # noqa: PLC0415

    env.markdown = explain(env)


def on_post_build(env: MacrosPlugin) -> None:
    """Write PDFs, search catalogue and open data into the site. Zensical never calls this."""
    from macros.mkdocs_adapter import complete  # noqa: PLC0415

    complete(env, ROOT)


def _place_of(error: ImportError | SyntaxError) -> str:
    """File and line of our own code that cannot be loaded."""
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
