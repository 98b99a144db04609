"""The strip that sends a question without an answer to whoever knows."""
