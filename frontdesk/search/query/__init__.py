"""Reading what was typed: from a text to a plan of what to look up."""
