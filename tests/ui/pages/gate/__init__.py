"""The gate page."""
