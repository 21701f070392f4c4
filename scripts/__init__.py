"""Commands. `kist.py` needs only Python; the other modules run inside the environment that it makes."""
