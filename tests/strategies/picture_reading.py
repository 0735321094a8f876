"""Reading pictures of votes back from their SVG: texts with the room they take, seats, and what stays on the sheet."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from majlis.render.lettering import width

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("circle", "rect", "polygon")


class Room(NamedTuple):
    """The room that a line of text takes, by the table of widths (units of the sheet)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Shape(NamedTuple):
    """A seat as it is drawn: what it is, its middle, and how far it reaches to each side."""

    kind: str
    x: float
    y: float
    reach: float


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own words, just drawn


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name) or "nan")


def placed(element: ET.Element, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[ET.Element, float, float]]:
    """Every element below one, with the offset of the groups that it is in."""
    for each in element:
        moved = re.fullmatch(r"translate\(([\d.-]+),([\d.-]+)\)", each.get("transform") or "translate(0,0)")
        assert moved
        at = (x + float(moved[1]), y + float(moved[2]))
        yield each, *at
        yield from placed(each, *at)


def rooms(root: ET.Element) -> list[Room]:
    return [_room(each, x, y) for each, x, y in placed(root) if each.tag == f"{SVG}text"]


def _room(text: ET.Element, x: float, y: float) -> Room:
    size = number(text, "font-size")
    wide = width(text.text or "", size, bold=text.get("font-weight") == "bold")
    shift = {"end": wide, "middle": wide / 2}.get(text.get("text-anchor") or "", 0.0)
    left, base = x + number(text, "x") - shift, y + number(text, "y")
    return Room(text.text or "", left, base - size * 0.8, left + wide, base + size * 0.2)


def corners(root: ET.Element) -> Iterator[tuple[float, float]]:
    """Every corner of a shape, and every place that a path names outright."""
    for each, x, y in placed(root):
        if each.tag == f"{SVG}polygon":
            yield from ((x + a, y + b) for a, b in points(each))
        elif each.tag == f"{SVG}rect" and each.get("x"):
            assert number(each, "width") >= 0
            left, top = x + number(each, "x"), y + number(each, "y")
            yield from ((left, top), (left + number(each, "width"), top + number(each, "height")))
        elif each.tag == f"{SVG}circle":
            a, b, reach = x + number(each, "cx"), y + number(each, "cy"), number(each, "r")
            yield from ((a - reach, b - reach), (a + reach, b + reach))
        elif each.tag == f"{SVG}path":
            named = re.findall(r"[ML](-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)", each.get("d") or "")
            yield from ((x + float(a), y + float(b)) for a, b in named)


def points(polygon: ET.Element) -> list[tuple[float, float]]:
    pairs = (point.split(",") for point in (polygon.get("points") or "").split())
    return [(float(a), float(b)) for a, b in pairs]


def everything_stays_on_the_sheet(root: ET.Element) -> None:
    _, _, wide, high = map(float, (root.get("viewBox") or "").split())
    for each in rooms(root):
        assert each.left >= 0 and each.right <= wide + 0.1, each
        assert each.top >= 0 and each.bottom <= high, each
    assert [each for each in corners(root) if not (0 <= each[0] <= wide and 0 <= each[1] <= high)] == []


def no_text_runs_over_another(root: ET.Element) -> None:
    for one, other in combinations(sorted(rooms(root), key=lambda each: each.top), 2):
        if other.top < one.bottom - 0.06:  # places are rounded to a tenth
            assert one.right <= other.left + 0.11 or other.right <= one.left + 0.11, (one, other)


def shapes(group: ET.Element) -> list[Shape]:
    """The seats of a group, from the outlines that are drawn."""
    found = []
    for each in group.iter():
        if each.tag == f"{SVG}circle":
            found.append(Shape("circle", number(each, "cx"), number(each, "cy"), number(each, "r")))
        elif each.tag == f"{SVG}rect":
            half = number(each, "width") / 2
            found.append(Shape("rect", number(each, "x") + half, number(each, "y") + half, half))
        elif each.tag == f"{SVG}polygon":
            (x, _top), (right, y), *_ = points(each)
            found.append(Shape("polygon", x, y, right - x))
    return found


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


def forms(element: ET.Element) -> list[str]:
    """What is drawn without words, colours, places and lengths: tags, dashes and kinds of strokes."""
    found = []
    for each in element.iter():
        if each.tag.removeprefix(SVG) in (*SHAPES, "path"):
            strokes = re.sub(r"[\d.,-]+", " ", each.get("d") or "").split()
            found.append(f"{each.tag.removeprefix(SVG)} {strokes}")
        if each.get("stroke-dasharray"):
            found.append("dashed")
    return found


def is_a_picture_with_its_story(root: ET.Element, story: str) -> None:
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and desc is not None
    assert root.get("role") == "img"
    assert (root.get("aria-labelledby") or "").split() == [title.get("id"), desc.get("id")]
    assert story in (desc.text or "")
    assert min(number(text, "font-size") for text in root.iter(f"{SVG}text")) >= 12
    assert not {"script", "image", "style", "foreignObject"} & {each.tag.removeprefix(SVG) for each in root.iter()}


def luminance(colour: str) -> float:
    """How light a colour is, 0 (black) to 1 (white), as a grey print shows it."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
