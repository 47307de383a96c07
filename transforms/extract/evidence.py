"""What the clauses of one incident say that decides its kind; read by `draft_kind`, judged by `kinds` and `open_kinds`.

Nothing but the facts and what follows from them at once.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a clause says that decides the sub-event type; ACLED types are those of initiators and targets."""

    senses: frozenset[str]
    methods: frozenset[str]
    initiator_types: frozenset[int]
    target_types: frozenset[int]
    state_taker: bool | None
    killed: bool
    injured: bool
    weapons_target: bool
    things: frozenset[str] = frozenset()
    """Weapon codes of what was seized, shot down, stored or destroyed."""
    detained: bool = False
    first: str = ""
    """The sense of the act that is told first: fighting that shells accompany stays fighting."""
    by_air: bool = False
    """Whether an air force or a coalition that fights from the air is the author."""
    known: bool = False
    """Whether the first act is named as known ("التفجير")."""
    settlers: bool = False
    """Whether settlers, who are no armed group, are the only author."""
    scuffle: bool = False
    """Whether the only fighting is one of no arms told ("مواجهات"): between soldiers and residents it is no battle."""
    hurt_types: frozenset[int] = frozenset()
    """ACLED types of the killed and injured alone, whoever else is named."""
    both_sides: bool = False
    """Whether the dead are told by sides ("من الجانبين"), so that they fell in a battle."""
    lone: bool = False
    """Whether the text is one sentence, where no demonstration is told around the protesters that it names."""

    @property
    def hurt(self) -> bool:
        """Whether anybody was killed or injured."""
        return self.killed or self.injured
