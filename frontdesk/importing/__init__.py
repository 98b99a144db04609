"""Files in and out: tables, address books and invitations, read with limits and written so that they cannot run."""
