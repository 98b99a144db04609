"""What the desk does: use cases, and the ports that adapters implement."""
