"""A spool gives its records back in order, whether they lie in memory or on disk."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.base.sorted_records import SortedRecords

RECORDS = st.lists(st.tuples(st.text(max_size=4), st.integers(0, 9)).map(lambda pair: [list(pair), {"n": pair[1]}]))


@given(RECORDS, st.integers(1, 7))
def test_records_come_back_sorted_as_often_as_asked(records, most):
    spool = SortedRecords(most)
    for record in records:
        spool.add(record)
    expected = sorted(record[0] for record in records)
    assert [record[0] for record in spool] == expected
    assert [record[0] for record in spool] == expected
    assert spool.count == len(records)
