"""Invitations (iCalendar, RFC 5545) as lists of visits."""
