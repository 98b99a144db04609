"""Setting up an empty desk."""
