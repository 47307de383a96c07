"""`python -m tests.eval`: every score of extraction beside its bar and its floor; exit code 1 below a floor."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.eval.scores import BARS, FLOORS, Result, below_floor, raised, read_table, render, write_table
from tests.eval.suites import SUITES, run_suite


def main(arguments: list[str]) -> int:
    options = _parse(arguments)
    bars, floors = read_table(BARS), read_table(FLOORS)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as scratch:
        for suite in SUITES:
            if options.only and suite.name not in options.only:
                continue
            if why := suite.missing():
                print(f"{suite.name:<24}skipped: {why}\n")
                continue
            result = run_suite(suite, Path(options.keep or scratch) / suite.name, workers=options.workers)
            results.append(result)
            print(render(result, bars, floors), end="\n\n", flush=True)
            for fault in result.faults[: options.errors]:
                print(f"  {fault}")
    fallen = [line for result in results for line in below_floor(result, floors)]
    if options.update_floors:
        write_table(raised(floors, results), FLOORS)
        print(f"floors raised in {FLOORS.name}; none is lowered by this command")
    print("\n".join(fallen) or "no score is below its floor")
    return 1 if fallen else 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    names = [suite.name for suite in SUITES]
    parser.add_argument("--only", action="append", choices=names, help="run this suite only; may repeat")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors of a suite")
    parser.add_argument("--keep", metavar="DIR", help="keep predictions and rejects in DIR/SUITE")
    parser.add_argument("--workers", type=int, default=1, help="processes for extraction  [default: 1]")
    parser.add_argument("--update-floors", action="store_true", help="write better scores into floors.json")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
