"""Bringing in a site's own answers and people."""
