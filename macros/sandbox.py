"""The second lock on pages: macro calls with fixed words are answered here, anything else meets a closed Jinja sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.reading.plain_calls import CALL, is_plain, words_of


def lock(env: Any) -> None:
    """Swap the open Jinja environment of the macros plugin for a closed one, once a build."""
    if isinstance(env.env, Sandbox):
        return
    safe = Sandbox(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")
    safe.globals.clear()
    safe.filters.clear()
    safe.globals.update(env.macros)
    env._env = safe
    env.variables.clear()
    env.variables["kist"] = True  # never empty: the plugin would then skip every later page and publish {{ … }}


class Sandbox(ImmutableSandboxedEnvironment):
    """Knows our macros and nothing else."""

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:
        """A page as a template. One with plain calls alone is not compiled: that takes longer than the calls themselves."""
        if is_plain(source) and all(call["macro"] in self.globals for call in CALL.finditer(source)):
            return Page(source, self.globals)
        return super().from_string(source, *arguments, **options)


class Page:
    """The text of a page; `render` answers its calls."""

    def __init__(self, source: str, macros: Any) -> None:
        self.source = source
        self.macros: dict[str, Callable[..., str]] = macros

    def render(self, *_: Any, **__: Any) -> str:
        """The text with the answers in place; Jinja drops the last line end, so this does too."""
        return CALL.sub(lambda found: str(self.macros[found["macro"]](*words_of(found))), self.source).removesuffix("\n")
