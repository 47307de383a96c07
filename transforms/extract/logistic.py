"""A logistic model in a text file: named weights, a bias, and the thresholds from which on a draft is kept.

Here is the arithmetic; the features are named where they are read, the weights fitted in `tests.eval`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from transforms.lexicon.schema import read_tsv


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature; "bias" and "threshold" (of some kind of text: "threshold:KIND") among them."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls, name: str) -> Self:
        """Return the model in `data/NAME.tsv`."""
        return cls({row["feature"]: float(row["weight"]) for row in read_tsv("transforms.extract", name)})

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability 0..1 for a set of features."""
        weigh = self.weights.get
        score = weigh("bias", 0.0) + sum(weigh(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-score))

    def threshold(self, kind: str = "") -> float:
        """Return the least probability that is kept in texts of a kind."""
        overall = self.weights.get("threshold", 0.0)
        return self.weights.get(f"threshold:{kind}", overall) if kind else overall
