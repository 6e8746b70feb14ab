"""What a host shows for a page that is not there."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Two columns more."""
    op.add_column("site_host", sa.Column("absent_digest", sa.String(), nullable=True))
    op.add_column("site_host", sa.Column("absent_asked_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Without them again."""
    op.drop_column("site_host", "absent_asked_at")
    op.drop_column("site_host", "absent_digest")
