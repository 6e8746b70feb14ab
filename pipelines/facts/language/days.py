"""A day of the calendar as texts state it, with or without its year."""

from datetime import date
from typing import NamedTuple


class Day(NamedTuple):
    """A day as stated: ``year`` None where only the calendar date is."""

    year: int | None
    month: int
    day: int

    def iso(self, year: int | None) -> str:
        """ISO, or ``--MM-DD`` without a year."""
        return f"{year:04d}-{self.month:02d}-{self.day:02d}" if year else f"--{self.month:02d}-{self.day:02d}"

    @property
    def exists(self) -> bool:
        """Whether the calendar has it (29 February counts where the year is open)."""
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True
