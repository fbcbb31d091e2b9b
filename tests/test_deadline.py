"""No seed holds up a build."""

from __future__ import annotations

import re
import signal
import threading

import pytest

from generator.deadline import within
from generator.errors import BrokenSeed

SLOW = re.compile(r"(a+)+b")


def spin() -> None:
    while True:
        pass


@pytest.mark.parametrize("job", [spin, lambda: SLOW.match("a" * 40)], ids=["a loop", "a regular expression"])
def test_what_never_ends_is_ended(job: object) -> None:
    with pytest.raises(BrokenSeed, match=r"ferry\.html: .*reading_seconds") as caught, within(0.2, "ferry.html"):
        job()
    assert caught.value.code == "timeout"


def test_in_another_thread_too() -> None:
    codes: list[str] = []

    def work() -> None:
        try:
            with within(0.2, "ferry.html"):
                spin()
        except BrokenSeed as error:
            codes.append(error.code)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert codes == ["timeout"]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarms")
def test_the_alarm_of_others_is_kept() -> None:
    waiting, _ = signal.getitimer(signal.ITIMER_REAL)
    before = signal.getsignal(signal.SIGALRM)
    with within(5, "ferry.html"):
        assert signal.getsignal(signal.SIGALRM) is not before
    assert signal.getsignal(signal.SIGALRM) is before
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    assert waiting - 5 < left <= waiting


def test_what_ends_in_time_goes_on() -> None:
    with within(5, "ferry.html"):
        total = sum(range(1000))
    assert total == 499500
