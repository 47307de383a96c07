"""From senses, weapons and who was hit to the codebook's event types.

The table of senses is grammar of the codebook: which sense belongs to which family, and what each family may become.
"""

from transforms.extract.evidence import Evidence
from transforms.extract.families import families

EVENT_OF = {
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}


_ARMED = frozenset({1, 2, 3, 8})


def sub_event_type(evidence: Evidence) -> str | None:
    """Return the codebook's sub-event type, None when the words do not carry one."""
    found = families(evidence.senses)
    for decide in (_disrupted, _agreed, _arrested, _protest, _of_crowd, _territory, _explosion, _direct, _other):
        kind = decide(evidence, found)
        if kind is not None:
            return kind
    return None


def _disrupted(evidence: Evidence, found: frozenset[str]) -> str | None:
    harmed = evidence.hurt or evidence.senses & {"explode", "detonate"}
    if (
        evidence.senses & {"shootdown", "intercept", "defuse"}
        and (evidence.weapons_target or evidence.methods)
        and not harmed
    ):
        return "Disrupted weapons use"
    if (
        evidence.senses & {"seize"}
        and not evidence.detained
        and (evidence.methods or evidence.weapons_target)
        and not found & {"strike", "clash", "arrest"}
    ):
        return "Disrupted weapons use"
    made_safe = evidence.things & _CHARGES and not evidence.methods and evidence.senses <= {"destroy", "target"}
    if made_safe and not harmed:
        return "Disrupted weapons use"
    return None


_CHARGES = frozenset({"IED", "car bomb", "landmine", "suicide vest", "rocket/missile", "grenade", "chemical", "mortar"})
"""What is destroyed before it can be used; a tank or an aircraft is destroyed in battle."""
_RIOTERS, _PROTESTERS, _CIVILIANS = 5, 6, 7
_SWEEP = frozenset({"arrest", "arrests", "capture", "captive", "raid", "campaign", "operation", "target", "seize"})


def _agreed(evidence: Evidence, found: frozenset[str]) -> str | None:
    """Prisoners or bodies exchanged: who is handed over was taken or died before."""
    if evidence.first not in {"exchange", "agree"} and "exchange" not in evidence.senses:
        return None
    return None if found & {"strike"} or "exchange" not in evidence.senses else "Agreement"


def _arrested(evidence: Evidence, found: frozenset[str]) -> str | None:
    """People arrested without bloodshed, whatever they are accused of or were raided for."""
    if evidence.hurt or not evidence.senses & {"arrest", "arrests", "capture"}:
        return None
    if evidence.target_types == {_PROTESTERS} and not found & {"strike", "clash", "riot"}:
        return "Protest with intervention"
    first = evidence.first in {"arrest", "arrests"} and not found & {"protest", "riot", "abduct"}
    swept = evidence.detained and evidence.senses <= _SWEEP
    return "Arrests" if first or swept else None


def _protest(evidence: Evidence, found: frozenset[str]) -> str | None:
    armed_rising = "uprising" in evidence.senses and evidence.target_types & {2, 3}
    if ("protest" not in found and "riot" not in found) or armed_rising:
        return None
    armed = evidence.senses & {"explode", "detonate", "suicide", "air", "shell", "drone", "strike_hit", "chemical"}
    of_crowd = evidence.first in {"protest", "gather", "chant", "block", "march", "pelt", "riot"}
    led = of_crowd and not evidence.killed and not evidence.injured
    if not led and (
        armed or evidence.methods & {"ied", "vbied", "suicide", "air", "drone", "artillery", "rocket", "mortar"}
    ):
        return None
    if evidence.killed and evidence.senses & {"assassinate", "execute"} and not evidence.senses & {"disperse"}:
        return None
    protesters = (evidence.initiator_types | evidence.target_types) & {5, 6}
    fighting = evidence.senses & {"clash", "fight", "ambush", "operation"}
    if fighting and not protesters and not evidence.senses & {"disperse", "pelt", "riot", "chant", "gather"}:
        return None
    if "mob" in evidence.senses and "protest" not in found and not evidence.methods & {"gun", "grenade"}:
        return "Mob violence"
    crowd = "crowd" in evidence.methods or "disperse" in evidence.senses
    shot = bool(evidence.senses & {"shoot", "kill"}) or "gun" in evidence.methods
    rioting = evidence.senses & {"burn", "raid", "loot", "destroy", "clash", "fight"}
    if "protest" in found and "riot" not in found and not rioting:
        if evidence.hurt and (shot or crowd):
            return "Excessive force against protesters"
        if crowd or evidence.senses & {"arrest", "arrests"}:
            return "Protest with intervention"
        if evidence.killed and (_PROTESTERS in evidence.target_types or evidence.initiator_types & {1, 8}):
            return "Excessive force against protesters"
        return "Peaceful protest"
    return "Violent demonstration"


