"""The contracts of `runs`, `extractions` and `rejects`: what was done, and what was refused and why.

Nothing is dropped in silence: a record that a stage refuses stands in `rejects`.
"""

from transforms.contracts.schema import INSTANT, INTEGER, REAL, TEXT, Column, TableContract, required

RUNS = TableContract(
    name="runs",
    grain="One row per flow run and stage.",
    key=("run_id", "flow", "stage"),
    columns=(
        required("run_id", TEXT, "Id of the run, the same for all its stages and in the lake's commit messages."),
        required("flow", TEXT, "Flow that ran: ingest, process, report, maintain or pipeline."),
        required("stage", TEXT, "Stage of the flow, such as extract."),
        required("started_at", INSTANT, "Instant at which the stage started, in UTC."),
        Column("finished_at", INSTANT, "Instant at which the stage ended, in UTC; NULL while it runs."),
        Column("seconds", REAL, "Duration of the stage in seconds of wall-clock time."),
        Column("n_in", INTEGER, "Number of records that the stage read."),
        Column("n_out", INTEGER, "Number of rows that the stage wrote and that were new."),
        Column("n_rejected", INTEGER, "Number of records that the stage refused."),
        required("status", TEXT, "running, completed or failed."),
        required("marsad_version", TEXT, "Version of Marsad that ran."),
        Column("extractor_version", TEXT, "Version of the extractor's code and lexicons; NULL in other stages."),
        Column("message", TEXT, "What a person should know about the run, such as the error."),
    ),
)

EXTRACTIONS = TableContract(
    name="extractions",
    grain="One row per article that the extractor has read, whether or not it told an incident.",
    key=("article_id",),
    columns=(
        required("article_id", TEXT, "Article that was read; key of `articles`."),
        required("content_sha256", TEXT, "Content of the article when it was read; another one now means: read again."),
        required("extractor_version", TEXT, "Version of the extractor's code and lexicons that read it."),
        required("n_incidents", INTEGER, "Number of incidents that the article told."),
        required("n_rejected", INTEGER, "Number of candidates that the extractor refused."),
        required("run_id", TEXT, "Run that read the article; key of `runs`."),
    ),
)

REJECTS = TableContract(
    name="rejects",
    grain="One row per record that a stage refused.",
    key=("reject_id",),
    columns=(
        required("reject_id", TEXT, "Content hash of stage, reason, place and sample: 16 hex digits."),
        required("stage", TEXT, "Stage that refused the record, such as ingest or extract."),
        required("reason", TEXT, "Reason as a short fixed word, such as denied or broken-json."),
        Column("source_id", TEXT, "Outlet of the record; key of `sources`; NULL when unknown."),
        Column("article_id", TEXT, "Article of the record; key of `articles`; NULL when there was none yet."),
        Column("locator", TEXT, "Where the record is: path:line, an archive's member, or an address."),
        Column("detail", TEXT, "What exactly was wrong, for a person."),
        Column("sample", TEXT, "First characters of the refused record."),
        required("rejected_at", INSTANT, "Instant of the refusal in UTC."),
        required("run_id", TEXT, "Run that refused the record; key of `runs`."),
        Column("extractor_version", TEXT, "Version of the extractor that refused; NULL in other stages."),
    ),
)
