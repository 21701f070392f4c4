"""Changes that a command makes in records and pages for an editor: all of them, or none."""
