"""What honest people put on a picture with a phone, a chat app or a viewer: drawings, words, covers, interface."""

import cv2
import numpy as np

FONT_FILE = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
WORDS = ["这里坏了", "收到时就破了，请处理", "2026/11/08 09:41", "看清楚！", "Damaged here", "客服你好，左边有划痕", "不是我弄的", "A12"]
VIVID = [(40, 40, 250), (0, 204, 255), (96, 193, 7), (255, 174, 16), (250, 60, 200), (255, 255, 255), (0, 140, 255)]
DARK = [(0, 0, 0), (20, 20, 20), (60, 60, 60), (120, 30, 10), (20, 20, 110), (30, 80, 20)]


class Canvas:
    """A picture, the length that sizes are given in (a hundredth of its longest side), and the random stream."""

    def __init__(self, image, rng):
        self.image, self.rng = image.copy(), rng
        self.height, self.width = image.shape[:2]
        self.unit = max(image.shape[:2]) / 100

    def between(self, low, high):
        return float(self.rng.uniform(low, high))

    def place(self, margin=0.2):
        return np.array([self.width * self.between(margin, 1 - margin), self.height * self.between(margin, 1 - margin)])

    def pen(self):
        colours = VIVID if self.rng.random() < 0.65 else DARK
        return colours[self.rng.integers(len(colours))]

    def stroke(self):
        return max(1, round(self.unit * self.between(0.25, 1.5)))

    def blend(self, mask, colour, alpha=1.0):
        cover = (mask.astype(np.float32) / 255 * alpha)[..., None]
        self.image = np.clip(self.image * (1 - cover) + np.array(colour, np.float32) * cover + 0.5, 0, 255).astype(np.uint8)

    def blank(self):
        return np.zeros((self.height, self.width), np.uint8)