FROM_AFAR = frozenset({"explode", "detonate", "suicide", "air", "shell", "drone", "strike_hit", "chemical"})
_BATTLE_MEANS = frozenset({"ied", "vbied", "suicide", "air", "drone", "artillery", "rocket", "mortar", "grenade"})


def _of_crowd(evidence: Evidence, found: frozenset[str]) -> str | None:
    """A crowd named as a side, though no demonstration is: "قتلت الشرطة متظاهرين", "اشتبك متظاهرون مع الشرطة"."""
    if evidence.lone or evidence.senses & FROM_AFAR or evidence.methods & _BATTLE_MEANS or "territory" in found:
        return None
    sides = evidence.initiator_types | evidence.target_types
    by_state = not evidence.initiator_types or evidence.initiator_types & {1, 8}
    shot = bool(evidence.senses & {"shoot", "kill", "snipe"}) or "gun" in evidence.methods
    hurt = evidence.hurt
    if _PROTESTERS in evidence.target_types and by_state and shot:
        return "Excessive force against protesters"
    met = evidence.senses & {"clash", "fight"} and sides & {_RIOTERS, _PROTESTERS} and sides & {1, 8}
    if met and not (hurt and shot):
        return "Violent demonstration"
    of_crowd = evidence.initiator_types and evidence.initiator_types <= {_RIOTERS, _PROTESTERS}
    if of_crowd and evidence.senses & {"burn", "loot", "destroy", "demolish", "raid", "attack", "assault"}:
        return "Violent demonstration"
    return None


def _territory(evidence: Evidence, found: frozenset[str]) -> str | None:
    drives_out_people = found & {"territory"} and evidence.target_types == {7} and "expel" in evidence.senses
    if drives_out_people and not evidence.senses & {"take", "retake", "fall"}:
        return None
    if "territory" in found:
        if evidence.state_taker is not None:
            return "Government regains territory" if evidence.state_taker else "Non-state actor overtakes territory"
        if evidence.initiator_types & {1, 8}:
            return "Government regains territory"
        if evidence.initiator_types & {2, 3, 4}:
            return "Non-state actor overtakes territory"
        if evidence.target_types and evidence.target_types <= {2, 3}:
            return "Government regains territory"
        return "Government regains territory" if "retake" in evidence.senses else "Non-state actor overtakes territory"
    if "transfer" in found and not found & {"strike", "clash"}:
        return "Non-violent transfer of territory"
    return None


