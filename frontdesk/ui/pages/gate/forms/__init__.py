"""What is typed at the gate: arrivals, who is expected, cards, badges, leaving."""
