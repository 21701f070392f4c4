"""mkdocs.yml: name, address, colours and menu of the site."""
