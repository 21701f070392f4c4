"""Records and pages -> the catalogue that the search in the browser reads."""
