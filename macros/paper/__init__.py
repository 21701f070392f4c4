"""Paper: what stands on a sheet, card or poster, and the PDF that Typst makes of it."""
