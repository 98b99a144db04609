"""The roll on the screen."""
