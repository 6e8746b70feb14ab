"""All tables of the first archive, and the full-text index."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FULLTEXT = {
    # 'ascii' takes everything beyond ASCII for letters: our tokens stay whole. Only membership is kept (detail=none): see db/fulltext.py.
    "sqlite": [
        "CREATE VIRTUAL TABLE fulltext USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')",
        # Reports come in batches of a hundred, each of some 1,500 tokens: fewer and larger pieces to merge.
        "INSERT INTO fulltext (fulltext, rank) VALUES ('hashsize', 8388608)",
        "INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', 8)",
    ],
    "postgresql": [
        "CREATE TABLE fulltext (report_id bigint PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, words tsvector NOT NULL)",
        "CREATE INDEX fulltext_words ON fulltext USING gin (words)",
    ],
}
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make them."""
    op.create_table('division',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('short_name', sa.String(), nullable=False),
    sa.Column('level', sa.String(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('successor', sa.String(), nullable=True),
    sa.Column('path', JSON, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_division')),
    sa.UniqueConstraint('code', 'name', 'valid_from', name=op.f('uq_division_code'))
    )
    op.create_index(op.f('ix_division_code'), 'division', ['code'], unique=False)
    op.create_index(op.f('ix_division_name'), 'division', ['name'], unique=False)
    op.create_index(op.f('ix_division_successor'), 'division', ['successor'], unique=False)
    op.create_table('run',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('spider', sa.String(), nullable=False),
    sa.Column('asked', JSON, nullable=False),
    sa.Column('versions', JSON, nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.String(), nullable=True),
    sa.Column('counts', JSON, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run'))
    )
    op.create_table('site',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('adcode', sa.String(), nullable=True),
    sa.Column('home', sa.String(), nullable=False),
    sa.Column('site_id_code', sa.String(), nullable=True),
    sa.Column('family', sa.String(), nullable=True),
    sa.Column('family_seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_reason', sa.String(), nullable=True),
    sa.Column('state_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_site')),
    sa.UniqueConstraint('key', name=op.f('uq_site_key'))
    )
    op.create_index(op.f('ix_site_adcode'), 'site', ['adcode'], unique=False)
    op.create_table('report',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('title_derived', sa.Boolean(), nullable=False),
    sa.Column('kicker', sa.String(), nullable=True),
    sa.Column('subtitle', sa.String(), nullable=True),
    sa.Column('body', sa.String(), nullable=False),
    sa.Column('body_hans', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('script', sa.String(), nullable=False),
    sa.Column('publish_date', sa.String(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('publish_date_basis', sa.String(), nullable=True),
    sa.Column('page_generated_at', sa.String(), nullable=True),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('site_id_code', sa.String(), nullable=True),
    sa.Column('column_name', sa.String(), nullable=True),
    sa.Column('adcode', sa.String(), nullable=True),
    sa.Column('region_name', sa.String(), nullable=True),
    sa.Column('region_path', JSON, nullable=False),
    sa.Column('genre', sa.String(), nullable=True),
    sa.Column('flags', JSON, nullable=False),
    sa.Column('set_aside', sa.Boolean(), nullable=False),
    sa.Column('provenance', JSON, nullable=False),
    sa.Column('repairs', WHOLE, nullable=False),
    sa.Column('text_raw', sa.String(), nullable=True),
    sa.Column('encoding', sa.String(), nullable=False),
    sa.Column('body_digest', sa.String(), nullable=False),
    sa.Column('facts_version', sa.String(), nullable=False),
    sa.Column('stored_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('run_id', WHOLE, nullable=True),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_report_run_id_run')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report'))
    )
    op.create_index(op.f('ix_report_adcode'), 'report', ['adcode'], unique=False)
    op.create_index(op.f('ix_report_body_digest'), 'report', ['body_digest'], unique=False)
    op.create_index(op.f('ix_report_genre'), 'report', ['genre'], unique=False)
    op.create_index(op.f('ix_report_published_on'), 'report', ['published_on'], unique=False)
    op.create_table('site_column',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('site_id', WHOLE, nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=True),
    sa.Column('family', sa.String(), nullable=True),
    sa.Column('family_seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('etag', sa.String(), nullable=True),
    sa.Column('last_modified', sa.String(), nullable=True),
    sa.Column('last_visit_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_new_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('next_visit_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('interval_hours', sa.Double(), nullable=True),
    sa.Column('history', sa.String(), nullable=False),
    sa.Column('walk_memory', JSON, nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_site_column_site_id_site'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_site_column')),
    sa.UniqueConstraint('site_id', 'url', name=op.f('uq_site_column_site_id'))
    )
    op.create_index(op.f('ix_site_column_next_visit_at'), 'site_column', ['next_visit_at'], unique=False)
    op.create_table('site_host',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('site_id', WHOLE, nullable=False),
    sa.Column('host', sa.String(), nullable=False),
    sa.Column('first_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_site_host_site_id_site'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_site_host')),
    sa.UniqueConstraint('site_id', 'host', name=op.f('uq_site_host_site_id'))
    )
    op.create_index(op.f('ix_site_host_host'), 'site_host', ['host'], unique=False)
    op.create_table('credit',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_credit_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_credit'))
    )
    op.create_index(op.f('ix_credit_name'), 'credit', ['name'], unique=False)
    op.create_index(op.f('ix_credit_report_id'), 'credit', ['report_id'], unique=False)
    op.create_table('event_date',
    sa.Column('start_date', sa.String(), nullable=False),
    sa.Column('end_date', sa.String(), nullable=False),
    sa.Column('precision', sa.String(), nullable=False),
    sa.Column('year_inferred', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_event_date_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_date'))
    )
    op.create_index(op.f('ix_event_date_report_id'), 'event_date', ['report_id'], unique=False)
    op.create_index(op.f('ix_event_date_start_date'), 'event_date', ['start_date'], unique=False)
    op.create_table('formula',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('items', JSON, nullable=False),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_formula_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_formula'))
    )
    op.create_index(op.f('ix_formula_key'), 'formula', ['key'], unique=False)
    op.create_index(op.f('ix_formula_report_id'), 'formula', ['report_id'], unique=False)
    op.create_table('indicator',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('raw_name', sa.String(), nullable=False),
    sa.Column('measure', sa.String(), nullable=False),
    sa.Column('value', sa.Float(), nullable=True),
    sa.Column('value_high', sa.Float(), nullable=True),
    sa.Column('unit', sa.String(), nullable=True),
    sa.Column('comparator', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('period', sa.String(), nullable=True),
    sa.Column('wording', sa.String(), nullable=True),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_indicator_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator'))
    )
    op.create_index(op.f('ix_indicator_name'), 'indicator', ['name'], unique=False)
    op.create_index(op.f('ix_indicator_period'), 'indicator', ['period'], unique=False)
    op.create_index(op.f('ix_indicator_report_id'), 'indicator', ['report_id'], unique=False)
    op.create_table('keyword',
    sa.Column('word', sa.String(), nullable=False),
    sa.Column('weight', sa.Float(), nullable=False),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_keyword_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_keyword'))
    )
    op.create_index(op.f('ix_keyword_report_id'), 'keyword', ['report_id'], unique=False)
    op.create_index(op.f('ix_keyword_word'), 'keyword', ['word'], unique=False)
    op.create_table('link',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('site_id', WHOLE, nullable=False),
    sa.Column('column_id', WHOLE, nullable=True),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('url_key', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('tries', WHOLE, nullable=False),
    sa.Column('list_title', sa.String(), nullable=True),
    sa.Column('list_date', sa.String(), nullable=True),
    sa.Column('first_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_tried_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['column_id'], ['site_column.id'], name=op.f('fk_link_column_id_site_column'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_link_site_id_site'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link')),
    sa.UniqueConstraint('url_key', name=op.f('uq_link_url_key'))
    )
    op.create_index('ix_link_site_state', 'link', ['site_id', 'state'], unique=False)
    op.create_table('meeting',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=True),
    sa.Column('session', sa.String(), nullable=True),
    sa.Column('place', sa.String(), nullable=True),
    sa.Column('host', sa.String(), nullable=True),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_meeting_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting'))
    )
    op.create_index(op.f('ix_meeting_name'), 'meeting', ['name'], unique=False)
    op.create_index(op.f('ix_meeting_report_id'), 'meeting', ['report_id'], unique=False)
    op.create_table('mention',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('posts', JSON, nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_mention_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mention'))
    )
    op.create_index(op.f('ix_mention_name'), 'mention', ['name'], unique=False)
    op.create_index(op.f('ix_mention_report_id'), 'mention', ['report_id'], unique=False)
    op.create_table('other_fact',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('detail', JSON, nullable=False),
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('start', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_other_fact_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_other_fact'))
    )
    op.create_index(op.f('ix_other_fact_kind'), 'other_fact', ['kind'], unique=False)
    op.create_index(op.f('ix_other_fact_report_id'), 'other_fact', ['report_id'], unique=False)
    op.create_table('posting',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('site_id', WHOLE, nullable=True),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('url_key', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('body_digest', sa.String(), nullable=False),
    sa.Column('publish_date', sa.String(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('column_name', sa.String(), nullable=True),
    sa.Column('link_kind', sa.String(), nullable=False),
    sa.Column('score', sa.Double(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('first_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('next_visit_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('visits', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_posting_report_id_report'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['site_id'], ['site.id'], name=op.f('fk_posting_site_id_site')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_posting')),
    sa.UniqueConstraint('url_key', name=op.f('uq_posting_url_key'))
    )
    op.create_index(op.f('ix_posting_next_visit_at'), 'posting', ['next_visit_at'], unique=False)
    op.create_index(op.f('ix_posting_report_id'), 'posting', ['report_id'], unique=False)
    op.create_index(op.f('ix_posting_site_id'), 'posting', ['site_id'], unique=False)
    op.create_table('report_link',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('other_id', WHOLE, nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('score', sa.Double(), nullable=False),
    sa.ForeignKeyConstraint(['other_id'], ['report.id'], name=op.f('fk_report_link_other_id_report'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_report_link_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_link')),
    sa.UniqueConstraint('report_id', 'other_id', name=op.f('uq_report_link_report_id'))
    )
    op.create_index(op.f('ix_report_link_other_id'), 'report_link', ['other_id'], unique=False)
    op.create_table('resource',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_resource_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_resource'))
    )
    op.create_index(op.f('ix_resource_report_id'), 'resource', ['report_id'], unique=False)
    op.create_table('shingle_bucket',
    sa.Column('bucket', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('report_id', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_shingle_bucket_report_id_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('bucket', 'report_id', name=op.f('pk_shingle_bucket')),
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_shingle_bucket_report_id'), 'shingle_bucket', ['report_id'], unique=False)
    op.create_table('capture',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('run_id', WHOLE, nullable=True),
    sa.Column('posting_id', WHOLE, nullable=True),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('fetched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('status', WHOLE, nullable=False),
    sa.Column('payload_digest', sa.String(), nullable=False),
    sa.Column('content_type', sa.String(), nullable=True),
    sa.Column('etag', sa.String(), nullable=True),
    sa.Column('last_modified', sa.String(), nullable=True),
    sa.Column('warc_file', sa.String(), nullable=False),
    sa.Column('warc_offset', WHOLE, nullable=False),
    sa.Column('record_id', sa.String(), nullable=False),
    sa.Column('is_revisit', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['posting_id'], ['posting.id'], name=op.f('fk_capture_posting_id_posting'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_capture_run_id_run')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_capture')),
    sa.UniqueConstraint('warc_file', 'warc_offset', name=op.f('uq_capture_warc_file'))
    )
    op.create_index(op.f('ix_capture_payload_digest'), 'capture', ['payload_digest'], unique=False)
    op.create_index(op.f('ix_capture_posting_id'), 'capture', ['posting_id'], unique=False)
    op.create_index(op.f('ix_capture_url'), 'capture', ['url'], unique=False)
    op.create_table('rejection',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('run_id', WHOLE, nullable=True),
    sa.Column('capture_id', WHOLE, nullable=True),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('detail', sa.String(), nullable=False),
    sa.Column('rejected_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['capture_id'], ['capture.id'], name=op.f('fk_rejection_capture_id_capture')),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], name=op.f('fk_rejection_run_id_run')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rejection'))
    )
    op.create_index(op.f('ix_rejection_capture_id'), 'rejection', ['capture_id'], unique=False)
    op.create_index(op.f('ix_rejection_reason'), 'rejection', ['reason'], unique=False)
    op.create_index(op.f('ix_rejection_run_id'), 'rejection', ['run_id'], unique=False)
    op.create_index(op.f('ix_rejection_url'), 'rejection', ['url'], unique=False)
    op.create_table('version',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('posting_id', WHOLE, nullable=False),
    sa.Column('capture_id', WHOLE, nullable=True),
    sa.Column('body_digest', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('body', sa.String(), nullable=True),
    sa.Column('is_tombstone', sa.Boolean(), nullable=False),
    sa.Column('first_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['capture_id'], ['capture.id'], name=op.f('fk_version_capture_id_capture')),
    sa.ForeignKeyConstraint(['posting_id'], ['posting.id'], name=op.f('fk_version_posting_id_posting'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_version'))
    )
    op.create_index(op.f('ix_version_posting_id'), 'version', ['posting_id'], unique=False)
    for statement in FULLTEXT[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Drop them."""
    op.execute("DROP TABLE fulltext")
    op.drop_index(op.f('ix_version_posting_id'), table_name='version')
    op.drop_table('version')
    op.drop_index(op.f('ix_rejection_url'), table_name='rejection')
    op.drop_index(op.f('ix_rejection_run_id'), table_name='rejection')
    op.drop_index(op.f('ix_rejection_reason'), table_name='rejection')
    op.drop_index(op.f('ix_rejection_capture_id'), table_name='rejection')
    op.drop_table('rejection')
    op.drop_index(op.f('ix_capture_url'), table_name='capture')
    op.drop_index(op.f('ix_capture_posting_id'), table_name='capture')
    op.drop_index(op.f('ix_capture_payload_digest'), table_name='capture')
    op.drop_table('capture')
    op.drop_index(op.f('ix_shingle_bucket_report_id'), table_name='shingle_bucket')
    op.drop_table('shingle_bucket')
    op.drop_index(op.f('ix_resource_report_id'), table_name='resource')
    op.drop_table('resource')
    op.drop_index(op.f('ix_report_link_other_id'), table_name='report_link')
    op.drop_table('report_link')
    op.drop_index(op.f('ix_posting_site_id'), table_name='posting')
    op.drop_index(op.f('ix_posting_report_id'), table_name='posting')
    op.drop_index(op.f('ix_posting_next_visit_at'), table_name='posting')
    op.drop_table('posting')
    op.drop_index(op.f('ix_other_fact_report_id'), table_name='other_fact')
    op.drop_index(op.f('ix_other_fact_kind'), table_name='other_fact')
    op.drop_table('other_fact')
    op.drop_index(op.f('ix_mention_report_id'), table_name='mention')
    op.drop_index(op.f('ix_mention_name'), table_name='mention')
    op.drop_table('mention')
    op.drop_index(op.f('ix_meeting_report_id'), table_name='meeting')
    op.drop_index(op.f('ix_meeting_name'), table_name='meeting')
    op.drop_table('meeting')
    op.drop_index('ix_link_site_state', table_name='link')
    op.drop_table('link')
    op.drop_index(op.f('ix_keyword_word'), table_name='keyword')
    op.drop_index(op.f('ix_keyword_report_id'), table_name='keyword')
    op.drop_table('keyword')
    op.drop_index(op.f('ix_indicator_report_id'), table_name='indicator')
    op.drop_index(op.f('ix_indicator_period'), table_name='indicator')
    op.drop_index(op.f('ix_indicator_name'), table_name='indicator')
    op.drop_table('indicator')
    op.drop_index(op.f('ix_formula_report_id'), table_name='formula')
    op.drop_index(op.f('ix_formula_key'), table_name='formula')
    op.drop_table('formula')
    op.drop_index(op.f('ix_event_date_start_date'), table_name='event_date')
    op.drop_index(op.f('ix_event_date_report_id'), table_name='event_date')
    op.drop_table('event_date')
    op.drop_index(op.f('ix_credit_report_id'), table_name='credit')
    op.drop_index(op.f('ix_credit_name'), table_name='credit')
    op.drop_table('credit')
    op.drop_index(op.f('ix_site_host_host'), table_name='site_host')
    op.drop_table('site_host')
    op.drop_index(op.f('ix_site_column_next_visit_at'), table_name='site_column')
    op.drop_table('site_column')
    op.drop_index(op.f('ix_report_published_on'), table_name='report')
    op.drop_index(op.f('ix_report_genre'), table_name='report')
    op.drop_index(op.f('ix_report_body_digest'), table_name='report')
    op.drop_index(op.f('ix_report_adcode'), table_name='report')
    op.drop_table('report')
    op.drop_index(op.f('ix_site_adcode'), table_name='site')
    op.drop_table('site')
    op.drop_table('run')
    op.drop_index(op.f('ix_division_successor'), table_name='division')
    op.drop_index(op.f('ix_division_name'), table_name='division')
    op.drop_index(op.f('ix_division_code'), table_name='division')
    op.drop_table('division')
