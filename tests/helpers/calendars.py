"""A calendar that takes calendar files in as programs do: one event for each UID."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import icalendar
import vobject


@dataclass(frozen=True)
class Event:
    """What a calendar shows of an event."""

    uid: str
    sequence: int
    start: datetime.date
    end: datetime.date
    title: str
    text: str
    url: str
    place: str = ""


@dataclass
class CalendarOfSomeone:
    """Keeps what came in, as a folder of khal or vdirsyncer does: a file for each UID."""

    events: dict[str, Event] = field(default_factory=dict)

    def take(self, raw: bytes) -> CalendarOfSomeone:
        """Import a file: a known UID is a change, unless it is older than what is there."""
        for event in read(raw):
            old = self.events.get(event.uid)
            if old is None or old.sequence <= event.sequence:
                self.events[event.uid] = event
        return self

    def titles(self) -> list[str]:
        """What is in it, by day."""
        return [one.title for one in sorted(self.events.values(), key=lambda one: one.start)]


def read(raw: bytes) -> list[Event]:
    """The events of a file, which two readers must see alike."""
    text = raw.decode("utf-8")
    first = [_of_icalendar(one) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    second = [_of_vobject(one) for one in vobject.readOne(text).contents.get("vevent", [])]
    assert first == second
    return first


def _of_icalendar(event: icalendar.Component) -> Event:
    return Event(
        uid=str(event["UID"]),
        sequence=event.decoded("SEQUENCE"),
        start=event.decoded("DTSTART"),
        end=event.decoded("DTEND"),
        title=str(event["SUMMARY"]),
        text=str(event["DESCRIPTION"]),
        url=str(event.get("URL", "")),
        place=str(event.get("LOCATION", "")),
    )


def _of_vobject(event: vobject.base.Component) -> Event:
    return Event(
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        start=event.dtstart.value,
        end=event.dtend.value,
        title=event.summary.value,
        text=event.description.value,
        url=event.url.value if hasattr(event, "url") else "",
        place=event.location.value if hasattr(event, "location") else "",
    )
