"""How a report says when something happened, with the days that the words stand for."""

from datetime import date, timedelta

from demo.news.scene import Scene


def said(scene: Scene, vague: float = 0.12) -> str:
    """Opening words such as 11月6日下午; notes the event date, or none for 近日 (share ``vague``)."""
    if scene.maybe(vague):
        return scene.pick("近日", "日前", "连日来")
    roll = scene.rng.random()
    if roll < 0.08:
        scene.happened(scene.day_before(1))
        return scene.pick("昨日", "昨天", "昨日上午", "昨天下午")
    if roll < 0.16:
        scene.happened(scene.day_before(0))
        return scene.pick("今天", "今日上午", "今天上午", "今日")
    if roll < 0.26:
        return _span(scene)
    day = scene.day_before(_lag(scene))
    scene.happened(day)
    part = scene.pick("", "", "上午", "下午", "晚", "一早")
    return f"{full(day) if scene.maybe(0.08) else short(day)}{part}"


def _lag(scene: Scene) -> int:
    """Days between event and publication; now and then months, as after a migration that stamps old articles anew."""
    return scene.rng.choice((0, 0, 0, 1, 1, 1, 1, 2, 2, 3)) if scene.maybe(0.98) else scene.rng.randrange(20, 90)


def _span(scene: Scene) -> str:
    last = scene.day_before(scene.rng.choice((0, 1, 2)))
    first = last - timedelta(days=scene.rng.choice((1, 1, 2, 3)))
    scene.happened(first, last)
    if first.month == last.month:
        return scene.pick(f"{short(first)}至{last.day}日", f"{short(first)}-{last.day}日", f"{short(first)}—{last.day}日")
    return f"{short(first)}至{short(last)}"


def short(day: date) -> str:
    """11月6日."""
    return f"{day.month}月{day.day}日"


def full(day: date) -> str:
    """2026年11月6日."""
    return f"{day.year}年{day.month}月{day.day}日"
