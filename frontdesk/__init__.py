"""frontdesk: answers, people and contacts for the people whom a customer meets first."""

__version__ = "0.1.0"
