"""The desk in figures (F8)."""
