"""Which known gaps are still open: `python -m tests.transforms.known_gaps` prints those that pass and those that do not.

The cases are `known_gaps.tsv`; one that passes moves to the table of its test module.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.transforms.extract_cases import Case
from transforms.lexicon.schema import parse_tsv

TABLE = Path(__file__).with_suffix(".tsv")


def gaps() -> Iterator[tuple[str, str, Case]]:
    """Yield (id, why, case) of every row."""
    for row in parse_tsv(TABLE.read_text(encoding="utf-8"), TABLE.stem):
        title, bar, text = row["text"].rpartition(" || ")
        expected = ast.literal_eval(row["expected"])
        case = Case(text.replace(" // ", "\n"), expected, title if bar else "", row["published"] or None)
        yield row["id"], row["why"], case


def main() -> int:
    """Print the state of every gap."""
    found = [(why, name, case.differences()) for name, why, case in gaps()]
    for why, name, wrong in sorted(found):
        print(f"{'open ' if wrong else 'CLOSED'} {why}: {name}{': ' + '; '.join(wrong) if wrong else ''}")
    print(f"{sum(not wrong for *_, wrong in found)} of {len(found)} are closed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
