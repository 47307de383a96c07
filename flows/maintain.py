"""The flow `maintain`: merge small files, let old snapshots go, check the data, publish.

What each step does to the lake is the warehouse's.
"""

import datetime as dt
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import summary_artifact
from flows.publishing import publish_stage
from flows.session import Session, open_session
from flows.settings import load_settings
from flows.stages import run_stage
from warehouse.checks import CheckResult, run_checks
from warehouse.maintenance import compact, expire


@flow(name="maintain", validate_parameters=False)
def maintain(
    warehouse: str | None = None,
    config: str | None = None,
    options: dict[str, Any] | None = None,
    publish: bool = True,
) -> dict[str, int]:
    """Tidy the lake and check it; returns what was merged, let go, removed, and how many checks failed."""
    settings = load_settings(config, warehouse=warehouse, **(options or {}))
    with open_session(settings) as session:
        counts = compact_lake(session) | expire_snapshots(session)
        counts["n_failed_checks"] = sum(not result.passed for result in check_lake(session))
        if publish:
            publish_stage(session, "maintain")
            summary_artifact(session)
    return counts


@task(name="compact", retries=2, retry_delay_seconds=1, cache_policy=NO_CACHE, persist_result=False)
def compact_lake(session: Session) -> dict[str, int]:
    """Merge small files; returns files merged and files made of them."""
    with run_stage(session, "maintain", "compact") as stage:
        done = compact(session.lake)
        stage.n_in, stage.n_out = done.n_files_merged, done.n_files_created
    return {"n_files_merged": done.n_files_merged, "n_files_created": done.n_files_created}


@task(name="expire", retries=2, retry_delay_seconds=1, cache_policy=NO_CACHE, persist_result=False)
def expire_snapshots(session: Session) -> dict[str, int]:
    """Let go of snapshots older than the settings keep; returns snapshots let go and files removed."""
    keep = dt.timedelta(days=session.settings.keep_days)
    with run_stage(session, "maintain", "expire") as stage:
        done = expire(session.lake, older_than=dt.datetime.now(dt.UTC) - keep)
        stage.n_in, stage.n_out = done.n_snapshots, done.n_files
    return {"n_snapshots_expired": done.n_snapshots, "n_files_removed": done.n_files}


@task(name="check", cache_policy=NO_CACHE, persist_result=False)
def check_lake(session: Session) -> list[CheckResult]:
    """Run all data checks; their outcome stands in `runs`, the failing rows in the result."""
    with run_stage(session, "maintain", "check") as stage:
        results = run_checks(session.lake)
        failed = [result.name for result in results if not result.passed]
        stage.n_in, stage.n_out, stage.n_rejected = len(results), len(results) - len(failed), len(failed)
        stage.message = f"failed: {', '.join(failed)}" if failed else None
    return results
