"""Lists count what a stretch of values leaves without looking at every claim in it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# `grade_of` is the program's own: claims of one grade lie within a factor of two of each other, dates within ten years.
_AXES = ("trait", "edition", "speaker", "topics")
_COUNTED_BY = (*_AXES, "standing", "grade")
_LAST = "sureness, low, high"
_MARKING = """
    SELECT type, name, sql FROM sqlite_master
    WHERE name IN ('marked', 'added_claim_is_marked', 'changed_claim_is_marked_anew')
"""
"""What names all columns of a mark, the last of which are these."""


def upgrade() -> None:
    """Bring a project of schema 6 up to date."""
    _grades()
    _portions()
    # What measures the same is few enough to be read through, as it mostly is; the index was as large as the table.
    op.drop_index("ix_standing_topic_id_measure_halo_high_family_voice", "standing")


def _grades() -> None:
    """Marks say of which grade the values of a claim are."""
    op.add_column("mark", sa.Column("grade", sa.Integer(), nullable=False, server_default=sa.text("0")))
    connection = op.get_bind()
    for kind, name, sql in connection.exec_driver_sql(_MARKING).all():
        grade = "grade_of(claim_traits.kind, low, high) AS grade" if kind == "view" else "grade"
        op.execute(f"DROP {kind} {name}")
        connection.exec_driver_sql(sql.replace(_LAST, f"{_LAST}, {grade}"))
    op.execute("UPDATE mark SET grade = grade_of((SELECT kind FROM trait WHERE number = mark.trait), low, high)")
    op.create_index(
        "ix_mark_ungraded",
        "mark",
        ["trait", "high", "low", "standing", "edition", "speaker", "topics", "article"],
        sqlite_where=sa.text("grade = 0"),
    )


def _portions() -> None:
    """How many claims of a kind, unit and grade have each trait, edition, speaker and set of topics."""
    keys = ("axis", "kind", "unit", "grade", "number", "standing")
    op.create_table(
        "portion",
        *(
            sa.Column(name, sa.Text() if name in ("kind", "unit") else sa.Integer(), nullable=False)
            for name in (*keys, "claims")
        ),
        sa.PrimaryKeyConstraint(*keys, name="pk_portion"),
        sqlite_with_rowid=False,
    )
    for axis, shared in enumerate(_AXES):
        op.execute(
            f"INSERT INTO portion SELECT {axis}, kind, unit, grade, {shared}, standing, count(*) "
            "FROM mark JOIN trait ON trait.number = mark.trait GROUP BY 2, 3, 4, 5, 6"
        )
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _COUNTED_BY)
    once = "WHEN NOT EXISTS (SELECT 1 FROM filling)"
    for name, when, then in (
        ("mark_has_portions", f"AFTER INSERT ON mark {once}", _portion("new", 1)),
        (
            "mark_has_other_portions",
            f"AFTER UPDATE OF {', '.join(_COUNTED_BY)} ON mark WHEN {changed}",
            _portion("old", -1) + _portion("new", 1),
        ),
        ("mark_has_no_portions", "AFTER DELETE ON mark", _portion("old", -1)),
    ):
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN {then} END")


def _portion(row: str, claims: int) -> str:
    """What counts one mark on every axis."""
    numbers = (f"SELECT {axis} AS axis, {row}.{shared} AS shared" for axis, shared in enumerate(_AXES))
    return f"""
        INSERT INTO portion (axis, kind, unit, grade, number, standing, claims)
        SELECT axis, kind, unit, {row}.grade, shared, {row}.standing, {claims}
        FROM trait JOIN ({" UNION ALL ".join(numbers)}) WHERE trait.number = {row}.trait
        ON CONFLICT DO UPDATE SET claims = claims + {claims};
    """
