"""Records -> files for programs: JSON, JSON Schema, a feed, robots.txt and security.txt."""
