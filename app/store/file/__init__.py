"""The project file itself: made, opened, locked, brought up to date, backed up."""
