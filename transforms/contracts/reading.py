"""The contracts of what ingest remembers: earlier texts of edited articles, how far it read, and near-duplicate bands.

The last two are the program's own working tables: they stay in the lake and are not published.
"""

import pyarrow as pa

from transforms.contracts.schema import FLAG, INSTANT, INTEGER, TEXT, Column, TableContract, required

ARTICLE_VERSIONS = TableContract(
    name="article_versions",
    grain="One row per earlier text of an article that was edited; the present text is in `articles`.",
    key=("article_id", "content_sha256"),
    columns=(
        required("article_id", TEXT, "Article that was edited; key of `articles`."),
        required("version", INTEGER, "Number of this text: 1 for the first one seen."),
        Column("title", TEXT, "Headline of this version as published."),
        required("text", TEXT, "Body of this version as published."),
        required("content_sha256", TEXT, "SHA-256 of title and text as 64 hex digits."),
        required("fetched_at", INSTANT, "Instant at which Marsad read this version, in UTC."),
        required("run_id", TEXT, "Run that wrote the version first; key of `runs`."),
    ),
)

READING_MARKS = TableContract(
    name="reading_marks",
    grain="One row per source and file or address that ingest read.",
    key=("source_name", "address"),
    columns=(
        required("source_name", TEXT, "Name of the source in the configuration, or the path that was given."),
        required("address", TEXT, "File or address."),
        required("fingerprint", TEXT, "What changes with the content: size and time of a file, a sitemap's lastmod."),
        required("n_records", INTEGER, "Number of its records that are stored."),
        required("is_done", FLAG, "Whether those are all; false where a run was stopped in the middle."),
        Column("etag", TEXT, "ETag of the answer, to ask whether it has changed."),
        Column("last_modified", TEXT, "Last-Modified of the answer, to ask whether it has changed."),
        required("fetched_at", INSTANT, "Instant of the reading in UTC."),
        required("run_id", TEXT, "Run that read it; key of `runs`."),
    ),
)

ARTICLE_BANDS = TableContract(
    name="article_bands",
    grain="One row per article and band of its MinHash; texts that are alike share a band.",
    key=("article_id", "band"),
    columns=(
        required("article_id", TEXT, "Article; key of `articles`."),
        required("band", pa.int64(), "Hash of the band's number and values."),
    ),
)
