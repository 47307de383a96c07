"""Prefect flows and the `marsad` command: order, retries, concurrency, schedules, artifacts.

No text rules, no SQL, no file formats of the lake: those live in `transforms` and `warehouse`.
"""
