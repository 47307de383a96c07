"""What all training commands share: options, a ridge-penalized fit, folds by group, scores of judged sentences, a weights file.

Which drafts are examples of what belongs to the commands themselves.
"""

import argparse
import pathlib
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

FOLDS = 5
LEAST = 4
"""A feature met in fewer examples gets no weight."""
Example = tuple[str, dict[str, float], int, float]
"""(group, features, label, weight)."""
_UNPENALIZED = 1e-6
_STEPS = 30


@dataclass(frozen=True, slots=True)
class Options:
    """Whether to store the weights, and the thresholds to store with them by their name in the weights file."""

    write: bool
    thresholds: Mapping[str, float]


def read_options(doc: str | None, thresholds: Mapping[str, tuple[float, str]]) -> Options:
    """Return the options of a training command; `thresholds` are {name: (default, what is refused below)}."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--write", action="store_true", help="store the weights")
    for name, (default, told) in thresholds.items():
        flag = f"--{name.replace(':', '-')}"
        parser.add_argument(flag, dest=name, type=float, default=default, help=f"{told} below are refused")
    given = vars(parser.parse_args())
    return Options(given.pop("write"), given)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as a matrix: examples x features, the bias first; their labels, weights and groups."""

    names: tuple[str, ...]
    x: np.ndarray
    y: np.ndarray
    w: np.ndarray
    groups: tuple[str, ...]


def tabulate(examples: Sequence[Example], *, least: int = LEAST, words: int = 0) -> Table:
    """Return the matrix of the features met in `least` examples that have a weight, of words in `words`."""
    counts = Counter(name for _, features, _, weight in examples if weight for name in features)
    kept = (name for name, n in counts.items() if n >= max(least, words if name.startswith("word:") else 0))
    names = ("bias", *sorted(kept))
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    x[:, 0] = 1
    for i, (_, features, _, _) in enumerate(examples):
        for name, value in features.items():
            if name in column:
                x[i, column[name]] = value
    y = np.array([label for _, _, label, _ in examples], dtype=float)
    w = np.array([weight for *_, weight in examples])
    return Table(names, x, y, w, tuple(group for group, *_ in examples))


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Return ridge-penalized logistic weights (Newton steps); the first column is the bias and not penalized."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = _UNPENALIZED
    for _ in range(_STEPS):
        p = probabilities(x, beta)
        gradient = x.T @ (w * (y - p)) - penalty * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < _UNPENALIZED:
            break
    return beta


def probabilities(x: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Return the probability of each example."""
    return np.asarray(1 / (1 + np.exp(-x @ beta)))


def held_out(table: Table, ridge: float, seed: int) -> np.ndarray:
    """Return held-out probabilities of one round of folds by group."""
    order = sorted(set(table.groups))
    random.Random(seed).shuffle(order)
    fold = {group: i % FOLDS for i, group in enumerate(order)}
    folds = np.array([fold[group] for group in table.groups])
    out = np.zeros(len(table.y))
    for k in range(FOLDS):
        beta = fit(table.x[folds != k], table.y[folds != k], table.w[folds != k], ridge)
        out[folds == k] = probabilities(table.x[folds == k], beta)
    return out


def sentence_scores(groups: Sequence[str], p: np.ndarray, labels: Mapping[str, str], cut: float) -> tuple[float, float]:
    """Return (recall, precision) over the judged sentences when drafts from `cut` on are kept."""
    kept = {group for group, value in zip(groups, p, strict=True) if value >= cut and group in labels}
    right = sum(labels[group] == "yes" for group in kept)
    return right / max(1, sum(label == "yes" for label in labels.values())), right / max(1, len(kept))


def report_cuts(
    groups: Sequence[str],
    labels: Mapping[str, str],
    rounds: Sequence[np.ndarray],
    fitted: np.ndarray,
    cuts: Sequence[float],
) -> None:
    """Print recall and precision over judged sentences by threshold: mean and deviation of the rounds, and fitted."""
    for cut in cuts:
        out = np.array([sentence_scores(groups, p, labels, cut) for p in rounds])
        mine = sentence_scores(groups, fitted, labels, cut)
        mean, deviation = out.mean(axis=0), out.std(axis=0)
        print(
            f"  cut {cut:.3f}  held out recall {mean[0]:.3f} (sd {deviation[0]:.3f}) precision {mean[1]:.3f}"
            f" (sd {deviation[1]:.3f})  fitted {mine[0]:.3f} {mine[1]:.3f}"
        )


def report_reliability(p: np.ndarray, y: np.ndarray, step: float, noun: str) -> None:
    """Print how many of the held-out probabilities in each band of `step` were right."""
    print(f"reliability (held out): confidence, {noun}, right")
    for low in np.arange(0, 1, step):
        inside = (p >= low) & (p < low + step)
        if inside.sum():
            print(f"  {low:.1f}-{low + step:.1f}  {inside.sum():4}  {y[inside].mean():.2f}")


def write_weights(
    path: pathlib.Path, origin: str, names: Sequence[str], beta: np.ndarray, thresholds: Mapping[str, float]
) -> None:
    """Write a weights file; `origin` tells in its first line what was fitted and by which command."""
    head = f"# Weights of the logistic model over {origin}; do not edit by hand.\n"
    rows = "".join(f"{name}\t{value:.3f}\n" for name, value in zip(names, beta, strict=True))
    cuts = "".join(f"{name}\t{value}\n" for name, value in thresholds.items())
    path.write_text(f"{head}feature\tweight\n{rows}{cuts}", encoding="utf-8")
