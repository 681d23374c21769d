from dragoman.corpus.brief import chronology
from dragoman.record import Status
from tests.store.nouns import event, replace, report, when

TEXT = "They met on 3 May 2024 and met again in June."


def coded(published=None, *events):
    bare = report(TEXT, published=published)
    made = tuple(event(bare.id, n, TEXT, "met", when=w) for n, w in enumerate(events))
    return replace(bare, events=made)


def test_events_come_in_the_order_of_their_days():
    late = when(TEXT, "June", "2024-06-01", "2024-06-30")
    early = when(TEXT, "3 May", "2024-05-03", "2024-05-03")
    told = chronology([coded(None, late, early)])
    assert [entry.event.when for entry in told.dated] == [early, late]


def test_an_event_that_ended_by_a_day_stands_at_that_day():
    until = when(TEXT, "June", None, "2024-06-30")
    early = when(TEXT, "3 May", "2024-05-03", "2024-05-03")
    assert [e.event.when for e in chronology([coded(None, until, early)]).dated] == [early, until]


def test_the_date_of_a_report_is_never_the_date_of_its_event():
    told = chronology([coded("2024-05-04", None)])
    assert (len(told.dated), len(told.undated)) == (0, 1)


def test_the_order_of_reports_does_not_matter():
    one = coded("2024-05-04", None, when(TEXT, "3 May", "2024-05-03", "2024-05-03"))
    other = replace(coded("2024-05-05", None), id="f" * 16)
    assert chronology([one, other]) == chronology([other, one])


def test_what_was_denied_is_counted_and_left_out():
    made = coded(None, None)
    made = replace(made, events=(replace(made.events[0], status=Status.NEGATED),))
    assert chronology([made]).negated == 1
    assert len(chronology([made], negated=True).undated) == 1
