"""The project file: SQLite through SQLAlchemy and Alembic; sessions in, dataclasses out."""
