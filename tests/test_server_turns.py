"""The queue in front of the one process: order, fairness, refusals in time, and stories that take too long."""

import asyncio
import signal
from itertools import pairwise

import httpx
import pytest
from served import FAULTY, Asked

from newslint.engine.engine import Engine
from newslint.server.replies import Busy
from newslint.server.turns import Turns


class Clock:
    """A time in which only work takes time."""

    now = 0.0

    def __call__(self):
        return self.now

    def work(self, seconds, result=None):
        """Some work that takes so long."""

        def done():
            self.now += seconds
            return result

        return done


def turns(most_seconds=1.0, clock=None):
    return Turns(most_seconds, clock=clock or Clock())


def test_work_is_done_in_the_order_in_which_it_came():
    done = []

    async def all_of_it():
        queue = turns()
        await asyncio.gather(*(queue.take(lambda n=n: done.append(n), 100) for n in range(9)))

    asyncio.run(all_of_it())
    assert done == list(range(9))


def test_between_two_stories_the_loop_looks_after_others():
    seen = []

    async def ticking():
        while len(seen) < 20:
            seen.append("loop")
            await asyncio.sleep(0)

    async def all_of_it():
        queue = turns()
        works = [queue.take(lambda: seen.append("story"), 100) for _ in range(5)]
        await asyncio.gather(ticking(), *works)

    asyncio.run(all_of_it())
    stories = [at for at, what in enumerate(seen) if what == "story"]
    assert len(stories) == 5
    assert all(later - earlier > 1 for earlier, later in pairwise(stories))


def test_what_goes_wrong_with_one_reaches_no_other():
    def broken():
        raise ValueError("this one")

    async def all_of_it():
        queue = turns()
        works = [lambda: 1, broken, lambda: 3, broken, lambda: 5]
        return await asyncio.gather(*(queue.take(work, 100) for work in works), return_exceptions=True)

    found = asyncio.run(all_of_it())
    assert found[::2] == [1, 3, 5]
    assert [str(each) for each in found[1::2]] == ["this one", "this one"]


def test_who_would_wait_too_long_is_refused_at_once_and_told_when_to_come():
    async def all_of_it():
        clock = Clock()
        queue = turns(1.0, clock)
        for _ in range(60):  # it learns that a story takes two tenths of a second
            await queue.take(clock.work(0.2), 100)
        waiting = [asyncio.ensure_future(queue.take(clock.work(0.2), 100)) for _ in range(20)]
        found = await asyncio.gather(*waiting, return_exceptions=True)
        return found, await queue.take(clock.work(0.2, "served"), 100)

    found, after = asyncio.run(all_of_it())
    refused = [each for each in found if isinstance(each, Busy)]
    assert 12 <= len(refused) <= 16
    assert all(each.status == 503 and int(each.headers["retry-after"]) >= 1 for each in refused)
    assert after == "served"


def test_who_has_waited_for_too_long_is_let_go_and_those_behind_are_quick():
    async def all_of_it():
        clock = Clock()
        queue = turns(1.0, clock)
        works = [clock.work(0.9, n) for n in range(9)]  # far more than it expects
        return await asyncio.gather(*(queue.take(work, 100) for work in works), return_exceptions=True)

    found = asyncio.run(all_of_it())
    assert found[:4] == [0, 1, 2, 3]  # those behind the first came when it was done
    assert all(isinstance(each, Busy) for each in found[4:])


def test_nobody_is_sent_away_for_one_story_that_took_very_long():
    async def all_of_it():
        clock = Clock()
        queue = turns(1.0, clock)
        works = [clock.work(30.0), *(clock.work(0.01, n) for n in range(9))]
        return await asyncio.gather(*(queue.take(work, 100) for work in works))

    assert asyncio.run(all_of_it())[1:] == list(range(9))


def test_a_client_that_went_away_costs_no_work():
    done = []

    async def all_of_it():
        queue = turns()
        first = asyncio.ensure_future(queue.take(lambda: done.append("first"), 100))
        second = asyncio.ensure_future(queue.take(lambda: done.append("second"), 100))
        third = asyncio.ensure_future(queue.take(lambda: done.append("third"), 100))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(first, third)

    asyncio.run(all_of_it())
    assert done == ["first", "third"]


@pytest.fixture
def slow(monkeypatch):
    """A story that says “forever” is never done with, unless it is stopped; it has used up its time when it begins."""
    usual = Engine.check

    def check(self, story):
        if "forever" in story.source.text and signal.getitimer(signal.ITIMER_PROF)[0]:
            signal.setitimer(signal.ITIMER_PROF, 0.01, 0.25)
        while "forever" in story.source.text:
            pass
        return usual(self, story)

    monkeypatch.setattr(Engine, "check", check)


@pytest.mark.usefixtures("slow")
def test_a_story_that_takes_too_long_is_stopped_and_no_other(tmp_path):
    ask = Asked(tmp_path)
    assert ask.post("/check", {"text": FAULTY}).status_code == 200  # rules and words are read by now
    texts = [FAULTY, FAULTY, "This goes on forever.\n", FAULTY, FAULTY]

    async def ask_all():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(ask.app), base_url="http://localhost") as client:
            own = [client.post("/check", json={"text": text}) for text in texts]
            others = [client.post("/v2/check", data={"text": text, "language": "en"}) for text in texts]
            return await asyncio.gather(*own, *others)

    replies = asyncio.run(ask_all())
    statuses = [reply.status_code for reply in replies]
    assert statuses == [200, 200, 422, 200, 200] * 2
    assert "it took more than" in replies[2].json()["error"]["message"]
    assert replies[7].text.startswith("Error: it took more than")


def test_fifty_at_once_are_all_answered(tmp_path):
    ask = Asked(tmp_path)

    async def ask_all():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(ask.app), base_url="http://localhost") as client:
            return await asyncio.gather(*(client.post("/check", json={"text": FAULTY}) for _ in range(50)))

    replies = asyncio.run(ask_all())
    assert {reply.status_code for reply in replies} <= {200, 503}
    assert replies[0].status_code == 200
    assert len({reply.text for reply in replies if reply.status_code == 200}) == 1


def test_a_full_server_refuses_before_it_reads(tmp_path, monkeypatch):
    ask = Asked(tmp_path)
    monkeypatch.setattr(ask.here.turns, "_weight", 10**9)  # private: as if a great deal were waiting
    read = []

    async def body():
        read.append(1)
        yield b"{}"

    reply = ask.post("/check", content=body(), headers={"content-type": "application/json"})
    assert (reply.status_code, read) == (503, [])
    assert int(reply.headers["retry-after"]) >= 1
    assert ask.check_by_languagetool(text="a").status_code == 503
    assert ask.get("/healthz").status_code == 200
