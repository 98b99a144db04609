"""What follows a contact: by when it was promised, for whom a message is, and calls that broke off."""
