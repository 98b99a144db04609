"""The words of contacts move into a trigram index, so that years of them are searched in no time."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("CREATE VIRTUAL TABLE contact_words USING fts5 (contact_id UNINDEXED, words, tokenize = 'trigram')")
    op.execute("INSERT INTO contact_words (contact_words, rank) VALUES ('secure-delete', 1)")
    op.execute(
        "INSERT INTO contact_words (contact_id, words) SELECT id, search_key FROM contacts "
        "WHERE search_key != '' ORDER BY at, id"
    )
    op.drop_column("contacts", "search_key")
