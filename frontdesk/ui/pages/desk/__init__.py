"""The desk: the page where the day is spent."""
