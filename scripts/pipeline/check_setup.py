"""What is wrong outside the records and pages: in mkdocs.yml and in the templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model.problems import Problem, ToolboxError
from macros.reading.settings.house_style import check_house_style
from macros.reading.settings.site_settings import read_settings
from scripts.pipeline.check_templates import check_templates
from scripts.pipeline.site_url import check_address


def check_setup(root: Path) -> Iterator[Problem]:
    """All problems of the settings and the templates."""
    yield from check_frame(root)
    if can_read_settings(root):
        yield from check_house_style(root)


def check_frame(root: Path) -> Iterator[Problem]:
    """The problems with which no page can be made, beside those of the menu (open_toolbox)."""
    if can_read_settings(root):
        yield from check_address(root)
    yield from check_templates(root)


def can_read_settings(root: Path) -> bool:
    """Whether mkdocs.yml is YAML; if not, check_menu says where it is not."""
    try:
        read_settings(root)
    except ToolboxError:
        return False
    return True
