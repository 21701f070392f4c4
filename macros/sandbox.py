"""The second lock on pages: a Jinja sandbox with our macros and nothing else."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def lock(env: Any) -> None:
    """Swap the open Jinja environment of the macros plugin for a closed one, once a build."""
    if isinstance(env.env, ImmutableSandboxedEnvironment):
        return
    safe = ImmutableSandboxedEnvironment(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")
    safe.globals.clear()
    safe.filters.clear()
    safe.globals.update(env.macros)
    env._env = safe
    env.variables.clear()
    env.variables["kist"] = True  # never empty: the plugin would then skip every later page and publish {{ … }}
