"""Keeping the watch list: who and which cars, why, until when, and what guards decided."""
