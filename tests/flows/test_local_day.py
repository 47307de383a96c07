"""An article stored with an instant in UTC tells its days by the clock of its source."""

import datetime as dt

import pyarrow.parquet as pq
import pytest

from flows.batches import extract_batch
from tests.rows import article_row, blank_row
from warehouse.lake import Lake

TEXT = "قصفت قوات النظام بلدة كفر تعال غربي حلب أمس وقتلت ثلاثة مدنيين. وأكد شهود عيان ذلك للصحفيين."
LATE = dt.datetime(2024, 5, 14, 22, 30, tzinfo=dt.UTC)
"""Half past one on 15 May in Damascus."""


@pytest.mark.parametrize(
    ("source", "yesterday"),
    [
        pytest.param({"time_zone": "Asia/Damascus"}, "2024-05-14", id="zone of the source"),
        pytest.param({"time_zone": "UTC", "country": "SY"}, "2024-05-14", id="country of the source"),
        pytest.param({"time_zone": "UTC"}, "2024-05-14", id="country that the article speaks of"),
        pytest.param({"time_zone": "America/New_York"}, "2024-05-13", id="a source far west"),
    ],
)
def test_yesterday_counts_from_the_local_day_of_the_source(tmp_path, source, yesterday):
    with Lake.open(tmp_path) as lake:
        with lake.transaction("run-1"):
            lake.upsert("sources", [blank_row("sources", source_id="agency", name="وكالة", **source)])
            lake.upsert("articles", [article_row(TEXT, published_at=LATE, published_precision="second")])
        (table,) = lake.unprocessed_articles("v1")
    staged = extract_batch(table, number=1, folder=tmp_path, warehouse=tmp_path, run_id="run-2", rejected_at=LATE)
    rows = pq.read_table(staged.paths["incidents"]).to_pylist()
    assert [str(row["date_start"]) for row in rows] == [yesterday]
