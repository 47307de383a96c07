"""The regularized incomplete beta and gamma functions and their inverses, which the tests of counts are made of.

Accurate to about ten digits for the counts of news (below a million); no statistics and no data here.
"""

import math
from collections.abc import Callable

_TINY = 1e-300
_STEPS = 10_000
_EXACT = 1e-13


def beta_share(a: float, b: float, x: float) -> float:
    """Return I_x(a, b), the chance that a Beta(a, b) share lies below `x`; a, b > 0 and 0 <= x <= 1.

    Lentz's continued fraction (Numerical Recipes 6.4), on the side where it converges fast.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_share(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    return front * _beta_fraction(a, b, x) / a


def _beta_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _away_from_zero(1 + step * d)
            c = _away_from_zero(1 + step / c)
            fraction *= c * d
        if abs(c * d - 1) < _EXACT:
            break
    return fraction


def gamma_share(shape: float, x: float) -> float:
    """Return P(shape, x), the chance that a Gamma(shape) amount lies below `x`; shape > 0.

    The power series, which has only positive terms.
    """
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if front == 0.0:
        return 0.0 if x < shape else 1.0
    term = total = 1 / shape
    for step in range(1, _STEPS):
        term *= x / (shape + step)
        total += term
        if term < total * _EXACT:
            break
    return min(1.0, front * total)


def beta_quantile(a: float, b: float, share: float) -> float:
    """Return the x at which I_x(a, b) is `share`."""
    return _solve(lambda x: beta_share(a, b, x) - share, 0.0, 1.0)


def gamma_quantile(shape: float, share: float) -> float:
    """Return the x at which P(shape, x) is `share`."""
    return _solve(lambda x: gamma_share(shape, x) - share, 0.0, shape + 40 * math.sqrt(shape + 10) + 40)


def _solve(rises: Callable[[float], float], low: float, high: float) -> float:
    # Halving down to neighbouring floats: small shapes have quantiles near zero, where digits count from the first.
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rises(middle) < 0 else (low, middle)
    return (low + high) / 2


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
