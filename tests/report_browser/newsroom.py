"""An invented newsroom: twelve weeks of Arabic reports on events in seven countries, stored in a real warehouse.

Everything is made up; the same seed gives the same rows.
"""

import datetime as dt
import random
from pathlib import Path

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from warehouse.lake import Lake
from warehouse.publish import publish

FIRST_DAY = dt.date(2024, 1, 1)
LAST_DAY = dt.date(2024, 3, 27)  # a Wednesday: the last week is partial
OUTLETS = {
    "furat": "وكالة الفرات للأنباء",
    "sahel": "صحيفة الساحل",
    "midan": "ميدان نيوز",
    "jabal": "إذاعة الجبل",
    "wadi": "شبكة الوادي",
    "nahda": "النهضة اليوم",
}
# country, pcode, Arabic, English, town ar, town en, latitude, longitude, weight
PLACES = [
    ("SY", "SY02", "حلب", "Aleppo", "الباب", "Al-Bab", 36.37, 37.52, 5),
    ("SY", "SY07", "إدلب", "Idleb", "سراقب", "Saraqib", 35.86, 36.80, 6),
    ("SY", "SY09", "دير الزور", "Deir-ez-Zor", "الميادين", "Al-Mayadin", 35.02, 40.45, 5),
    ("SY", "SY12", "درعا", "Dar'a", "طفس", "Tafas", 32.74, 36.07, 3),
    ("IQ", "IQG15", "نينوى", "Ninewa", "الموصل", "Mosul", 36.34, 43.13, 4),
    ("IQ", "IQG10", "ديالى", "Diyala", "خانقين", "Khanaqin", 34.35, 45.39, 4),
    ("IQ", "IQG07", "بغداد", "Baghdad", "الطارمية", "Tarmiyah", 33.67, 44.39, 2),
    ("YE", "YE18", "الحديدة", "Al Hodeidah", "حيس", "Hays", 13.93, 43.48, 4),
    ("YE", "YE15", "تعز", "Ta'iz", "المخا", "Mokha", 13.32, 43.25, 4),
    ("YE", "YE26", "مأرب", "Ma'rib", "صرواح", "Sirwah", 15.45, 45.02, 3),
    ("LY", "LY0204", "طرابلس", "Tripoli", "عين زارة", "Ain Zara", 32.81, 13.28, 2),
    ("SD", "SD02", "شمال دارفور", "North Darfur", "الفاشر", "El Fasher", 13.63, 25.35, 5),
    ("SD", "SD01", "الخرطوم", "Khartoum", "أم درمان", "Omdurman", 15.64, 32.48, 4),
    ("PS", "PS0201", "غزة", "Gaza", "خان يونس", "Khan Yunis", 31.35, 34.30, 6),
    ("LB", "LB4", "الجنوب", "South", "صور", "Tyre", 33.27, 35.20, 2),
]
# event type, sub type, words, weapon, initiator (id, ar, en, type), weight
KINDS = [
    (
        "Explosions/Remote violence",
        "Air/drone strike",
        "غارة جوية",
        "airstrike",
        ("air", "سلاح الجو", "Air force", 8),
        5,
    ),
    (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        "قصف مدفعي",
        "artillery",
        ("army", "الجيش", "The army", 1),
        6,
    ),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "انفجار عبوة ناسفة", "IED", None, 4),
    ("Battles", "Armed clash", "اشتباكات عنيفة", None, ("rebels", "فصائل معارضة", "Opposition groups", 2), 5),
    (
        "Violence against civilians",
        "Attack",
        "هجوم مسلح",
        "small arms",
        ("gunmen", "مسلحون مجهولون", "Unknown gunmen", 3),
        4,
    ),
    ("Protests", "Peaceful protest", "مظاهرة سلمية", None, ("protesters", "محتجون", "Protesters", 6), 2),
    ("Strategic developments", "Arrests", "حملة اعتقالات", None, ("police", "قوات الأمن", "Security forces", 1), 2),
]
HOSTILE_TITLE = "<script>document.title='owned'</script><img src=x onerror=alert(1)>"


def build_newsroom(root: Path, *, n_events: int = 300, seed: int = 7) -> Path:
    """Fill a warehouse under `root` and publish it; returns the published database."""
    draw = random.Random(seed)
    told = [report for number in range(n_events) for report in _event(number, draw)]
    told.append(_hostile_report())
    articles = [article for article, _ in told] + list(_quiet_articles(draw))
    with Lake.open(root) as lake:
        with lake.transaction("run-1", "newsroom"):
            lake.upsert("sources", [_source(key, name) for key, name in OUTLETS.items()])
            lake.upsert("articles", list({row["article_id"]: row for row in articles}.values()))
            lake.upsert("incidents", [incident for _, incident in told if incident])
            store_events(lake, told)
        return publish(lake, root)


def _source(key, name):
    empty = dict.fromkeys(("kind", "address", "country", "lean", "language", "time_zone", "schedule_group"))
    return empty | {"source_id": key, "name": name}


def _day(draw):
    # Violence rises in the last complete week.
    if draw.random() < 0.16:
        return dt.date(2024, 3, 18) + dt.timedelta(days=draw.randrange(7))
    return FIRST_DAY + dt.timedelta(days=draw.randrange((LAST_DAY - FIRST_DAY).days))


