"""Who is accused of an act and who accuses: "اتهمت السلطات الحزب بتنفيذ التفجير", "نسب الجيش الهجوم إلى التنظيم".

Verbs of blaming are in role_cues.tsv; all other parts of names are `roles`.
"""

from transforms.extract.clause_names import Name
from transforms.extract.phrase_table import PhraseTable
from transforms.extract.roles_before import charge_at

BLAMES = frozenset({"accuses", "blames", "holds", "holds_to", "ascribes", "faults"})
_ENDS = frozenset({".", "?", "\n", "\u061b"})
_ACCUSED_WITHIN = 12
_TO = {"ascribes": "الي", "faults": "علي"}
_NEAR_TO = 5


def blamed(name: Name, cues: PhraseTable[str]) -> str | None:
    """Return the part of who accuses or is accused, None where nobody is: "اتهمت السلطات الحزب بتنفيذ التفجير"."""
    words, acts, mentions, index, first = name.words, name.acts, name.mentions, name.index, name.first
    mention = name.mention
    known = mention.last < len(words) and words[mention.last] in cues
    behind = cues.match(words, mention.last) if known else None
    if behind is not None and behind[0] == "accuses" and charge_at(words, acts, mention.last, held=False):
        return ""
    for j in range(mention.first - 1, max(first - 1, mention.first - _ACCUSED_WITHIN), -1):
        if words[j] in _ENDS:
            return None
        found = cues.match(words, j) if words[j] in cues else None
        if found is None or found[0] not in BLAMES:
            continue
        if found[0] == "ascribes" and "الي" in words[mention.last : mention.last + 4]:
            return ""
        if found[0] in _TO:
            near = max(j, mention.first - _NEAR_TO, mentions[index - 1].last - 1 if index else j)
            return "initiator" if _TO[found[0]] in words[near + 1 : mention.first] else None
        held = found[0].startswith("holds")
        charge = charge_at(words, acts, mention.last, held=held)
        if charge is None:
            return None
        others = any(other.last <= charge for other in mentions[index + 1 :] if not other.weak)
        return "" if others and found[0] in {"accuses", "holds"} else "initiator"
    return None
