"""The pace of a model of BERT-base's shape on the same articles, for the ratio to Marsad's; needs torch.

Weights do not change the pace, so they are random: 12 layers of 768 units with 12 heads, windows of 512, a token a word
(real tokenizers cut Arabic finer, so a real model is slower).
"""

import importlib.util
import time
from collections.abc import Sequence

_WINDOW = 512
_VOCABULARY = 30_000


def is_possible() -> bool:
    return importlib.util.find_spec("torch") is not None


def articles_per_second(texts: Sequence[str], *, threads: int = 1, seconds: float = 20.0) -> float:
    """Return the articles a second that one forward pass over each text's tokens allows, measured for some seconds."""
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    layer = nn.TransformerEncoderLayer(768, 12, 3072, activation="gelu", batch_first=True)
    model = nn.Sequential(nn.Embedding(_VOCABULARY, 768), nn.TransformerEncoder(layer, 12)).eval()
    begun, n = time.perf_counter(), 0
    with torch.inference_mode():
        for text in texts:
            left = max(1, len(text.split()))
            while left > 0:
                model(torch.randint(_VOCABULARY, (1, min(left, _WINDOW))))
                left -= _WINDOW
            n += 1
            if time.perf_counter() - begun > seconds:
                break
    return n / (time.perf_counter() - begun)
