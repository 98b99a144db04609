"""vCards 2.1, 3.0 and 4.0: telephones' address books as tables, and people as cards for telephones."""
