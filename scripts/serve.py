"""`kist.py serve [options of mkdocs serve]`: build and show the site, and again after every change."""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.check import ROOT


def main(arguments: list[str]) -> int:
    """Run the preview of MkDocs: not strict, so that a mistake is shown and does not end it."""
    command = [sys.executable, "-m", "mkdocs", "serve", *arguments]
    print("De site komt op http://127.0.0.1:8000/ . Stoppen: Ctrl-C.", flush=True)
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"KIST_STRICT": "false"}, check=False).returncode


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
