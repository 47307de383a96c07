"""Which lines of a page or post are furniture: menus, tickers, related headlines, comment boxes.

Lines are judged by their own words and their neighbours; sentences inside them are marked, never deleted.
"""

import functools
import itertools
from bisect import bisect_left

from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_HEADLINE_WORDS = 26
_BODY_WORDS = 34
_ARTICLE_LINE = 10
_LINE_REST, _HEADLINE_REST = 4, 14
_TAIL_RUN = 3
_TICKER_WORDS = 3
_SHORT_LINE = 14
_BAR, _BARS = "|", 2
_PLAIN = {"aside": "line", "below_related": "related", "alone_related": "related", "alone_tail": "tail"}
_CLOSING = frozenset({".", '"', ")", ":"})


@functools.cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Return {first word: [(words, kind)]} of the furniture phrases, normalized, the longest first."""
    table: dict[str, list[tuple[list[str], str]]] = {}
    for row in read_tsv("transforms.text", "furniture"):
        words = normalize_name(row["phrase"]).split()
        table.setdefault(words[0], []).append((words, row["kind"]))
    return {word: sorted(found, key=_shorter_last) for word, found in table.items()}


@functools.cache
def _sections() -> frozenset[str]:
    """Return the names of sections that menus list, normalized."""
    return frozenset(normalize_name(row["section"]) for row in read_tsv("transforms.text", "menu_sections"))


def _shorter_last(phrase: tuple[list[str], str]) -> int:
    return -len(phrase[0])


def furniture_lines(words: list[str], *, n_title: int) -> list[tuple[int, int]]:
    """Return token ranges of furniture lines of the body, in order."""
    lines = _lines(words, n_title)
    found: list[tuple[int, int]] = []
    known = _phrases()
    spots = [i for i, word in enumerate(words) if word in known]
    mode = ""
    below = False
    for first, last in lines:
        inside = spots[bisect_left(spots, first + 1) : bisect_left(spots, last)] if spots else spots
        tail = next((i for i in inside if _kind_of(words, i, last) == "tail"), None)
        kind = _kind_of(words, first, last, below=below)
        below = below or (not kind and last - first >= _ARTICLE_LINE)
        if tail is not None and kind != "tail":
            found.append((tail, last))
            continue
        if kind:
            mode = kind if kind != "line" and (kind != "tail" or below) else mode
            found.append((first, last))
        elif mode == "tail" or (mode == "related" and _is_headline(words, first, last)):
            found.append((first, last))
        elif mode == "related" and last - first >= _BODY_WORDS:
            mode = ""
    menus = [line for line in lines if _is_menu(words, *line)] if _BAR in words else []
    return sorted({*found, *menus, *_leading_headlines(words, lines), *_trailing_headlines(words, lines)})


def _lines(words: list[str], n_title: int) -> list[tuple[int, int]]:
    lines = []
    first = n_title
    for i in [i for i, word in enumerate(words) if word == "\n"] + [len(words)]:
        if i > first:
            lines.append((first, i))
        first = max(first, i + 1)
    return lines


def _kind_of(words: list[str], first: int, last: int, *, below: bool = False) -> str:
    """Return the kind of the furniture phrase with which a line begins, '' for none.

    "شارك" opens many a sentence, so phrases of the `line` kind count in short lines and before a colon only. `below`
    says that lines of the article went before.
    """
    while first < last - 1 and not words[first][0].isalpha():
        first += 1
    for phrase, kind in _phrases().get(words[first], ()):
        end = first + len(phrase)
        if words[first:end] != phrase or not _fits(words, end, last, kind, below=below):
            continue
        return _PLAIN.get(kind, kind)
    return ""


def _fits(words: list[str], end: int, last: int, kind: str, *, below: bool) -> bool:
    """Whether what follows a furniture phrase in its line is what follows one of its kind."""
    rest = last - end
    if kind.startswith(("alone_", "below_")):
        return (below or kind.startswith("alone_")) and not any(word[0].isalpha() for word in words[end:last])
    if kind == "aside":
        return below and rest <= _HEADLINE_WORDS
    if kind == "tail":
        return True
    return rest <= (_LINE_REST if kind == "line" else _HEADLINE_REST) or words[end] == ":"


def _is_menu(words: list[str], first: int, last: int) -> bool:
    """Whether a line lists things between bars, two of them sections: "الأخبار | هجوم في المدينة | رياضة"."""
    bars = [i for i in range(first, last) if words[i] == _BAR]
    if len(bars) < _BARS:
        return False
    listed = [" ".join(words[a:b]) for a, b in itertools.pairwise([first, *bars, last])]
    return sum(name.removeprefix(f"{_BAR} ").strip() in _sections() for name in listed) >= _BARS


def _is_headline(words: list[str], first: int, last: int) -> bool:
    return last - first <= _HEADLINE_WORDS and words[last - 1] not in _CLOSING


def _trailing_headlines(words: list[str], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the run of unpunctuated headlines after a punctuated body, as related-news blocks leave them."""
    run: list[tuple[int, int]] = []
    for first, last in reversed(lines):
        if not _is_headline(words, first, last) and last - first > _SHORT_LINE:
            break
        run.append((first, last))
    while run and not _is_headline(words, *run[-1]):
        run.pop()
    body = lines[: len(lines) - len(run)]
    punctuated = sum(words[last - 1] in _CLOSING for _, last in body)
    wordy = sum(last - first >= 5 for first, last in run)
    if wordy >= _TAIL_RUN and punctuated >= 2 and len(run) >= _TAIL_RUN:
        return run
    return []


def _leading_headlines(words: list[str], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the run of unpunctuated headlines before a punctuated body, as menus and tickers leave them.

    The last of them may be the article's own headline and stays.
    """
    run = list(itertools.takewhile(lambda line: _is_headline(words, *line), lines))
    body = lines[len(run) :]
    punctuated = sum(words[last - 1] in _CLOSING and last - first >= _ARTICLE_LINE for first, last in body)
    wordy = sum(last - first >= _TICKER_WORDS for first, last in run)
    return run[:-1] if wordy >= _TAIL_RUN and punctuated >= 1 else []
