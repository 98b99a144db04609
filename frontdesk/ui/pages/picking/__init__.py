"""The left pane of a page: a box, and a list to pick from."""
