"""The pages of the handbook, a file for each: a function that takes the views and gives the page, or None for none."""
