"""Outlines: a glyph of any source becomes TrueType contours in units of 1/1000 em.

A contour is a closed list of (x, y, on_curve), x and y integers.  No hints, no components: composites are flattened, since they
would save little in a Han font and cost every reader a second lookup.
"""

from array import array
from math import floor

from fontTools.cu2qu.cu2qu import curve_to_quadratic
from fontTools.misc.roundTools import otRound
from fontTools.pens.basePen import BasePen
from fontTools.ttLib.tables import ttProgram
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

MAX_ERROR = 0.5  # units of 1/1000 em, rounding to integers included


class CubicPen(BasePen):
    """Collects a CFF glyph as contours: [[(start), ("line", p) or ("curve", a, b, p), …], …]."""

    def __init__(self, glyph_set):
        super().__init__(glyph_set)
        self.contours = []

    def _moveTo(self, p):
        self.contours.append([p])

    def _lineTo(self, p):
        self.contours[-1].append(("line", p))

    def _curveToOne(self, a, b, p):
        self.contours[-1].append(("curve", a, b, p))

    def _closePath(self):
        pass

    def _endPath(self):
        pass


def deviation(curve, points):
    """How far the quadratic spline `points` (on, off …, on) is from the cubic, compared at equal parameters: an upper bound of
    the true distance, because every spline piece takes an equal share of the cubic's parameter."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    pieces = len(points) - 2
    worst = 0.0
    start = points[0]
    for i in range(pieces):
        off = points[i + 1]
        if i + 1 < pieces:
            after = points[i + 2]
            end = ((off[0] + after[0]) / 2, (off[1] + after[1]) / 2)
        else:
            end = points[-1]
        for s in (0.25, 0.5, 0.75, 1.0):
            t = (i + s) / pieces
            u, r = 1 - t, 1 - s
            k0, k1, k2, k3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            q0, q1, q2 = r * r, 2 * r * s, s * s
            ex = k0 * ax + k1 * bx + k2 * cx + k3 * dx - q0 * start[0] - q1 * off[0] - q2 * end[0]
            ey = k0 * ay + k1 * by + k2 * cy + k3 * dy - q0 * start[1] - q1 * off[1] - q2 * end[1]
            e = ex * ex + ey * ey
            if e > worst:
                worst = e
        start = end
    return worst ** 0.5


def settle(curve, spline):
    """Integer control points for `spline`: the nearest ones if they will do, else the best of each point's four neighbours in
    turn.  Returns (points, deviation)."""
    points = [(otRound(x), otRound(y)) for x, y in spline]
    error = deviation(curve, points)
    for _ in range(2):
        for i in range(1, len(points) - 1):
            if error <= MAX_ERROR:
                return points, error
            x, y = floor(spline[i][0]), floor(spline[i][1])
            for candidate in ((x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)):
                before = points[i]
                points[i] = candidate
                tried = deviation(curve, points)
                if tried < error:
                    error = tried
                else:
                    points[i] = before
    return points, error


def quadratic(curve):
    """(end point, off-curve points …, end point) in integers for a cubic, with its deviation.

    cu2qu bounds the error before rounding.  Rounding can add to it, so the rounded spline is measured, and when it is beyond
    MAX_ERROR a finer split is tried."""
    best, pieces_before = None, 0
    for tolerance in (MAX_ERROR, 0.35, 0.22, 0.12, 0.06, 0.03):
        spline = curve_to_quadratic(curve, tolerance)
        if len(spline) == pieces_before:
            continue
        pieces_before = len(spline)
        points, error = settle(curve, spline)
        if best is None or error < best[1]:
            best = (points, error)
        if error <= MAX_ERROR:
            break
    return best


def from_cubic(glyph_set, name):
    """Contours of a CFF glyph, and the largest deviation of its curves."""
    pen = CubicPen(glyph_set)
    glyph_set[name].draw(pen)
    worst = 0.0
    contours = []
    for segments in pen.contours:
        here = tuple(float(v) for v in segments[0])
        points = [(otRound(here[0]), otRound(here[1]), True)]
        for segment in segments[1:]:
            if segment[0] == "line":
                here = segment[1]
            else:
                spline, error = quadratic((here, *segment[1:]))
                worst = max(worst, error)
                points.extend((x, y, False) for x, y in spline[1:-1])
                here = segment[3]
            points.append((otRound(here[0]), otRound(here[1]), True))
        contours.append(tidy(points))
    return clockwise([c for c in contours if len(c) > 2]), worst


def from_truetype(glyf, name, scale, dy):
    """Contours of a glyf glyph, composites flattened, scaled and shifted."""
    coordinates, ends, flags = glyf[name].getCoordinates(glyf)
    contours, start = [], 0
    for end in ends:
        contours.append(tidy([(otRound(x * scale), otRound(y * scale) + dy, bool(flag & 1))
                              for (x, y), flag in zip(coordinates[start:end + 1], flags[start:end + 1])]))
        start = end + 1
    return clockwise([c for c in contours if len(c) > 2])


def tidy(points):
    """Drops what the format implies: a point repeated, and an on-curve point exactly midway between its off-curve neighbours."""
    once = [p for i, p in enumerate(points) if p != points[i - 1] or not p[2]]
    count = len(once)
    if count < 3:
        return once
    kept = []
    for i, (x, y, on) in enumerate(once):
        if on:
            a, b = once[i - 1], once[(i + 1) % count]
            if not a[2] and not b[2] and a[0] + b[0] == 2 * x and a[1] + b[1] == 2 * y:
                continue
        kept.append((x, y, on))
    # Readers are at their best when a contour starts on the curve.
    for i, p in enumerate(kept):
        if p[2]:
            return kept[i:] + kept[:i]
    return once


def clockwise(contours):
    """A glyph whose ink is to the right of its contours, as TrueType wants it.  PostScript outlines are the other way round, but
    for a dozen glyphs of Noto Serif that are so by mistake: the ink itself decides, not the format."""
    if sum(map(area, contours)) > 0:
        return [[c[0]] + c[:0:-1] for c in contours]
    return contours


def area(contour):
    """Twice the signed area of the control polygon; negative is clockwise."""
    return sum(contour[i - 1][0] * p[1] - p[0] * contour[i - 1][1] for i, p in enumerate(contour))


def glyph(contours):
    """The glyf table's entry."""
    made = Glyph()
    if not contours:
        made.numberOfContours = 0
        return made
    made.numberOfContours = len(contours)
    points = [p for contour in contours for p in contour]
    made.coordinates = GlyphCoordinates([(x, y) for x, y, _ in points])
    made.flags = array("B", [1 if on else 0 for _, _, on in points])
    ends, total = [], 0
    for contour in contours:
        total += len(contour)
        ends.append(total - 1)
    made.endPtsOfContours = ends
    made.program = ttProgram.Program()
    made.program.fromBytecode(b"")
    made.recalcBounds(None)
    return made
