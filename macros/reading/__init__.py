"""Files -> records: reads and validates toolbox/ and docs/. Imports nothing that renders."""
