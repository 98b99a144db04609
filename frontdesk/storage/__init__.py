"""The database: SQLAlchemy Core on SQLite, behind the ports of the services."""
