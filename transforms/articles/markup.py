"""Markup to text: what a reader would see of a piece of HTML, paragraphs on lines of their own, scripts gone.

Whole pages are read by `pages`, which also finds the article among menus.
"""

import re

import lxml.etree
import lxml.html

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|strong|em|i|a|h[1-6]|ul|ol|li|img|figure|blockquote|script|style|iframe)\b[^<>]*>"
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "blockquote",
        "figure",
        "figcaption",
        "section",
        "article",
    ]
)
_UNSEEN = ("script", "style", "iframe", "noscript", "template", "object", "form", "head")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_LINES = re.compile(r" ?\n[ \n]*")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def looks_like_markup(text: str) -> bool:
    """Tell whether `text` holds HTML elements rather than a stray `<`."""
    return "<" in text and bool(_TAG.search(text))


def text_of(markup: str) -> str:
    r"""Return what a reader sees of a piece of HTML.

    >>> text_of("<p>قصف&nbsp;مدفعي</p><script>x()</script><p>قتلى</p>")
    'قصف مدفعي\\nقتلى'
    """
    try:
        tree = lxml.html.fragment_fromstring(_UNREADABLE.sub("", markup), create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return re.sub("<[^<>]*>", " ", markup).strip()
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    parts: list[str] = []
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            parts.append(element.tail or "" if event == "end" else "")
        elif event == "start":
            parts += ["\n" if element.tag in _BLOCKS else "", _one_line(element.text)]
        else:
            parts += ["\n" if element.tag in _BLOCKS else "", _one_line(element.tail)]
    text = _SPACES.sub(" ", "".join(parts).replace("\xa0", " "))
    return _LINES.sub("\n", text).strip()


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")
