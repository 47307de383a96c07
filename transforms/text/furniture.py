"""Which lines of a page or post are furniture: menus, tickers, related headlines, comment boxes.

Lines are judged by their own words and their neighbours; sentences inside them are marked, never deleted.
"""

import functools

from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_HEADLINE_WORDS = 26
_BODY_WORDS = 34
_TAIL_RUN = 3
_SHORT_LINE = 14
_CLOSING = frozenset({".", '"', ")", ":"})


@functools.cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Return {first word: [(words, kind)]} of the furniture phrases, normalized."""
    table: dict[str, list[tuple[list[str], str]]] = {}
    for row in read_tsv("transforms.text", "furniture"):
        words = normalize_name(row["phrase"]).split()
        table.setdefault(words[0], []).append((words, row["kind"]))
    return table


def furniture_lines(words: list[str], *, n_title: int) -> list[tuple[int, int]]:
    """Return token ranges of furniture lines of the body, in order."""
    lines = _lines(words, n_title)
    found: list[tuple[int, int]] = []
    known = _phrases()
    mode = ""
    for first, last in lines:
        tail = next(
            (i for i in range(first + 1, last) if words[i] in known and _kind_of(words, i, last) == "tail"), None
        )
        if tail is not None:
            found.append((tail, last))
            continue
        kind = _kind_of(words, first, last)
        if kind:
            mode = kind if kind != "line" else mode
            found.append((first, last))
        elif mode == "tail" or (mode == "related" and _is_headline(words, first, last)):
            found.append((first, last))
        elif mode == "related" and last - first >= _BODY_WORDS:
            mode = ""
    return sorted({*found, *_trailing_headlines(words, lines)})


def _lines(words: list[str], n_title: int) -> list[tuple[int, int]]:
    lines = []
    first = n_title
    for i in [i for i, word in enumerate(words) if word == "\n"] + [len(words)]:
        if i > first:
            lines.append((first, i))
        first = max(first, i + 1)
    return lines


def _kind_of(words: list[str], first: int, last: int) -> str:
    """Return the kind of the furniture phrase with which a line begins, '' for none.

    "شارك" opens many a sentence, so phrases of the `line` kind count in short lines only.
    """
    for phrase, kind in _phrases().get(words[first], ()):
        if words[first : first + len(phrase)] == phrase and (kind == "tail" or last - first <= len(phrase) + 14):
            return kind if kind != "line" or last - first <= len(phrase) + 4 else ""
    return ""


def _is_headline(words: list[str], first: int, last: int) -> bool:
    return last - first <= _HEADLINE_WORDS and words[last - 1] not in _CLOSING


def _trailing_headlines(words: list[str], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the run of unpunctuated headlines after a punctuated body, as related-news blocks leave them."""
    run: list[tuple[int, int]] = []
    for first, last in reversed(lines):
        if not _is_headline(words, first, last) and last - first > _SHORT_LINE:
            break
        run.append((first, last))
    body = lines[: len(lines) - len(run)]
    punctuated = sum(words[last - 1] in _CLOSING for _, last in body)
    wordy = sum(last - first >= 5 for first, last in run)
    if wordy >= _TAIL_RUN and punctuated >= 2 and len(run) >= _TAIL_RUN:
        return run
    return []
