"""The use cases from a shell."""

from app.cli.program import run
from app.cli.rooms import Rooms

__all__ = ["Rooms", "run"]
