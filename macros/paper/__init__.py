"""Paper: what is on a sheet, card or poster, and the PDF that Typst makes of it."""
