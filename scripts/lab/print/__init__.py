"""Prints every sheet as a reader does, in two browsers and from the PDF of the site, and measures what came out."""
