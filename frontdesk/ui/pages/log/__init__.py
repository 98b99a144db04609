"""The record of contacts."""
