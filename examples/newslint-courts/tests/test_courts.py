"""The plugin's rules do what their examples say, and its format keeps the contract."""

from newslint_courts.slip import Slip

import newslint.testing

test_examples = newslint.testing.examples("courts")


def test_a_slip_is_read_into_zones():
    text = "HEAD: Two charged over mill fire\r\nBy: Ana Ruiz\r\nRef: 12/B\r\n\r\nTwo men were charged.\r\n"
    story = newslint.testing.check_format(Slip(), text)
    assert [zone.role for zone in story.zones] == ["headline", "byline", "metadata", "body"]
    assert story.zones[3].text == "Two men were charged."
