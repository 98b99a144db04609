"""The page of what the desk owes (F6)."""
