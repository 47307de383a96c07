"""One actor's name among the words, marks, acts and other names of its clause.

What part it plays there is `roles`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a clause among its words, marks, acts and other names; `first` is where the clause begins."""

    words: Sequence[str]
    marks: Marks
    acts: Sequence[Act]
    mentions: Sequence[ActorMention]
    index: int
    first: int

    @property
    def mention(self) -> ActorMention:
        """The name itself."""
        return self.mentions[self.index]

    @property
    def before(self) -> Act | None:
        """The last act before the name."""
        return next((act for act in reversed(self.acts) if act.first < self.mention.first), None)

    @property
    def following(self) -> Act | None:
        """The first act behind the name."""
        return next((act for act in self.acts if act.first >= self.mention.last), None)
