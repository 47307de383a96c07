"""What changed: gap-free series, changes with intervals, alerts with a measured false-alarm rate, findings as data.

No sentences (they are made in `transforms.report`), no SQL, no files, no clock.
"""

from transforms.trends.alerts import Alert, FalseAlarms, false_alarms, find_alerts
from transforms.trends.change import Change, Verdict, dispersion_of, rate_change
from transforms.trends.findings import Finding, findings_of
from transforms.trends.series import Period, PeriodKind, Series, fill_series, period_containing, periods_between

__all__ = [
    "Alert",
    "Change",
    "FalseAlarms",
    "Finding",
    "Period",
    "PeriodKind",
    "Series",
    "Verdict",
    "dispersion_of",
    "false_alarms",
    "fill_series",
    "find_alerts",
    "findings_of",
    "period_containing",
    "periods_between",
    "rate_change",
]
