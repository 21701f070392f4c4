"""Records -> what is on their sheets: a module a kind, and what all of them share."""
