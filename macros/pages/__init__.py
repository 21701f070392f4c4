"""Records -> HTML: the macros of the site and their templates."""
