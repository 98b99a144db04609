"""What is measured about finding people: the look-ups, the peers, the costs of opening."""
