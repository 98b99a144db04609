"""Notices as they are shown to whoever has to read them."""
