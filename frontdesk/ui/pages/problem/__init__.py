"""What stands in the way of the start."""