def _explosion(evidence: Evidence, found: frozenset[str]) -> str | None:
    methods, senses = evidence.methods, evidence.senses
    if senses <= {"corpse", "displaced", "missing"} and not methods - {"air", "drone"}:
        return None
    if "chemical" in methods or "chemical" in senses:
        return "Chemical weapon"
    driven = senses <= {"raid", "operation"} and methods & {"vbied", "ied"}
    if "suicide" in senses or ("suicide" in methods and (driven or found & {"strike", "harm", "attack"})):
        return "Suicide bomb"
    if _is_property(evidence):
        return "Looting/property destruction"
    if "grenade" in senses or ("grenade" in methods and not methods & {"air", "drone", "artillery"}):
        return "Grenade"
    if senses & {"shootdown", "intercept"} and evidence.hurt:
        return "Air/drone strike" if "drone" in methods | evidence.things else "Shelling/artillery/missile attack"
    if evidence.first in {"campaign", "operation"} and methods & {"air", "drone"} and not senses & {"clash", "ambush"}:
        return "Air/drone strike"
    if senses & {"clash", "fight", "ambush", "repel", "raid"} and not found & {"strike"}:
        return None
    if evidence.first in {"clash", "fight", "ambush"} and not evidence.by_air:
        return None
    if evidence.first in {"burn", "loot", "demolish"} and not methods and not evidence.killed:
        return None
    from_afar = senses & {"shell", "air", "drone", "strike_hit", "explode", "detonate"}
    on_ground = evidence.first == "operation" or not (methods & {"ied", "vbied", "mine"} or from_afar)
    if "operation" in senses and not methods & {"air", "drone"} and on_ground:
        return None
    if (
        senses & {"air", "drone"}
        or methods & {"air", "drone"}
        or (
            evidence.by_air
            and senses & {"shell", "target", "strike_hit"}
            and not methods & {"artillery", "rocket", "mortar"}
        )
    ):
        return "Air/drone strike"
    if methods & {"ied", "vbied", "mine"} and not senses & {"shell"}:
        return "Remote explosive/landmine/IED"
    if "shell" in senses or methods & {"artillery", "rocket", "mortar", "cluster"}:
        return "Shelling/artillery/missile attack"
    if senses & {"explode", "detonate", "rig"}:
        return "Remote explosive/landmine/IED"
    from_above = 8 in evidence.initiator_types or evidence.by_air or not evidence.initiator_types
    if "strike_hit" in senses and found <= {"strike", "harm", "destroy"} and from_above:
        return "Air/drone strike"
    return None


_BY_HAND = frozenset(
    """assassinate execute stab ram massacre torture shoot kill snipe attempt attack target assault
    strike_hit""".split()  # noqa: SIM905
)
_RAIDS = frozenset({"capture", "raid", "operation", "campaign"})


def _is_property(evidence: Evidence) -> bool:
    """Whether houses, fields or pipes are destroyed and nobody is attacked: bulldozed, burnt, blown up when empty.

    "فجر الجيش منزل أسير" (blew up a prisoner's house) is a demolition, "انفجرت عبوة" and "فجروا دورية" are not.
    """
    if evidence.hurt or evidence.methods - {"arson"} or evidence.things:
        return False
    if evidence.senses & {"clash", "fight", "ambush", "repel", "air", "shell", "explode", "drone", "suicide"}:
        return False
    if evidence.first == "detonate":
        return bool(evidence.initiator_types) and not evidence.known and evidence.target_types == {_CIVILIANS}
    armed = evidence.target_types & _ARMED
    blown_up = evidence.senses & {"target", "detonate"} if evidence.initiator_types & {1, 8} else frozenset()
    struck = families(evidence.senses - blown_up) & {"attack", "strike"}
    levelled = evidence.first in {"burn", "loot", "demolish", "destroy"} or evidence.senses == {"target", "demolish"}
    return levelled and not armed and not struck


def _direct(evidence: Evidence, found: frozenset[str]) -> str | None:
    """Return the kind of what people do to each other by hand or gun: the first of these that the acts tell."""
    if "sexual" in found:
        return "Sexual violence"
    if evidence.first == "deploy" and not evidence.hurt and "clash" not in evidence.senses:
        return "Other"
    return (
        _fought(evidence)
        or _held(evidence, found)
        or _targeted(evidence)
        or _raided(evidence)
        or _hurt_only(evidence, found)
    )


def _fought(evidence: Evidence) -> str | None:
    """Two armed sides met, or soldiers and residents did."""
    if evidence.senses & {"clash", "fight", "ambush", "repel"} and not _is_unarmed(evidence):
        return "Armed clash"
    if "clash" in evidence.senses:
        return "Attack" if evidence.hurt else "Violent demonstration"
    return None


def _held(evidence: Evidence, found: frozenset[str]) -> str | None:
    """People were abducted, arrested or taken prisoner; the dead beside an arrest tell more than it."""
    senses = evidence.senses
    if "strike" not in found and "abduct" in found and not senses & {"raid", "repel"}:
        return "Abduction/forced disappearance"
    opens = evidence.first in {"arrest", "arrests"}
    arrested = senses & {"arrest", "arrests"}
    if arrested and not opens and evidence.hurt and found & {"attack", "harm"} and not senses & _RAIDS:
        return _by_target(evidence)
    taken = arrested or "capture" in senses or (evidence.detained and "seize" in senses)
    if not taken or "strike" in found or (evidence.killed and not opens):
        return None
    return "Armed clash" if "capture" in senses and "clash" in found else "Arrests"


