"""The roll of everyone inside, ticked off on the screen (Shift+F12)."""
