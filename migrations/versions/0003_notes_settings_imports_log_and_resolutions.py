"""Notes, tags and flags; project settings; imports that resume; the log of decisions; resolutions of topics."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a project of schema 2 up to date."""
