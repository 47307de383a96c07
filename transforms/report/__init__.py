"""The report: a view of one period made from tables, and its HTML, Markdown and index pages as strings.

No storage and no clock: tables come in, strings go out; what changed is decided in `transforms.trends`.
"""

from transforms.report.build import build_view
from transforms.report.data_files import column_meanings, flat_tables
from transforms.report.markdown import render_markdown
from transforms.report.page import Languages, render_earlier, render_html, render_index
from transforms.report.source import ReportTables
from transforms.report.view import IndexEntry, ReportView

__all__ = [
    "IndexEntry",
    "Languages",
    "ReportTables",
    "ReportView",
    "build_view",
    "column_meanings",
    "flat_tables",
    "render_earlier",
    "render_html",
    "render_index",
    "render_markdown",
]
