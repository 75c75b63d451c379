"""Damage that somebody painted onto a photograph; each returns the new picture, the mask follows from the difference."""

import cv2
import numpy as np
from marks import polyline


def noise(c, scale, octaves=3):
    """Smooth noise, 0 to 1."""
    total = np.zeros((c.height, c.width), np.float32)
    for k in range(octaves):
        size = (max(2, int(c.width / scale * 2**k)), max(2, int(c.height / scale * 2**k)))
        total += cv2.resize(c.rng.random(size[::-1], np.float32), (c.width, c.height), interpolation=cv2.INTER_CUBIC) / 2**k
    total -= total.min()
    return total / max(1e-6, total.max())


def blob(c, at, radius, soft):
    yy, xx = np.mgrid[0 : c.height, 0 : c.width].astype(np.float32)
    reach = radius * (0.55 + 0.9 * noise(c, radius * 0.9))
    return np.clip((reach - np.hypot(xx - at[0], yy - at[1])) / max(1, soft * radius) + 0.5, 0, 1)


def radius_of(c):
    share = 0.002 * 15 ** c.between(0, 1)
    return float(np.sqrt(share * c.width * c.height / np.pi))


def walk(c, at, length, turn):
    angle, points = c.between(0, 6.28), [at]
    for _ in range(int(max(6, length / (c.unit * 0.8)))):
        angle += c.rng.normal(0, turn)
        points.append(points[-1] + c.unit * 0.8 * np.array([np.cos(angle), np.sin(angle)]))
    return np.array(points)


def mix(c, cover, colour):
    cover = np.atleast_3d(cover)
    c.image = np.clip(c.image * (1 - cover) + np.asarray(colour, np.float32) * cover + 0.5, 0, 255).astype(np.uint8)


def crack(c):
    at, r = c.place(0.3), radius_of(c)
    dark, light = c.blank(), c.blank()
    for _ in range(c.rng.integers(2, 6)):
        path = walk(c, at, r * c.between(1.5, 4), 0.45)
        for k, (a, b) in enumerate(zip(path[:-1], path[1:])):
            width = max(1, round(c.unit * 0.6 * (1 - k / len(path))))
            polyline(dark, [a, b], width)
            polyline(light, [a + width, b + width], 1)
    mix(c, light / 255.0 * 0.5, (230, 230, 230))
    mix(c, cv2.GaussianBlur(dark, (3, 3), 0) / 255.0 * c.between(0.75, 1), (25, 30, 35))


def scratch(c):
    at, r, mask = c.place(0.3), radius_of(c), c.blank()
    for _ in range(c.rng.integers(1, 7)):
        polyline(mask, walk(c, at + c.rng.normal(0, r / 3, 2), r * c.between(2, 5), 0.08), max(1, round(c.unit * c.between(0.15, 0.5))))
    level = c.between(150, 240)
    mix(c, cv2.GaussianBlur(mask, (3, 3), 0) / 255.0 * (0.5 + 0.5 * noise(c, c.unit * 4)), (level, level, level))


def stain(c):
    at, r = c.place(0.3), radius_of(c)
    tint = np.array([c.between(0.2, 0.6), c.between(0.4, 0.75), c.between(0.5, 0.85)])
    cover = blob(c, at, r, c.between(0.1, 0.6)) * (0.6 + 0.4 * noise(c, r / 2))
    mix(c, cover, c.image * tint)


def ring_stain(c):
    at, r = c.place(0.3), radius_of(c) * 1.4
    outer, inner = blob(c, at, r, 0.15), blob(c, at, r * 0.85, 0.15)
    mix(c, np.clip(outer - inner * 0.7, 0, 1), c.image * np.array([0.45, 0.6, 0.75]))


def hole(c):
    at, r = c.place(0.3), radius_of(c)
    level = c.between(8, 50)
    mix(c, blob(c, at, r, 0.08), np.dstack([noise(c, r / 3) * 25 + level] * 3))


def tear(c):
    at, r = c.place(0.3), radius_of(c)
    cover = blob(c, at, r, 0.05)
    rim = np.clip(cv2.GaussianBlur(cover, (0, 0), c.unit * 0.6) - cover, 0, 1)
    fibre = noise(c, c.unit * 1.2) * 50 + c.between(110, 190)
    mix(c, cover, np.dstack([fibre * 0.9, fibre * 0.95, fibre]))
    mix(c, rim * 0.6, (20, 20, 20))


def mould(c):
    at, r = c.place(0.3), radius_of(c) * 1.5
    spots = np.clip((noise(c, r * 0.25) - 0.5) * 7, 0, 0.9)
    mix(c, blob(c, at, r, 0.3) * spots, (c.between(50, 110), c.between(80, 120), c.between(60, 110)))


def splatter(c):
    at, r, mask = c.place(0.3), radius_of(c), c.blank()
    for _ in range(c.rng.integers(15, 50)):
        x, y = at + c.rng.normal(0, r, 2)
        cv2.circle(mask, (int(x), int(y)), max(1, int(abs(c.rng.normal(0, r * 0.18)))), 255, -1, cv2.LINE_AA)
    mix(c, cv2.GaussianBlur(mask, (0, 0), 1) / 255.0 * c.between(0.7, 0.95), (c.between(10, 60), c.between(30, 80), c.between(50, 110)))


def dent(c):
    at, r, angle = c.place(0.3), radius_of(c), c.between(0, 6.28)
    yy, xx = np.mgrid[0 : c.height, 0 : c.width].astype(np.float32)
    side = np.clip(((xx - at[0]) * np.cos(angle) + (yy - at[1]) * np.sin(angle)) / r, -1, 1)
    mix(c, blob(c, at, r, 0.5), c.image * (1 + 0.55 * side)[..., None])


def warped(c):
    at, r = c.place(0.3), radius_of(c) * 1.6
    yy, xx = np.mgrid[0 : c.height, 0 : c.width].astype(np.float32)
    fall = np.exp(-((xx - at[0]) ** 2 + (yy - at[1]) ** 2) / (2 * (r / 2) ** 2))
    pushed = cv2.remap(c.image, xx + fall * r * c.between(0.25, 0.6), yy + fall * r * c.between(-0.5, 0.5), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    c.image = pushed


def erased(c):
    at, r = c.place(0.3), radius_of(c)
    mask = (blob(c, at, r, 0.05) > 0.5).astype(np.uint8) * 255
    c.image = cv2.inpaint(c.image, mask, 5, cv2.INPAINT_TELEA)


def pasted(c):
    at, r = c.place(0.35), radius_of(c)
    other = np.roll(c.image[:, ::-1], (int(c.height * c.between(0.2, 0.4)), int(c.width * c.between(0.2, 0.4))), (0, 1))
    mask = (blob(c, at, r, 0.05) > 0.5).astype(np.uint8) * 255
    if mask.any() and c.rng.random() < 0.5:
        x, y, w, h = cv2.boundingRect(mask)
        if x > 1 and y > 1 and x + w < c.width - 2 and y + h < c.height - 2:
            c.image = cv2.seamlessClone(other, c.image, mask, (x + w // 2, y + h // 2), cv2.NORMAL_CLONE)
            return
    mix(c, mask / 255.0, other)


DAMAGES = {f.__name__.replace("_", "-"): f for f in (crack, scratch, stain, ring_stain, hole, tear, mould, splatter, dent, warped, erased, pasted)}
