"""The people on file."""
