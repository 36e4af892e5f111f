"""Marks say in one word what lists count, and articles where the pages of their documents turn."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_COLUMNS = "claim, article, trait, edition, standing, speaker, sureness, low, high, topics, grade"
_NUMBERS = ("edition", "trait", "speaker", "topics")
_STATES = 7


def upgrade() -> None:
    """Bring a project of schema 7 up to date: a column that is kept cannot be added, so marks are written anew."""
    op.add_column("article", sa.Column("turns", sa.Text(), nullable=True))
    connection = op.get_bind()
    its_own = "SELECT sql FROM sqlite_master WHERE tbl_name = 'mark' AND type <> 'table' AND sql IS NOT NULL"
    made = connection.exec_driver_sql(its_own).scalars().all()
    op.execute(f"CREATE TEMP TABLE marks AS SELECT {_COLUMNS} FROM mark")
    op.drop_table("mark")
    op.create_table(
        "mark",
        sa.Column("claim", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("article", "trait", "edition", "standing", "speaker", "sureness")
        ),
        *(sa.Column(name, sa.REAL()) for name in ("low", "high")),
        *(sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0")) for name in ("topics", "grade")),
        sa.Column("signs", sa.Text(), sa.Computed(_signs(), persisted=True), nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_mark"),
    )
    op.execute(f"INSERT INTO mark ({_COLUMNS}) SELECT {_COLUMNS} FROM temp.marks ORDER BY claim")
    op.execute("DROP TABLE temp.marks")
    for statement in made:
        connection.exec_driver_sql(statement)
    # Who is named for anything is read from the speakers of marks.
    op.drop_index("ix_claim_speaker", "claim")


def _signs() -> str:
    """Each number with the state of its claim, in four characters of six bits each."""
    said = (f"{name} * {_STATES} + standing" for name in _NUMBERS)
    return f"char({', '.join(f'48 + (({one}) >> {bits} & 63)' for one in said for bits in (0, 6, 12, 18))})"