def _targeted(evidence: Evidence) -> str | None:
    """Somebody or something was aimed at: from afar where no means is told and nobody is known to be hit."""
    if (
        evidence.senses <= {"target", "destroy"}
        and not evidence.target_types & {5, 6, 7}
        and not evidence.methods & {"gun", "sniper", "blade"}
        and not (evidence.initiator_types and evidence.initiator_types <= {2, 3, 4})
    ):
        return "Shelling/artillery/missile attack"
    return _by_target(evidence) if evidence.senses & _BY_HAND else None


def _raided(evidence: Evidence) -> str | None:
    """Forces entered a place: settlers at a shrine, soldiers who hurt residents, a battle."""
    senses, types = evidence.senses, evidence.initiator_types
    settlers = evidence.settlers or types == {4}
    if senses <= {"raid"} and settlers and not evidence.hurt and not evidence.methods:
        return "Other"
    unarmed = bool(types) and types <= {1, 8} and evidence.target_types <= {_CIVILIANS}
    if evidence.hurt and unarmed and not senses & {"operation", "campaign"}:
        return "Attack"
    return "Armed clash" if senses & {"raid", "operation", "campaign"} else None


def _hurt_only(evidence: Evidence, found: frozenset[str]) -> str | None:
    """Only who was hurt is told."""
    if evidence.senses & {"corpse", "die", "casualty"}:
        return _by_target(evidence) if evidence.killed else None
    told = evidence.methods or evidence.initiator_types
    return _by_target(evidence) if "harm" in found and told and not evidence.senses <= {"displaced"} else None


def _is_unarmed(evidence: Evidence) -> bool:
    """Whether soldiers or police meet residents: "أصيب شاب برصاص الجيش خلال مواجهات" tells no armed opponent."""
    if not evidence.scuffle or evidence.senses & {"fight", "ambush", "repel", "explode"} or evidence.both_sides:
        return False
    hurt = evidence.initiator_types and evidence.hurt
    unarmed = evidence.target_types <= {_RIOTERS, _PROTESTERS, _CIVILIANS} and bool(evidence.target_types or hurt)
    return unarmed and not evidence.methods - {"gun", "crowd", "arson"} and evidence.initiator_types <= {1, 8}


_ONLY_HARM = frozenset({"kill", "die", "injure", "casualty", "injury", "shoot", "assassinate", "corpse", "burn"})
"""Acts that tell whom they hit: civilians among them make no battle of it, whoever else is named beside them."""


def _by_target(evidence: Evidence) -> str:
    """Battle or one-sided violence, by who was hit (codebook: fighting between armed sides is a clash)."""
    targets = evidence.target_types
    if evidence.settlers:
        return "Attack"
    if evidence.both_sides:
        return "Armed clash"
    if evidence.hurt_types == {_CIVILIANS} and evidence.senses <= _ONLY_HARM:
        return "Attack"
    if evidence.senses & {"execute", "torture", "corpse", "assassinate"} and not evidence.senses & {
        "clash",
        "operation",
    }:
        return "Attack"
    if targets & {7, 6, 5}:
        return (
            "Attack"
            if not targets & _ARMED or evidence.senses & {"assassinate", "stab", "ram", "massacre"}
            else "Armed clash"
        )
    unhurt = not targets and not evidence.killed and not evidence.injured
    if unhurt and "raid" in evidence.senses:
        return "Armed clash"
    offensive = evidence.senses <= {"attack"} and evidence.initiator_types & _ARMED and not evidence.methods
    if targets & (_ARMED | {4}) or (not targets and offensive and not evidence.killed and not evidence.injured):
        return "Armed clash"
    return "Attack"


def _other(evidence: Evidence, found: frozenset[str]) -> str | None:
    if "destroy" in found and evidence.senses & {"loot", "demolish", "burn"}:
        return "Looting/property destruction"
    if "agree" in found:
        return "Agreement"
    if "deploy" in found:
        return "Other"
    if "base" in found:
        return "Headquarters or base established"
    if "change" in found:
        return "Change to group/activity"
    return None
