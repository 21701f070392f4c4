"""Our own scripts in a built site: without comments, indentation and idle line ends, and one file for each component.

No minifier: names stay, so an error message of a reader still names what we know. Vendored files stay as they came.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from macros.mkdocs_adapter import COMPONENTS

COMMENT = re.compile(
    r"/\*\*.*?\*/[ \t]*", re.DOTALL
)  # JSDoc; our scripts hold no other block comments
LINE = re.compile(r"(^|[ \t])// .*$", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|\n(?=\s*\n)", re.MULTILINE)
# Texts and patterns stay as they are. Before a closing bracket a last comma or semicolon says nothing, and round these signs a
# space (+ and - could run together with their like).
SPACE = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/(?!\ )(?:[^/\\\n[]|\\.|\[(?:[^]\\\n]|\\.)*])+/)
    | ;(?=\s*}) | ,(?=\s*[])}])
    | \ ?(?P<sign>[=<>?:&|*{}()[\],;!]|(?<![+-])\ [+-]\ (?![+-]))\ ?""",
    re.VERBOSE,
)
# After and before these a line end says nothing; no text of ours spans lines (tests/test_slim.py).
BREAK = re.compile(r"(?<=[{;,([=>&|?:])\n|\n(?=[)\]}.?:&|])")


def slim_site(site: Path) -> None:
    """Shorten every script of our own in place, and let a page fetch those of its component as one."""
    for path in sorted((site / "assets/js").glob("*.js")):
        path.write_text(slim(path.read_text("utf-8")), "utf-8")
    join_scripts(site)


def join_scripts(site: Path) -> None:
    """Put what a component needs before it in the file of the component itself: fewer requests, and it packs smaller.

    Its name changes with its text, so that a page never runs with a copy of before.
    """
    folder, names = site / "assets/js", {}
    needs = {scripts[-1]: scripts for _, scripts in COMPONENTS.values()}
    for name, parts in needs.items():
        text = "".join((folder / f"{part}.js").read_text("utf-8") for part in parts)
        names[name] = f"{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
        (folder / names[name]).write_text(text, "utf-8")
    used = {part for parts in needs.values() for part in parts}
    tag = re.compile(
        rf'<script src="([^"]*assets/js/)({"|".join(sorted(used))})\.js" defer></script>'
    )
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if tag.search(text):
            page.write_text(tag.sub(lambda found: _joined(found, names), text), "utf-8")
    for part in used:
        (folder / f"{part}.js").unlink()


def _joined(tag: re.Match[str], names: dict[str, str]) -> str:
    """The tag of a joined file; nothing for what is in one."""
    return f'<script src="{tag[1]}{names[tag[2]]}" defer></script>' if tag[2] in names else ""


def slim(script: str) -> str:
    """One script without comments, indentation, and spaces, line ends and last commas that say nothing."""
    lines = INDENT.sub("", LINE.sub("", COMMENT.sub("", script))).strip()
    return (
        BREAK.sub(
            "", SPACE.sub(lambda found: found["text"] or (found["sign"] or "").strip(), lines)
        )
        + "\n"
    )
