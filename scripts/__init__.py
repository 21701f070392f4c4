"""Commands. `kist.py` needs only Python; the others run in the environment that it makes."""
