"""The preview of `kist.py serve`: an incremental build and a check in the background."""