def spline(points, steps=24):
    """Catmull-Rom through the points, as a finger moves."""
    points = np.vstack([points[:1], points, points[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(points[:-3], points[1:-2], points[2:-1], points[3:]):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(parts).round().astype(np.int32)


def polyline(mask, points, width, closed=False):
    cv2.polylines(mask, [np.asarray(points, np.int32).reshape(-1, 1, 2)], closed, 255, width, cv2.LINE_AA)


def arrow(c):
    mask, start = c.blank(), c.place()
    end = start + c.unit * c.between(10, 30) * np.array([np.cos(a := c.between(0, 6.28)), np.sin(a)])
    width = c.stroke()
    if c.rng.random() < 0.5:
        cv2.arrowedLine(mask, start.astype(int), end.astype(int), 255, width, cv2.LINE_AA, tipLength=c.between(0.15, 0.4))
    else:
        along = (end - start) / np.linalg.norm(end - start)
        across, head = np.array([-along[1], along[0]]), along * c.unit * c.between(2.5, 5)
        polyline(mask, [start, end - head], max(2, 2 * width))
        size = np.linalg.norm(head) * 0.6
        cv2.fillPoly(mask, [np.int32([end, end - head + across * size, end - head - across * size])], 255, cv2.LINE_AA)
    c.blend(mask, c.pen())


def hand_circle(c):
    mask, centre = c.blank(), c.place()
    turns = np.linspace(0, 6.28 * c.between(0.93, 1.12), 26) + c.between(0, 6.28)
    radii = c.unit * c.between(4, 14) * (1 + np.cumsum(c.rng.normal(0, 0.02, len(turns))))
    points = centre + np.stack([np.cos(turns) * radii * c.between(0.8, 1.5), np.sin(turns) * radii], 1)
    polyline(mask, spline(points), c.stroke())
    c.blend(mask, c.pen())


def box(c):
    mask, (x, y) = c.blank(), c.place(0.25)
    w, h = c.unit * c.between(8, 24), c.unit * c.between(6, 18)
    cv2.rectangle(mask, (int(x - w / 2), int(y - h / 2)), (int(x + w / 2), int(y + h / 2)), 255, c.stroke(), cv2.LINE_AA)
    c.blend(mask, c.pen())


def scribble(c):
    mask, at = c.blank(), c.place(0.3)
    steps = np.cumsum(c.rng.normal(0, 3.5 * c.unit, (c.rng.integers(4, 12), 2)), 0)
    polyline(mask, spline(at + steps), c.stroke())
    c.blend(mask, c.pen())


def tick_or_cross(c):
    mask, at, size = c.blank(), c.place(), c.unit * c.between(3, 9)
    marks = [[(-1, 0), (-0.3, 0.8), (1, -0.9)]] if c.rng.random() < 0.5 else [[(-1, -1), (1, 1)], [(1, -1), (-1, 1)]]
    for mark in marks:
        polyline(mask, at + np.array(mark) * size, c.stroke() + 1)
    c.blend(mask, c.pen())


def glyphs(c, face, words, at, size):
    page = np.zeros((c.height, c.width, 3), np.uint8)
    face.putText(page, words, at, int(size), (255, 255, 255), -1, cv2.LINE_AA, True)
    return page[..., 0].copy()


def write(c, words, at, size, colour, outline=None, outline_width=2, alpha=1.0):
    face = cv2.freetype.createFreeType2()
    face.loadFontData(FONT_FILE, 0)
    at = (int(max(2, at[0])), int(np.clip(at[1], size + 2, c.height - 4)))
    if outline is not None:
        mask = glyphs(c, face, words, at, size)
        c.blend(cv2.dilate(mask, np.ones((2 * outline_width + 1,) * 2)), outline, alpha)
    c.blend(glyphs(c, face, words, at, size), colour, alpha)


def words_of(c):
    return WORDS[c.rng.integers(len(WORDS))]


def caption(c):
    x, y = c.place(0.15)
    write(c, words_of(c), (x * 0.5, y), c.unit * c.between(2.5, 7), c.pen())


def outlined_caption(c):
    x, y = c.place(0.15)
    light = c.rng.random() < 0.6
    inner, outer = ((255, 255, 255), c.pen()) if light else (c.pen(), (255, 255, 255))
    write(c, words_of(c), (x * 0.5, y), c.unit * c.between(3, 7), inner, outer, max(1, round(c.unit * c.between(0.2, 0.6))))


def text_box(c):
    x, y = c.place(0.2)
    w, h = c.unit * c.between(18, 40), c.unit * c.between(5, 9)
    mask = c.blank()
    cv2.rectangle(mask, (int(x - w / 2), int(y - h / 2)), (int(x + w / 2), int(y + h / 2)), 255, -1)
    dark = c.rng.random() < 0.4
    c.blend(mask, (0, 0, 0) if dark else (255, 255, 255), c.between(0.5, 1) if dark else c.between(0.75, 1))
    write(c, words_of(c)[:8], (x - w / 2 + c.unit, y + h * 0.2), h * 0.6, (255, 255, 255) if dark else (30, 30, 30))


def bar(c):
    x, y = c.place(0.2)
    w, h = c.unit * c.between(8, 28), c.unit * c.between(2.5, 8)
    colour = [(0, 0, 0), (255, 255, 255), (90, 90, 90), c.pen(), tuple(int(v) for v in c.image[int(y), int(x)])][c.rng.integers(5)]
    mask, angle = c.blank(), 0 if c.rng.random() < 0.7 else c.between(-30, 30)
    cv2.fillPoly(mask, [cv2.boxPoints(((x, y), (w, h), angle)).astype(np.int32)], 255, cv2.LINE_AA)
    c.blend(mask, colour)


def brush_cover(c):
    mask, (x, y) = c.blank(), c.place(0.3)
    reach, width = c.unit * c.between(6, 14), c.unit * c.between(3, 6)
    points = [(x - reach + 2 * reach * k / 5, y + c.unit * c.between(-1.5, 1.5)) for k in range(6)]
    polyline(mask, spline(np.array(points)), int(width))
    c.blend(mask, c.pen())


def highlight(c):
    mask, (x, y) = c.blank(), c.place(0.25)
    w, h = c.unit * c.between(8, 22), c.unit * c.between(3, 12)
    shape = c.rng.integers(3)
    if shape == 0:
        cv2.rectangle(mask, (int(x - w / 2), int(y - h / 2)), (int(x + w / 2), int(y + h / 2)), 255, -1)
    elif shape == 1:
        cv2.ellipse(mask, (int(x), int(y)), (int(w / 2), int(h / 2)), 0, 0, 360, 255, -1, cv2.LINE_AA)
    else:
        polyline(mask, spline(np.array([(x - w, y), (x, y + c.unit), (x + w, y - c.unit)])), int(c.unit * c.between(2, 5)))
    c.blend(mask, VIVID[c.rng.integers(len(VIVID))], c.between(0.2, 0.6))


def watermark(c):
    colour, alpha = ((255, 255, 255) if c.rng.random() < 0.7 else (90, 90, 90)), c.between(0.25, 0.7)
    if c.rng.random() < 0.5:
        corner = (c.width * c.between(0.55, 0.75), c.height * c.between(0.9, 0.97))
        write(c, words_of(c)[:7], corner, c.unit * c.between(2, 4), colour, None, 1, alpha)
        return
    tile, size = np.zeros((c.height, c.width, 3), np.uint8), c.unit * c.between(2.5, 4.5)
    face = cv2.freetype.createFreeType2()
    face.loadFontData(FONT_FILE, 0)
    words, step = words_of(c)[:6], int(size * c.between(4, 7))
    for y in range(int(size), c.height, step):
        for x in range(0, c.width, step * 2):
            face.putText(tile, words, (x, y), int(size), (255, 255, 255), -1, cv2.LINE_AA, True)
    turn = cv2.getRotationMatrix2D((c.width / 2, c.height / 2), c.between(15, 40), 1.2)
    c.blend(cv2.warpAffine(tile[..., 0].copy(), turn, (c.width, c.height)), colour, alpha)


def date_stamp(c):
    mask, scale = c.blank(), c.unit * c.between(0.09, 0.16)
    cv2.putText(mask, "2026 11 08", (int(c.width * 0.58), int(c.height * 0.93)), cv2.FONT_HERSHEY_SIMPLEX, scale, 255, max(1, round(scale * 2)), cv2.LINE_AA)
    c.blend(mask, (30, 130, 255))


def sticker(c):
    (x, y), r = c.place(0.25), c.unit * c.between(3, 9)
    yy, xx = np.mgrid[0 : c.height, 0 : c.width]
    kind = c.rng.integers(4)
    outline = c.blank()
    if kind == 0:  # a shaded face
        cv2.circle(outline, (int(x), int(y)), int(r), 255, -1, cv2.LINE_AA)
        shade = np.clip((yy - y + r) / (2 * r), 0, 1)[..., None]
        colour = np.array([80, 226, 255]) * (1 - shade) + np.array([20, 160, 250]) * shade
    elif kind == 1:  # a heart
        t = np.linspace(0, 6.28, 80)
        heart = np.stack([16 * np.sin(t) ** 3, -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))], 1)
        cv2.fillPoly(outline, [(heart * r / 16 + (x, y)).astype(np.int32)], 255, cv2.LINE_AA)
        colour = np.zeros((1, 1, 3)) + np.array([70, 50, 240])
    elif kind == 2:  # a star with a white rim
        turns = np.arange(10) * np.pi / 5
        star = np.stack([np.sin(turns), -np.cos(turns)], 1) * np.where(np.arange(10) % 2, 0.45, 1.0)[:, None]
        cv2.fillPoly(outline, [(star * r + (x, y)).astype(np.int32)], 255, cv2.LINE_AA)
        c.blend(cv2.dilate(outline, np.ones((int(r / 3) | 1,) * 2)), (255, 255, 255))
        colour = np.zeros((1, 1, 3)) + np.array([60, 190, 250])
    else:  # a numbered badge
        cv2.circle(outline, (int(x), int(y)), int(r * 0.6), 255, -1, cv2.LINE_AA)
        colour = np.zeros((1, 1, 3)) + np.array(c.pen())
    cover = outline[..., None] / 255.0
    c.image = np.clip(c.image * (1 - cover) + colour * cover, 0, 255).astype(np.uint8)
    if kind == 0:
        for side in (-1, 1):
            cv2.circle(c.image, (int(x + side * r * 0.35), int(y - r * 0.2)), max(1, int(r * 0.13)), (0, 58, 90), -1, cv2.LINE_AA)
        cv2.ellipse(c.image, (int(x), int(y + r * 0.45)), (int(r * 0.4), int(r * 0.25)), 0, 180, 360, (0, 58, 90), max(1, int(r * 0.12)), cv2.LINE_AA)
    if kind == 3:
        write(c, "3", (x - r * 0.3, y + r * 0.35), r, (255, 255, 255))


def interface(c):
    bar_height, alpha = c.unit * c.between(5, 10), c.between(0.3, 0.7)
    mask = c.blank()
    mask[: int(bar_height)] = 255
    if c.rng.random() < 0.6:
        mask[-int(bar_height) :] = 255
    if c.rng.random() < 0.7:
        c.blend(mask, (0, 0, 0), alpha)
    write(c, "1/5", (c.width / 2 - c.unit * 2, bar_height * 0.7), bar_height * 0.5, (255, 255, 255))
    cross = c.blank()
    size = bar_height * 0.25
    for a, b in (((-1, -1), (1, 1)), ((1, -1), (-1, 1))):
        polyline(cross, np.array([a, b]) * size + (bar_height, bar_height / 2), max(1, round(c.unit * 0.4)))
    for k in (-1, 0, 1):
        cv2.circle(cross, (int(c.width - bar_height + k * size), int(bar_height / 2)), max(1, int(size / 3)), 255, -1, cv2.LINE_AA)
    c.blend(cross, (255, 255, 255))
    if c.rng.random() < 0.5:
        play = c.blank()
        centre = np.array([c.width / 2, c.height / 2])
        cv2.circle(play, centre.astype(int), int(c.unit * 6), 255, -1, cv2.LINE_AA)
        c.blend(play, (0, 0, 0), 0.5)
        triangle = c.blank()
        cv2.fillPoly(triangle, [(np.array([(-0.35, -0.5), (0.6, 0), (-0.35, 0.5)]) * c.unit * 5 + centre).astype(np.int32)], 255, cv2.LINE_AA)
        c.blend(triangle, (255, 255, 255))


MARKS = {f.__name__.replace("_", "-"): f for f in (arrow, hand_circle, box, scribble, tick_or_cross, caption, outlined_caption, text_box, bar, brush_cover, highlight, watermark, date_stamp, sticker, interface)}
