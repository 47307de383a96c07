"""The contract of `articles`: what was published, where, when, and how we know when.

The text is kept exactly as published, because every offset of an incident indexes it.
"""

from transforms.contracts.schema import INSTANT, INTEGER, TEXT, Column, TableContract, required

ARTICLES = TableContract(
    name="articles",
    grain="One row per distinct article: its canonical URL, or its content hash where it has no URL.",
    key=("article_id",),
    columns=(
        required("article_id", TEXT, "Content hash of the canonical URL, else of the text: 16 hex digits."),
        required("source_id", TEXT, "Outlet that published the article; key of `sources`."),
        Column("source_article_id", TEXT, "Id that the source itself gave to the article; NULL where it gave none."),
        Column("url", TEXT, "Address as the source gave it."),
        Column("canonical_url", TEXT, "Address without tracking parameters, fragments and mirrors."),
        Column("title", TEXT, "Headline as published."),
        required("text", TEXT, "Body exactly as published; all offsets count Unicode code points of this column."),
        Column("language", TEXT, "Language of the text as ISO 639-1 code, such as ar."),
        Column("published_at", INSTANT, "Instant of publication in UTC; NULL where the source does not tell."),
        Column("published_precision", TEXT, "How exact `published_at` is: second, minute, day, month or year."),
        Column("published_basis", TEXT, "Where `published_at` was found: record, feed, json-ld, meta, url or text."),
        required("fetched_at", INSTANT, "Instant at which Marsad read the article, in UTC."),
        required(
            "content_sha256", TEXT, "SHA-256 of title and text as 64 hex digits; changes when the article is edited."
        ),
        required("version", INTEGER, "1 for the first text seen under this id, counted up with every edit."),
        Column("duplicate_of", TEXT, "Article of which this one is a copy; NULL for an original."),
        Column(
            "cluster_id", TEXT, "Cluster of near-duplicates, named after its first article; NULL before comparison."
        ),
        required("n_chars", INTEGER, "Length of `text` in Unicode code points."),
        Column(
            "text_repair",
            TEXT,
            "What was changed in title and text before storing: mojibake, markup, unstorable-characters.",
        ),
        required("run_id", TEXT, "Run that wrote the row; key of `runs`."),
    ),
)
