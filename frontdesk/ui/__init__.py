"""The window: Qt widgets over the services, and nothing else."""
