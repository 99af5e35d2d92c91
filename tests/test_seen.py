"""A story as plain data tells where the prose of each zone stands in its text."""

from newslint.service.seen import as_data
from newslint.service.service import Service, Text

TEXT = "# Bridge closes\n\nThe **council** &amp; the 😀 *mayor* agreed.\n"


def zones(**more):
    answer = Service(config=None).read(Text(TEXT, "a.md"))
    return as_data(answer.stories[0], **more)["zones"]


def test_each_run_of_prose_stands_where_its_segment_says():
    body = zones(segments=True)[1]
    assert body["text"] == "The council & the 😀 mayor agreed."
    told = [(body["text"][at : at + n], TEXT[place : place + size]) for at, n, place, size in body["segments"]]
    assert "".join(prose for prose, _ in told) == body["text"]
    assert all(prose == source for prose, source in told if len(prose) == len(source))
    assert ("&", "&amp;") in told


def test_segments_are_told_only_to_who_asks():
    assert all("segments" not in zone for zone in zones())
