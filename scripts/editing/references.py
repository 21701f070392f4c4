"""Finds and replaces what names a record: fields of records, macro calls and links of pages.

Which fields name a record follows from their types, as in macros/model/relations.py. Only the id
itself is replaced, so that comments and the style of a file stay as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.model import KINDS, Part, Toolbox
from macros.model.fields import is_page_path, part_of, ref_of
from macros.model.urls import page_address
from macros.reading.macro_calls import macro_arguments
from macros.reading.markdown_files import CALL

LINK = re.compile(r"""(?:\]\(<?|^ {0,3}\[[^\]\n]+\]:\s*<?|(?:href|src)=["'])([^\s)>"']+)""", re.M)
LOOKS_TYPED = re.compile(r"[-+.\d]+|true|false|null")  # plain YAML would take it for no text


@dataclass(frozen=True)
class Renaming:
    """A record that gets another id."""

    kind: str
    old: str
    new: str

    @property
    def old_name(self) -> str:
        """What a field calls it that may name any page: <kind>/<id>."""
        return f"{self.kind}/{self.old}"

    @property
    def new_name(self) -> str:
        """What such a field must call it."""
        return f"{self.kind}/{self.new}"


def in_record(text: str, kind: str, renaming: Renaming) -> str:
    """The text of a record of this kind, with its references to the renamed record replaced."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode):
        return text
    for value, target in reversed(list(_references(node, KINDS[kind].model))):
        whole = target in ("paginas", "")
        old, new = (renaming.old_name, renaming.new_name) if whole else (renaming.old, renaming.new)
        if value.value == old and (whole or target == renaming.kind):
            if not value.style and LOOKS_TYPED.fullmatch(new):
                new = f"'{new}'"
            start, end = value.start_mark.index, value.end_mark.index
            text = text[:start] + text[start:end].replace(old, new) + text[end:]
    return text


def _references(node: yaml.MappingNode, model: type[Part]) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Every value that may name a record, with the kind; '' for a path of a page."""
    for key, value in node.value:
        name = key.value
        if name not in model.model_fields:
            continue
        target, part = ref_of(model, name), part_of(model, name)
        for item in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            if isinstance(item, yaml.ScalarNode) and (target or is_page_path(model, name)):
                yield item, target
            elif isinstance(item, yaml.MappingNode) and part:
                yield from _references(item, part)


def in_page(text: str, page: str, renaming: Renaming, toolbox: Toolbox) -> str:
    """The text of a page with its macro calls and links replaced; `page` is its path in docs/."""
    macros = macro_arguments(toolbox)

    def call(match: re.Match[str]) -> str:
        takes = macros[match["macro"]].arguments if match["macro"] in macros else ()
        if renaming.kind not in takes:
            return match[0]
        return re.sub(rf"""(["']){renaming.old}\1""", rf"\g<1>{renaming.new}\g<1>", match[0])

    def link(match: re.Match[str]) -> str:
        address = match[1]
        return match[0].removesuffix(address) + _moved(address, page, renaming)

    return LINK.sub(link, CALL.sub(call, text))


def _moved(address: str, page: str, renaming: Renaming) -> str:
    """A link of a page, to the record under its new id if it led to the old one."""
    path, mark, place = address.partition("#")
    if not KINDS[renaming.kind].own_page:
        target = _resolved(path, posixpath.dirname(page)) if path else page
        ours = target == f"{renaming.kind}/index.md" or (
            _resolved(path, page_address(page)) == renaming.kind
        )
        return f"{path}#{renaming.new}" if ours and place == renaming.old else address
    if _resolved(path, posixpath.dirname(page)) == f"{renaming.old_name}.md":
        return path.removesuffix(f"{renaming.old}.md") + f"{renaming.new}.md" + mark + place
    if _resolved(path, page_address(page)) in (
        renaming.old_name,
        f"{renaming.old_name}/index.html",
    ):
        head, _, tail = path.rpartition(renaming.old)
        return head + renaming.new + tail + mark + place
    return address


def _resolved(path: str, folder: str) -> str:
    """A relative path from a folder, as one from docs/ or the root of the site; '' for a URL."""
    if not path or ":" in path or path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(folder, path))
