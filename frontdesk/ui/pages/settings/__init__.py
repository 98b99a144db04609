"""Settings: this screen, this person, this place, the staff, the data."""
