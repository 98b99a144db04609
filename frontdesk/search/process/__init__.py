"""Answering in a process of its own."""
