"""What the desk knows: frozen values and rules, without any input or output."""
