"""Painting the rows of the list, one painter per kind."""
