"""Shorten our own scripts in a built site, and join those of a component in one file.

Not a minifier: only comments, types and indentation go, which needs no understanding of the
program. Names stay, so an error message names what we know. Vendored files
are unchanged.
"""

from __future__ import annotations

import hashlib
import re
from functools import partial
from pathlib import Path

from macros.model.components import joined_scripts
from scripts.pipeline.built_site import BuiltSite

# A comment that begins a line. In a text of several lines it could be no comment: our scripts have
# none of those (tests/pipeline/test_assets.py).
COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)", re.MULTILINE | re.DOTALL)
# A comment behind code: without a quote in it, it stands in no text either.
BEHIND = re.compile(r"(?<=[;,{}()\[\]])[ \t]+// [^\"'`\n]*$", re.MULTILINE)
TYPE = re.compile(r"/\*\* @type [^*\n]* \*/ ?")  # inside a line; our texts hold none either
# The file name in the address of an asset, in a page, a style sheet or a script.
NAMED = re.compile(r"""[/"'`]([\w.-]+\.(?:css|js|woff2|svg|png|webp))\b""")
# An attribute that names the scripts which a page or a component fetches when it needs them.
FETCHED = re.compile(r'(data-[\w-]+)="((?:[^"\s]*assets/js/[\w/-]+\.js ?)+)"')
INDENT = re.compile(r"^\s+", re.MULTILINE)  # and blank lines


def slim_site(site: BuiltSite) -> None:
    """Shorten every script of our own in place, and join the scripts of each component."""
    for path in own_scripts(site.folder / "assets/js"):
        path.write_text(slim(path.read_text("utf-8")), "utf-8")
    join_scripts(site)


def own_scripts(folder: Path) -> list[Path]:
    """The scripts in this folder and the folders of its subjects, but not what others made."""
    return [path for path in sorted(folder.rglob("*.js")) if path.parent.name != "vendor"]


def join_scripts(site: BuiltSite) -> None:
    """Put what a component needs in the file of the component: fewer requests, and smaller in gzip.

    All stand in one folder, whatever the subject of the component: the name is unique. The name of
    the file changes with its text, so that a page never runs with an older copy. What
    was joined stays only if another script names it, as the search names folding.js.
    """
    folder, names = site.folder / "assets/js", {}
    needs = joined_scripts()
    for name, parts in needs.items():
        text = "".join((folder / f"{part}.js").read_text("utf-8") for part in parts)
        mark = hashlib.sha256(text.encode()).hexdigest()[:8]
        names[name] = f"{name.rpartition('/')[2]}.{mark}.js"
        (folder / names[name]).write_text(text, "utf-8")
    for name, page in site.pages.items():
        site.pages[name] = FETCHED.sub(partial(_fetched, names=names, needs=needs), page)


def _inside(scripts: list[str], needs: dict[str, list[str]]) -> set[str]:
    """Those of these scripts that are in the joined file of another of them."""
    return {part for script in scripts for part in needs.get(script, [])[:-1] if part in scripts}


def _fetched(attribute: re.Match[str], names: dict[str, str], needs: dict[str, list[str]]) -> str:
    """The attribute with a joined file in the place of the scripts that are in it."""
    sources = [source.rpartition("assets/js/") for source in attribute[2].split()]
    scripts = [file.removesuffix(".js") for _, _, file in sources]
    inside = _inside(scripts, needs)
    shown = [
        f"{root}{folder}{names.get(script, file)}"
        for script, (root, folder, file) in zip(scripts, sources, strict=True)
        if script not in inside
    ]
    return f'{attribute[1]}="{" ".join(shown)}"'


def slim(script: str) -> str:
    """One script without comments, types, indentation and blank lines."""
    code = BEHIND.sub("", COMMENT.sub("", script))
    return INDENT.sub("", TYPE.sub("", code)).rstrip() + "\n"


def remove_unused(site: BuiltSite) -> None:
    """Delete the assets that no page uses: what the theme brings, and the sheets that were joined.

    Licences stay: a reader gets them with the fonts and the scripts that they are about.
    """
    used = assets_in_use(site)
    for path in sorted((site.folder / "assets").rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in used and path.suffix != ".txt":
            path.unlink()


def assets_in_use(site: BuiltSite) -> set[Path]:
    """The assets that a page names, and those that a style sheet or script in use names."""
    assets = [path for path in (site.folder / "assets").rglob("*") if path.is_file()]
    used: set[Path] = set()
    texts = [*site.pages.values(), *(path.read_text("utf-8") for path in site.folder.glob("*.js"))]
    while texts:
        names = {name for text in texts for name in NAMED.findall(text)}
        found = {path for path in assets if path.name in names} - used
        used |= found
        texts = [path.read_text("utf-8") for path in found if path.suffix in (".css", ".js")]
    return used
