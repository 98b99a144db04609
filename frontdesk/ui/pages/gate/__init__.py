"""The gate (F4): who is expected, who is inside, who has stayed too long."""
