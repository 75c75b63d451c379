"""What hides part of a picture with the picture's own content: mosaics, blurs, spotlights, insets, frames."""

import cv2
import numpy as np


def shape_mask(c):
    mask, (x, y) = c.blank(), c.place(0.3)
    w, h = c.unit * c.between(8, 24), c.unit * c.between(5, 16)
    shape = c.rng.integers(3)
    if shape == 0:
        cv2.rectangle(mask, (int(x - w / 2), int(y - h / 2)), (int(x + w / 2), int(y + h / 2)), 255, -1)
    elif shape == 1:
        cv2.ellipse(mask, (int(x), int(y)), (int(w / 2), int(h / 2)), c.between(0, 180), 0, 360, 255, -1)
    else:
        for _ in range(c.rng.integers(3, 9)):
            cv2.circle(mask, (int(x + c.between(-w, w) / 2), int(y + c.between(-h, h) / 2)), int(c.unit * c.between(2, 4)), 255, -1)
    return mask


def mosaic(c):
    mask, side = shape_mask(c), max(4, round(c.unit * c.between(0.8, 4)))
    small = cv2.resize(c.image, (max(1, c.width // side), max(1, c.height // side)), interpolation=cv2.INTER_AREA)
    if c.rng.random() < 0.3:  # an app that takes one pixel of each square
        small = cv2.resize(cv2.blur(c.image, (3, 3)), (small.shape[1], small.shape[0]), interpolation=cv2.INTER_NEAREST)
    blocky = cv2.resize(small, (c.width, c.height), interpolation=cv2.INTER_NEAREST)
    if c.rng.random() < 0.4:  # the brush covers whole squares
        whole = cv2.resize(cv2.resize(mask, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_NEAREST), (c.width, c.height), interpolation=cv2.INTER_NEAREST)
        mask = whole
    c.image = np.where(mask[..., None] > 127, blocky, c.image)


def blur(c):
    mask, kind = shape_mask(c), c.rng.integers(3)
    if kind == 0:
        smooth = cv2.GaussianBlur(c.image, (0, 0), max(1.5, c.unit * c.between(0.4, 2.5)))
    elif kind == 1:
        side = int(c.unit * c.between(1.5, 6)) | 1
        smooth = cv2.blur(c.image, (side, side))
    else:
        smooth = cv2.medianBlur(c.image, min(99, int(c.unit * c.between(1.5, 5)) | 1))
    soft = cv2.GaussianBlur(mask, (0, 0), c.unit) if c.rng.random() < 0.4 else mask
    cover = soft[..., None] / 255.0
    c.image = (c.image * (1 - cover) + smooth * cover).astype(np.uint8)


def spotlight(c):
    mask, (x, y) = c.blank(), c.place(0.35)
    cv2.circle(mask, (int(x), int(y)), int(c.unit * c.between(12, 22)), 255, -1, cv2.LINE_AA)
    c.blend(255 - mask, (0, 0, 0), c.between(0.25, 0.55))


def inset(c):
    (x, y), r = c.place(0.35), int(c.unit * c.between(5, 8))
    x, y = int(x), int(y)
    part = c.image[max(0, y - r // 2) : y + r // 2, max(0, x - r // 2) : x + r // 2]
    side = 2 * r
    part = cv2.resize(part, (side, side), interpolation=cv2.INTER_CUBIC)
    left = 6 if x > c.width / 2 else c.width - side - 6
    top = 6 if y > c.height / 2 else c.height - side - 6
    c.image[top : top + side, left : left + side] = part
    cv2.rectangle(c.image, (left, top), (left + side, top + side), (40, 40, 250) if c.rng.random() < 0.5 else (255, 255, 255), max(2, int(c.unit * 0.5)))


def frame(c):
    mask = c.blank()
    width = int(c.unit * c.between(1.5, 5))
    cv2.rectangle(mask, (0, 0), (c.width - 1, c.height - 1), 255, 2 * width)
    if c.rng.random() < 0.4:
        mask[-3 * width :] = 255
    c.blend(mask, [(255, 255, 255), (0, 0, 0), (220, 190, 255), (190, 230, 250)][c.rng.integers(4)])


COVERS = {f.__name__: f for f in (mosaic, blur, spotlight, inset, frame)}
