"""One verb, one file, one short `run` that reads as the recipe."""
