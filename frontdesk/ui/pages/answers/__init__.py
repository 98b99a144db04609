"""The answers on file."""
