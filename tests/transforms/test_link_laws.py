"""Laws of linking: neither the order of rows nor their arrival day by day changes the events, and ids stay."""

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.link.identity import event_id_of, identify
from transforms.link.neighbourhood import Neighbourhood, reach
from transforms.link.score import score
from transforms.link.settle import cluster_tellings
from transforms.link.telling import read_telling
from transforms.link.windows import LoadedWindows, windows_around

START = dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC)
TOWNS = {
    "IQ-mosul": ("IQ", "IQG15", 36.34, 43.13, 1),
    "IQ-tel-afar": ("IQ", "IQG15", 36.37, 42.45, 1),
    "IQ-hammam": ("IQ", "IQG15", 36.17, 43.25, 1),
    "SY-raqqa": ("SY", "SY11", 35.95, 39.01, 1),
    None: ("IQ", "IQG15", None, None, 4),
    "country": ("IQ", None, None, None, 6),
}
KINDS = ("Armed clash", "Suicide bomb", "Remote explosive/landmine/IED", "Air/drone strike", "Peaceful protest")
SENTENCES = (
    "انتحاري يفجر سيارته قرب سوق الخضار في حي الزهور",
    "سيارة ملغومة قرب سوق الخضار المزدحم في حي الزهور",
    "طائرات التحالف تدمر جسرا على نهر دجلة قرب المستشفى العام",
    "متظاهرون يطالبون بالكهرباء والماء أمام مبنى البلدية",
)


@st.composite
def incidents(draw):
    place = draw(st.sampled_from(list(TOWNS)))
    country, admin1, latitude, longitude, precision = TOWNS[place]
    published = START + dt.timedelta(hours=draw(st.integers(0, 240)))
    first = published.date() - dt.timedelta(days=draw(st.integers(0, 4)))
    length = draw(st.sampled_from([0, 0, 0, 1, 6]))
    killed = draw(st.sampled_from([None, None, 3, 4, 12, 40]))
    return {
        "article_id": f"a{draw(st.integers(0, 12))}",
        "sub_event_type": draw(st.sampled_from(KINDS)),
        "salience": "main",
        "date_start": first,
        "date_end": first + dt.timedelta(days=length),
        "date_precision": {0: 1, 1: 2, 6: 3}[length],
        "country": country,
        "admin1_pcode": admin1,
        "admin1_name_en": None,
        "admin2_pcode": None,
        "place_id": None if place == "country" else place,
        "place_text": None,
        "latitude": latitude,
        "longitude": longitude,
        "where_precision": precision,
        "actors": [],
        **{f"{o}_{b}": None for o in ("killed", "injured", "detained") for b in ("low", "best", "high")},
        "killed_low": killed,
        "killed_best": killed,
        "killed_high": killed,
        "weapon": None,
        "evidence_text": draw(st.sampled_from(SENTENCES)),
        "published_at": published,
    }


@st.composite
def tellings(draw, most=18):
    rows = draw(st.lists(incidents(), min_size=2, max_size=most))
    return [read_telling(row | {"incident_id": f"i{number:02}"}) for number, row in enumerate(rows)]


def partition(clusters):
    return {frozenset(telling.incident_id for telling in cluster) for cluster in clusters}


class Store:
    """Events as a lake would keep them, brought in step batch by batch."""

    def __init__(self, *, loads_windows=False):
        self.loads_windows = loads_windows
        self.tellings, self.event_of, self.merged = [], {}, {}

    def arrive(self, batch):
        self.tellings += batch
        seeds = {telling.incident_id for telling in batch}
        clusters = self._load_and_reach(seeds) if self.loads_windows else reach(self.tellings, seeds, self.event_of)
        identities = identify(clusters, self.event_of)
        for event, cluster in zip(identities.event_ids, clusters, strict=True):
            self.event_of |= {telling.incident_id: event for telling in cluster}
            self.merged.pop(event, None)
        self.merged |= identities.merged_into

    def _load_and_reach(self, seeds):
        days = [(t.country, t.first_day, t.last_day) for t in self.tellings if t.incident_id in seeds]
        around, found = Neighbourhood(), []
        missing = windows_around(days, slack=0)
        while missing:
            windows = LoadedWindows(missing)
            met = {t.incident_id for t in self.tellings if windows.meet(t)}
            events = {self.event_of[incident] for incident in met if incident in self.event_of}
            rows = [t for t in self.tellings if t.incident_id in met or self.event_of.get(t.incident_id) in events]
            prior = {t.incident_id: self.event_of[t.incident_id] for t in rows if t.incident_id in self.event_of}
            around.load(rows, prior, missing)
            found = around.reach(seeds)
            wanted = [(need.country, need.first_day, need.last_day) for need in around.wanted]
            missing = around.loaded.missing_of(windows_around(wanted, slack=0))
        return found

    def partition(self):
        events = {}
        for incident, event in self.event_of.items():
            events.setdefault(event, set()).add(incident)
        return {frozenset(members) for members in events.values()}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_order_of_rows_does_not_matter(data):
    told = data.draw(tellings())
    shuffled = data.draw(st.permutations(told))
    assert cluster_tellings(told) == cluster_tellings(shuffled)


@settings(max_examples=300, deadline=None)
@given(tellings(most=2))
def test_a_comparison_has_no_direction(told):
    one, other = told
    assert score(one, other) == score(other, one)


@settings(max_examples=150, deadline=None)
@given(tellings())
def test_every_telling_is_in_one_event(told):
    members = [telling.incident_id for cluster in cluster_tellings(told) for telling in cluster]
    assert sorted(members) == [telling.incident_id for telling in told]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_linking_batch_by_batch_gives_the_events_of_linking_at_once(data):
    told = data.draw(tellings())
    arriving = data.draw(st.permutations(told))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(told)), max_size=4)))
    for store in (Store(), Store(loads_windows=True)):
        for start, end in itertools.pairwise([0, *cuts, len(told)]):
            store.arrive(arriving[start:end])
        assert store.partition() == partition(cluster_tellings(told))


@settings(max_examples=150, deadline=None)
@given(tellings())
def test_in_order_of_publication_ids_are_those_of_linking_at_once_or_lead_to_them(told):
    ordered = sorted(told, key=lambda telling: telling.order)
    store = Store()
    for telling in ordered:
        store.arrive([telling])
    for cluster in cluster_tellings(told):
        (event,) = {store.event_of[telling.incident_id] for telling in cluster}
        assert event in {event_id_of(telling.incident_id) for telling in told}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_id_is_lost_it_lives_or_leads_to_a_living_one(data):
    told = data.draw(tellings())
    store = Store()
    seen = set()
    for telling in data.draw(st.permutations(told)):
        store.arrive([telling])
        living = set(store.event_of.values())
        seen |= living
        for event in seen - living:
            target = event
            for _ in range(len(told)):
                target = store.merged.get(target, target)
            assert target in living


@settings(max_examples=100, deadline=None)
@given(tellings())
def test_linking_again_adds_nothing(told):
    store = Store()
    store.arrive(told)
    before, merged = dict(store.event_of), dict(store.merged)
    clusters = reach(told, {telling.incident_id for telling in told}, before)
    identities = identify(clusters, before)
    after = {t.incident_id: e for e, c in zip(identities.event_ids, clusters, strict=True) for t in c}
    assert (after, dict(identities.merged_into)) == (before, merged)


@settings(max_examples=150, deadline=None)
@given(tellings())
def test_an_article_tells_an_event_twice_only_as_recap(told):
    for cluster in cluster_tellings(told):
        for one, other in itertools.combinations(cluster, 2):
            if one.article_id == other.article_id:
                assert score(one, other) is not None
