"""The first schema: facts, what is worked out from them, the index, and the guard that facts are only added to."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _tables()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (_SOURCE, *(_SQLITE if sqlite else _POSTGRESQL)):
        op.execute(sa.text(statement))


def _tables() -> None:
    op.create_table(
        "captures",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "counts",
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("tag"),
    )
    op.create_table(
        "crosswalk",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("old", sa.String(length=16), nullable=False),
        sa.Column("new", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=24), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_crosswalk_old"), "crosswalk", ["old"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=24), nullable=False),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=True),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("seen", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_decisions_target"), "decisions", ["target"], unique=False)
    op.create_table(
        "entries",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("founder", sa.String(length=24), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_entries_founder"), "entries", ["founder"], unique=False)
    op.create_table(
        "form_keys",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("form", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "form"),
    )
    op.create_index("form_keys_of", "form_keys", ["form"], unique=False)
    op.create_table(
        "forms",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("hash", sa.String(length=32), nullable=False),
        sa.Column("standing_for", sa.String(length=24), nullable=False),
        sa.Column("component", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=True),
        sa.Column("tied_to", sa.String(length=24), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index(op.f("ix_forms_component"), "forms", ["component"], unique=False)
    op.create_index(op.f("ix_forms_entry"), "forms", ["entry"], unique=False)
    op.create_table(
        "heirs",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("old", sa.String(length=16), nullable=False),
        sa.Column("new", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_heirs_new"), "heirs", ["new"], unique=False)
    op.create_index(op.f("ix_heirs_old"), "heirs", ["old"], unique=False)
    op.create_table(
        "releases",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("capture", sa.String(length=64), nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("issued", sa.String(length=32), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=32), nullable=True),
        sa.Column("genre", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("release_number", sa.Text(), nullable=True),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture"],
            ["captures.sha256"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_releases_capture"), "releases", ["capture"], unique=False)
    op.create_index(op.f("ix_releases_document"), "releases", ["document"], unique=False)
    op.create_index(op.f("ix_releases_issued"), "releases", ["issued"], unique=False)
    op.create_index(op.f("ix_releases_release_number"), "releases", ["release_number"], unique=False)
    op.create_index(op.f("ix_releases_url"), "releases", ["url"], unique=False)
    op.create_table(
        "alike",
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("other", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["other"],
            ["releases.number"],
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("release", "other"),
    )
    op.create_table(
        "copies",
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("original", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["original"],
            ["releases.number"],
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("release"),
    )
    op.create_table(
        "extractions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("extractor", sa.String(length=64), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_extractions_release"), "extractions", ["release"], unique=False)
    op.create_table(
        "sightings",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("capture", sa.String(length=64), nullable=False),
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("retrieved", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture"],
            ["captures.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("capture", "source", "release"),
    )
    op.create_index(op.f("ix_sightings_capture"), "sightings", ["capture"], unique=False)
    op.create_index(op.f("ix_sightings_release"), "sightings", ["release"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("key", "release"),
    )
    op.create_table(
        "withdrawals",
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("release"),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("extraction", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("inferences", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["extraction"],
            ["extractions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_index(op.f("ix_claims_release"), "claims", ["release"], unique=False)
    op.create_table(
        "formed",
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("form", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.number"],
        ),
        sa.PrimaryKeyConstraint("claim", "at"),
    )
    op.create_index(op.f("ix_formed_form"), "formed", ["form"], unique=False)
    op.create_table(
        "listed",
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("release", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("issued", sa.String(length=32), nullable=True),
        sa.Column("review", sa.String(length=12), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.number"],
        ),
        sa.PrimaryKeyConstraint("place"),
        sa.UniqueConstraint("claim"),
    )
    op.create_index(op.f("ix_listed_release"), "listed", ["release"], unique=False)
    op.create_table(
        "retirements",
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("extraction", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.number"],
        ),
        sa.ForeignKeyConstraint(
            ["extraction"],
            ["extractions.number"],
        ),
        sa.PrimaryKeyConstraint("claim"),
    )
    # ### end Alembic commands ###


_GUARDED = {
    "captures": "NOT EXISTS (SELECT 1 FROM withdrawals w JOIN sightings s ON s.release = w.release"
    " WHERE s.capture = OLD.sha256)",
    "releases": "NOT EXISTS (SELECT 1 FROM withdrawals WHERE release = OLD.number)",
    "sightings": "NOT EXISTS (SELECT 1 FROM withdrawals WHERE release = OLD.release)",
    "extractions": "NOT EXISTS (SELECT 1 FROM withdrawals WHERE release = OLD.release)",
    "claims": "NOT EXISTS (SELECT 1 FROM withdrawals WHERE release = OLD.release)",
    "decisions": "NOT EXISTS (SELECT 1 FROM claims c JOIN withdrawals w ON w.release = c.release"
    " WHERE c.id = OLD.target)",
    "retirements": "1 = 1",
    "withdrawals": "1 = 1",
    "entries": "1 = 1",
    "crosswalk": "1 = 1",
    "heirs": "1 = 1",
}
"""When a row of a table of facts may not be changed: always, but for what is withdrawn."""

_SOURCE = (
    "CREATE VIEW found_source AS SELECT l.place AS place, c.quote || ' ' || coalesce(r.title, '') AS words,"
    " l.names AS names, l.tags AS tags FROM listed l JOIN claims c ON c.number = l.claim"
    " LEFT JOIN releases r ON r.number = c.release"
)
_FOUND = (
    "CREATE VIRTUAL TABLE found USING fts5(words, names, tags, content='found_source', content_rowid='place',"
    " tokenize='porter unicode61 remove_diacritics 2')"
)
_SQLITE = [
    _FOUND,
    *(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} WHEN {guarded}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are only added to'); END"
        for table, guarded in _GUARDED.items()
        for verb in ("UPDATE", "DELETE")
    ),
]
# What FTS5 calls porter, without stop words, so that both databases find the same.
_STEMMED = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart, uint"
_POSTGRESQL = [
    "CREATE TEXT SEARCH DICTIONARY comity_words (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION comity_words (COPY = pg_catalog.simple)",
    f"ALTER TEXT SEARCH CONFIGURATION comity_words ALTER MAPPING FOR {_STEMMED} WITH comity_words",
    "CREATE TABLE found (place BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, tags TEXT[] NOT NULL)",
    "CREATE INDEX found_words ON found USING gin (words)",
    "CREATE INDEX found_tags ON found USING gin (tags)",
    *(
        f"CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN IF {guarded} THEN RAISE EXCEPTION '{table} are only added to'; END IF;"
        " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        for table, guarded in _GUARDED.items()
    ),
    *(
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_kept()"
        for table in _GUARDED
    ),
]
