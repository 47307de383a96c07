"""The pace of a model of BERT-base's shape on the same articles, for the ratio to Marsad's; needs torch and transformers.

Weights do not change the pace, so they are random; word pieces do, so a WordPiece vocabulary of the size that Arabic models
have is trained on the texts first, and every article is read whole, in windows of 512 pieces. `python -m tests.bench.bert FILE`
measures alone, with any interpreter that has the two packages.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_WINDOW = 512
_VOCABULARY = 64_000
_NEEDED = ("torch", "transformers", "tokenizers")
HOW_TO_GET_IT = "pip install torch transformers"
_CLS, _SEP = 2, 3


@dataclass(frozen=True, slots=True)
class Pace:
    """Articles a second on one core, and word pieces a word."""

    articles_per_second: float
    pieces_per_word: float
    n_articles: int


def is_possible() -> bool:
    """Whether the packages are there."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


def measure_pace(texts: Sequence[str], *, most: int = 100) -> Pace:
    """Return the pace of one forward pass over each of `most` texts, evenly drawn: processor time, one thread, warmed up."""
    import torch
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel

    torch.set_num_threads(1)
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train_from_iterator(texts, vocab_size=_VOCABULARY, show_progress=False)
    model = BertModel(BertConfig(vocab_size=_VOCABULARY), add_pooling_layer=False).eval()
    measured = texts[:: max(1, len(texts) // most)][:most]
    pieces = [tokenizer.encode(text, add_special_tokens=False).ids for text in measured]
    with torch.inference_mode():
        model(torch.tensor([_windows(pieces[0])[0]]))
        begun = time.process_time()
        for ids in pieces:
            for window in _windows(ids):
                model(torch.tensor([window]))
        seconds = time.process_time() - begun
    words = sum(len(text.split()) for text in measured)
    return Pace(len(measured) / seconds, sum(map(len, pieces)) / max(1, words), len(measured))


def _windows(ids: Sequence[int]) -> list[list[int]]:
    """Return the pieces of a text in windows of 512, the two marks of a window counted."""
    step = _WINDOW - 2
    return [[_CLS, *ids[i : i + step], _SEP] for i in range(0, max(1, len(ids)), step)]


def told(pace: Pace) -> str:
    """Return the pace in a sentence."""
    pieces = f"{pace.n_articles} articles, {pace.pieces_per_word:.2f} word pieces a word"
    return f"a BERT-base pass on one core: {pace.articles_per_second:.2f} articles/s ({pieces})"


def main(arguments: Sequence[str]) -> int:
    """Print the pace over the articles of a JSON lines file."""
    if not is_possible():
        print(f"torch and transformers are not here: {HOW_TO_GET_IT}", file=sys.stderr)
        return 1
    rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    print(told(measure_pace([f"{row['title']} {row['text']}" for row in rows])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