def _event(number, draw):
    place = draw.choices(PLACES, weights=[place[-1] for place in PLACES])[0]
    kind = draw.choices(KINDS, weights=[kind[-1] for kind in KINDS])[0]
    day = _day(draw)
    deadly = kind[0] not in ("Protests", "Strategic developments")
    killed = min(int(draw.paretovariate(1.1)), 60) + 1 if deadly and draw.random() < 0.7 else None
    n_reports = draw.choices([1, 2, 3, 4], weights=[5, 3, 2, 1])[0]
    for outlet in draw.sample(sorted(OUTLETS), n_reports):
        toll = killed + draw.choice([0, 0, 0, 1, 2]) if killed else None
        yield _report(f"{number}-{outlet}", outlet, place, kind, day, toll, draw)


def _report(key, outlet, place, kind, day, killed, draw):
    country, pcode, name_ar, name_en, town_ar, town_en, latitude, longitude, _ = place
    exact = int(pcode[-1], 36) % 5 != 0
    lead = "أفادت مصادر محلية اليوم بأن "
    toll_words = f"{killed} أشخاص على الأقل" if killed and killed % 5 == 0 else f"{killed} أشخاص"
    sentence = f"{lead}{kind[2]} في مدينة {town_ar} بمحافظة {name_ar}"
    if kind[4]:
        sentence += f" نُسب إلى {kind[4][1]}"
    if killed:
        sentence += f" أسفر عن مقتل {toll_words} وإصابة {killed * 2} آخرين"
    text = f"{sentence}. ({key}) ولم يصدر تعليق رسمي حتى الآن."
    at = text.index(kind[2])
    casualties, actors = [], []
    if killed:
        start = text.index(f"مقتل {toll_words}")
        casualties.append(_casualty("killed", killed, f"مقتل {toll_words}", start, open_above=killed % 5 == 0))
    if kind[4]:
        actor_id, actor_ar, actor_en, type_ = kind[4]
        start = text.index(actor_ar)
        actors.append({"role": "initiator", "actor_id": f"{country}-{actor_id}", "name_ar": actor_ar, "name_en": actor_en, "type": type_, "text": actor_ar, "start": start, "end": start + len(actor_ar)})  # fmt: skip
    published = dt.datetime.combine(min(day, LAST_DAY), dt.time(9), dt.UTC) + dt.timedelta(hours=draw.randrange(14))
    article = article_row(text, source_id=outlet, title=f"{kind[2]} في {town_ar}", url=f"https://{outlet}.example/news/{key}", canonical_url=f"https://{outlet}.example/news/{key}", published_at=published)  # fmt: skip
    incident = incident_row(
        article["article_id"],
        event_type=kind[0], sub_event_type=kind[1], date_start=day, date_end=day, country=country,
        admin1_name_ar=name_ar, admin1_name_en=name_en, admin1_pcode=pcode,
        place_text=town_ar, place_id=f"{pcode}-town" if exact else None,
        place_name_ar=town_ar if exact else None, place_name_en=town_en if exact else None,
        latitude=latitude, longitude=longitude, where_precision=1 if exact else 4,
        actors=actors, casualties=casualties, weapon=kind[3],
        killed_low=killed, killed_best=killed, killed_high=None if killed and killed % 5 == 0 else killed,
        injured_low=killed and killed * 2, injured_best=killed and killed * 2, injured_high=killed and killed * 2,
        civilian_targeting=kind[0] == "Violence against civilians" or None,
        evidence_text=sentence, evidence_start=0, evidence_end=len(sentence),
        trigger_text=kind[2], trigger_start=at, trigger_end=at + len(kind[2]), confidence=0.8,
    )  # fmt: skip
    return article, incident


def _casualty(outcome, count, words, start, *, open_above):
    return {"outcome": outcome, "group": None, "low": count, "best": count, "high": None if open_above else count, "quantity": "at_least" if open_above else "exact", "attributed_to": None, "text": words, "start": start, "end": start + len(words)}  # fmt: skip


def _quiet_articles(draw):
    for number in range(600):
        day = FIRST_DAY + dt.timedelta(days=draw.randrange((LAST_DAY - FIRST_DAY).days + 1))
        outlet = draw.choice(sorted(OUTLETS))
        text = f"خبر اقتصادي رقم {number} عن أسعار الصرف والأسواق."
        yield article_row(text, source_id=outlet, published_at=dt.datetime.combine(day, dt.time(10), dt.UTC))


def _hostile_report():
    place = PLACES[4]
    article, incident = _report("hostile", "midan", place, KINDS[3], dt.date(2024, 3, 20), 3, random.Random(1))
    words = "<script>alert('نص')</script> اشتباكات عنيفة <img src=x onerror=\"alert(2)\">"
    article |= {"text": words, "title": HOSTILE_TITLE, "url": "javascript:alert(3)", "n_chars": len(words)}
    at = words.index("اشتباكات عنيفة")
    incident |= {"evidence_text": words, "evidence_end": len(words), "trigger_start": at, "trigger_end": at + 14, "casualties": [], "actors": [], "weapon": '"><script>alert(4)</script>'}  # fmt: skip
    incident |= {"place_id": "x'\"><script>alert(5)</script>", "place_name_ar": "الموصل", "place_name_en": 'Mosul"><b>'}
    return article, incident
