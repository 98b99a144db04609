"""Plain forms that stand in the right pane of a page."""
