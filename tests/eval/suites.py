"""The suites of the quality gate: which articles each reads, how `marsad extract` is run on them, and who judges.

The annotated cases and their scorers stay where they are, beside the project; only the sample is judged by our own code.
"""

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.eval.score_sample import score_sample
from tests.eval.scores import Result, Score
from tests.golden.answer_key import gold_articles

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("MARSAD_SHARED") or ROOT.parent / "shared")
CASES = SHARED / "eval"
SYRIAN_PLACES = SHARED / "gazetteer" / "syria_places_pre2023.csv"
MARSAD = Path(sys.executable).with_name("marsad")

_RELEVANCE = ("relevance_precision", "relevance_recall", "relevance_f1")

Judge = Callable[[Path], tuple[list[Score], list[str]]]


@dataclasses.dataclass(frozen=True, slots=True)
class Suite:
    """Articles in a file under `CASES` (None: the bundled sample), a judge of predictions, and places to import first."""

    name: str
    articles: str | None
    judge: Judge
    places: Path | None = None

    def missing(self) -> str | None:
        """Return why this suite cannot run, None when it can."""
        needed = [CASES / self.articles] if self.articles else []
        needed += [self.places] if self.places else []
        absent = [str(path) for path in needed if not path.is_file()]
        return f"{' and '.join(absent)} not there; MARSAD_SHARED names the folder" if absent else None


def run_suite(suite: Suite, folder: Path, *, workers: int = 1) -> Result:
    """Extract the suite's articles with the installed command and return its scores; predictions stay in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    source = CASES / suite.articles if suite.articles else _write_sample(folder / "sample.jsonl")
    warehouse, output = folder / "warehouse", folder / "incidents.jsonl"
    if suite.places:
        run(MARSAD, "gazetteer", "import", suite.places, "--country", "SY", "--warehouse", warehouse)
    rejects = folder / "rejects.jsonl"
    flags = ["--warehouse", warehouse, "--workers", workers, "--rejects", rejects, "--quiet"]
    run(MARSAD, "extract", source, "--output", output, *flags)
    scores, faults = suite.judge(output)
    return Result(suite.name, tuple(scores), tuple(faults))


def run(*command: object) -> str:
    """Return what a command prints; raises RuntimeError with its messages when it fails.

    The command reads the code of this checkout, whichever one its environment was made for.
    """
    words = [str(word) for word in command]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=here)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def _write_sample(path: Path) -> Path:
    lines = (json.dumps({k: v for k, v in row.items() if k != "gold"}, ensure_ascii=False) for row in gold_articles())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _judge_sample(predictions: Path) -> tuple[list[Score], list[str]]:
    rows = map(json.loads, predictions.read_text(encoding="utf-8").splitlines())
    return score_sample(gold_articles(), rows)


def _judge_articles(predictions: Path) -> tuple[list[Score], list[str]]:
    told = run(sys.executable, CASES / "score.py", CASES / "articles.jsonl", predictions, "--json", "--errors", 100_000)
    line, *faults = told.splitlines()
    shares: dict[str, Any] = json.loads(line)
    sizes = {"precision": shares["predicted"], **dict.fromkeys(_RELEVANCE, shares["articles"])}
    names = [name for name in shares if name not in {"articles", "gold", "predicted"} and not name.endswith("_n")]
    scores = [Score(name, shares[name], shares.get(f"{name}_n", sizes.get(name, shares["gold"]))) for name in names]
    return scores, faults


def _sentence_judge(file: str) -> Judge:
    def judge(predictions: Path) -> tuple[list[Score], list[str]]:
        told = json.loads(run(sys.executable, CASES / "score_sentences.py", CASES / file, predictions))
        sizes = told["n"]
        scores = [Score(name, told[name], sizes["yes"]) for name in ("recall", "precision", "f1")]
        for kind in ("difficult", "easy"):
            quiet = round(1 - told[f"false_alarm_{kind}"], 3)
            scores.append(Score(f"quiet_{kind}", quiet, sizes[f"{kind} no"]))
        return scores, []

    return judge


def _judge_airwars(predictions: Path) -> tuple[list[Score], list[str]]:
    files = (CASES / "airwars_incidents.jsonl", CASES / "airwars_articles.jsonl", predictions)
    told = json.loads(run(sys.executable, CASES / "score_airwars.py", *files))
    return [Score(name, row["share"], row["n"]) for name, row in told.items()], []


SUITES = (
    Suite("sample", None, _judge_sample),
    Suite("articles", "articles.jsonl", _judge_articles),
    Suite("assault", "gsr_assault.jsonl", _sentence_judge("gsr_assault.jsonl")),
    Suite("protest", "gsr_protest.jsonl", _sentence_judge("gsr_protest.jsonl")),
    Suite("airwars", "airwars_articles.jsonl", _judge_airwars),
    Suite("airwars+places", "airwars_articles.jsonl", _judge_airwars, places=SYRIAN_PLACES),
)
