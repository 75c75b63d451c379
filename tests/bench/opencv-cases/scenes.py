"""Honest second photographs, and photographs of a screen."""

import cv2
import numpy as np
from damage import noise
from delivery import jpeg, warp_of
from marks import Canvas


def camera(image, rng):
    """Lens distortion, uneven light, blur and noise of a hand-held phone."""
    h, w = image.shape[:2]
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    u, v = (xx - w / 2) / max(w, h), (yy - h / 2) / max(w, h)
    k = float(rng.choice([-1, 1]) * 0.06 * 0.05 ** rng.random())
    bend = 1 + k * (u * u + v * v)
    image = cv2.remap(image, u * bend * max(w, h) + w / 2, v * bend * max(w, h) + h / 2, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    light = 1 + rng.uniform(-0.25, 0.25) * u + rng.uniform(-0.25, 0.25) * v
    image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.1)).astype(np.float32) * light[..., None] * rng.uniform(0.85, 1.1, 3)
    return jpeg(np.clip(image + rng.normal(0, rng.uniform(1.5, 5), image.shape), 0, 255).astype(np.uint8), rng.integers(70, 93))


def flat_goods(image, rng, others):
    """Printed goods photographed: the print is a plane, the table around it goes on."""
    h, w = image.shape[:2]
    degrees = float(rng.choice([1.5, 4, 10, 20]))
    matrix = warp_of(w, h, degrees, rng)
    size = float(rng.choice([0.75, 1.12]))
    matrix = np.vstack([cv2.getRotationMatrix2D((w / 2, h / 2), 0, size), [0, 0, 1]]) @ matrix
    table = cv2.resize(others[0], (w, h), interpolation=cv2.INTER_AREA)
    view = cv2.warpPerspective(image, matrix, (w, h), dst=table.copy(), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
    return camera(view, rng), f"flat-{degrees:g}-{size:g}"


def cloth(image, rng, _):
    """A garment laid flat twice: nearly a plane, the folds moved a little."""
    h, w = image.shape[:2]
    c = Canvas(image, rng)
    reach = float(rng.choice([2, 5, 12])) * np.hypot(w, h) / 1000
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    moved = cv2.remap(image, xx + (noise(c, 40 * c.unit, 2) - 0.5) * 2 * reach, yy + (noise(c, 40 * c.unit, 2) - 0.5) * 2 * reach, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    view = cv2.warpPerspective(moved, warp_of(w, h, 6, rng), (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return camera(view, rng), f"cloth-{reach * 1000 / np.hypot(w, h):.0f}"


def parallax(image, rng, _):
    """A second view from nearly the same place: near parts move more than far ones."""
    h, w = image.shape[:2]
    c = Canvas(image, rng)
    permille = float(rng.choice([1, 2.5, 6, 15]))
    depth = np.round(noise(c, 35 * c.unit, 2) * 6) / 6 if rng.random() < 0.5 else noise(c, 50 * c.unit, 2)
    angle = rng.uniform(0, 6.28)
    shift = (depth * permille * np.hypot(w, h) / 1000).astype(np.float32)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    moved = cv2.remap(image, (xx + shift * np.cos(angle)).astype(np.float32), (yy + shift * np.sin(angle)).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    view = cv2.warpPerspective(moved, warp_of(w, h, 2, rng), (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return camera(view, rng), f"parallax-{permille:g}"


def screen_photo(image, rng, others):
    """A photograph of a screen that shows the picture: bezel, moiré, glow, perspective."""
    h, w = image.shape[:2]
    shown = cv2.copyMakeBorder(image, int(h * 0.12), int(h * 0.12), 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    shown = cv2.copyMakeBorder(shown, int(h * 0.04), int(h * 0.04), int(w * 0.04), int(w * 0.04), cv2.BORDER_CONSTANT, value=(18, 18, 18))
    sh, sw = shown.shape[:2]
    yy, xx = np.mgrid[0:sh, 0:sw].astype(np.float32)
    wave = 1 + 0.05 * np.sin(xx * rng.uniform(0.3, 1.2) + yy * rng.uniform(-0.3, 0.3)) * np.sin(yy * rng.uniform(0.3, 1.2))
    shown = np.clip(shown * wave[..., None], 0, 255).astype(np.uint8)
    degrees = float(rng.choice([2, 6, 12]))
    size = float(rng.choice([0.8, 1.15]))
    matrix = np.vstack([cv2.getRotationMatrix2D((sw / 2, sh / 2), 0, size), [0, 0, 1]]) @ warp_of(sw, sh, degrees, rng)
    table = cv2.resize(others[0], (sw, sh), interpolation=cv2.INTER_AREA)
    view = cv2.warpPerspective(shown, matrix, (sw, sh), dst=table.copy(), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
    return camera(view, rng), f"screen-{degrees:g}-{size:g}"


def framed(image, rng, others):
    """Goods photographed as the listing shows them, by a hand that takes pains to have the same frame: the hardest honest pair."""
    h, w = image.shape[:2]
    c = Canvas(image, rng)
    kind, moved = int(rng.integers(3)), image
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    if kind > 0:  # a flat print is a plane; cloth has folds, and a low relief parallax
        reach = float(rng.uniform(0.5, 5)) * np.hypot(w, h) / 1000
        fields = [(noise(c, (30, 50)[kind - 1] * c.unit, 2) - 0.5) * 2 * reach for _ in range(2 if kind == 1 else 1)]
        along = rng.uniform(0, 6.28)
        shift = fields if kind == 1 else [fields[0] * np.cos(along), fields[0] * np.sin(along)]
        moved = cv2.remap(image, (xx + shift[0]).astype(np.float32), (yy + shift[1]).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    held = warp_of(w, h, float(rng.choice([0.5, 1, 2])), rng)
    place = cv2.getRotationMatrix2D((w / 2, h / 2), 0, rng.uniform(0.98, 1.02)) + [[0, 0, w * rng.uniform(-0.01, 0.01)], [0, 0, h * rng.uniform(-0.01, 0.01)]]
    view = cv2.warpPerspective(moved, np.vstack([place, [0, 0, 1]]) @ held, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return camera(view, rng), ("print", "cloth", "relief")[kind]


GENUINE = {"flat-goods": flat_goods, "cloth": cloth, "parallax": parallax}
