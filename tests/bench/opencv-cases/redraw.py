"""Listing pictures drawn anew as a whole, as editors that go through a generator do it: the composition stays and every
pixel is another. A proxy, each part of it after what such editors are known for: detail finer than some pixels is made up
again, what is drawn drifts smoothly, the frame is cut and scaled to sizes that a generator has, small details are others."""

import cv2
import numpy as np
from damage import noise
from marks import Canvas

LEVELS = ("light", "medium", "strong")
TILE = 32


def band_limit(level, rng, c):
    """Finest scale that survives, as a sigma in pixels."""
    return (0.9, 1.5, 2.3)[level] * rng.uniform(0.8, 1.2) * max(0.6, c.unit / 10)


def drift(image, level, rng, c):
    """What is drawn moves by up to some pixels, together with what is near."""
    h, w = image.shape[:2]
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    reach = (0.5, 1.3, 2.8)[level] * rng.uniform(0.7, 1.3) * np.hypot(w, h) / 1000
    field = []
    for _ in range(2):
        length = c.unit * (2.5 * 6 ** rng.random())
        wave = sum(cv2.GaussianBlur(rng.normal(size=(h, w)).astype(np.float32), (0, 0), s) * s for s in (length, length / 3) if s > 1)
        field.append((wave / wave.std() * reach / 1.4).astype(np.float32))
    return cv2.remap(image, xx + field[0], yy + field[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def shuffled_phases(band, level, rng):
    """Texture with the strength and the spectrum that the band has there, and other detail."""
    step = TILE // 2
    h, w = band.shape[:2]
    rows, columns = (h + TILE) // step + 1, (w + TILE) // step + 1
    padded = cv2.copyMakeBorder(band, TILE, TILE * 2, TILE, TILE * 2, cv2.BORDER_REFLECT)
    window = np.hanning(TILE + 1)[:TILE].astype(np.float32)
    window = np.sqrt(np.outer(window, window))[..., None]
    out = np.zeros_like(padded)
    turn = (1.2, 2.2, 3.14)[level]
    for row in range(rows):
        strip = np.stack([padded[row * step : row * step + TILE, k * step : k * step + TILE] for k in range(columns)]) * window
        spectrum = np.fft.rfft2(strip, axes=(1, 2))
        phase = rng.uniform(-turn, turn, (*spectrum.shape[:3], 1))
        made = np.fft.irfft2(spectrum * np.exp(1j * phase), (TILE, TILE), axes=(1, 2)).astype(np.float32) * window
        for k in range(columns):
            out[row * step : row * step + TILE, k * step : k * step + TILE] += made[k]
    return out[TILE : TILE + h, TILE : TILE + w]


def quilted(low, band, rng, c):
    """Detail taken from the neighbourhood, where it looks alike."""
    h, w = low.shape[:2]
    best, chosen = np.full((h, w), np.inf, np.float32), np.zeros_like(band)
    for _ in range(16):
        angle, far = rng.uniform(0, 6.28), c.unit * rng.uniform(0.8, 5)
        move = np.float32([[1, 0, far * np.cos(angle)], [0, 1, far * np.sin(angle)]])
        there = lambda m: cv2.warpAffine(m, move, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        away = cv2.blur(np.abs(there(low) - low).sum(2), (9, 9)) + rng.uniform(0, 4)
        nearer = away < best
        best = np.where(nearer, away, best)
        chosen = np.where(nearer[..., None], there(band), chosen)
    return chosen


def repainted(image, level, rng, _):
    """A painter's pass over everything: even areas, hard edges, grain."""
    smooth = cv2.edgePreservingFilter(image, flags=1, sigma_s=(6, 12, 20)[level], sigma_r=(0.15, 0.25, 0.35)[level])
    return cv2.detailEnhance(smooth, sigma_s=6, sigma_r=0.12).astype(np.float32)


def resynthesised(image, level, rng, c):
    """Down to what a latent picture holds and up again, with new detail of the same statistics."""
    sigma = band_limit(level, rng, c)
    low = cv2.GaussianBlur(image, (0, 0), sigma).astype(np.float32)
    band = image.astype(np.float32) - low
    new = shuffled_phases(band, level, rng) if rng.random() < 0.5 else quilted(low, band, rng, c)
    return low + new * rng.uniform(0.6, 1.1)


def upscaled(image, level, rng, c):
    """Reduced and enlarged by an upscaler that draws hard edges and little texture."""
    h, w = image.shape[:2]
    factor = (2, 3, 4.5)[level] * rng.uniform(0.85, 1.15) * max(0.6, c.unit / 10)
    small = cv2.resize(image, (max(1, int(w / factor)), max(1, int(h / factor))), interpolation=cv2.INTER_AREA)
    small = cv2.bilateralFilter(small, 5, (12, 20, 30)[level], 3)
    large = cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    for _ in range(2):  # shock filter: edges as hard as a painter's
        laplace = cv2.Laplacian(cv2.GaussianBlur(large, (0, 0), 1.5), cv2.CV_32F, ksize=3)
        high, low = cv2.dilate(large, np.ones((3, 3))), cv2.erode(large, np.ones((3, 3)))
        large = large + 0.6 * np.where(laplace < 0, high - large, low - large)
    return large + (noise(c, c.unit * 0.6, 2) - 0.5)[..., None] * rng.uniform(4, 12)


def other_details(image, level, rng, c):
    """Small things with much detail (letters, logos, seams) come out as others."""
    h, w = image.shape[:2]
    gray = cv2.cvtColor(np.clip(image, 0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY)
    busy = cv2.GaussianBlur(np.abs(cv2.Laplacian(gray, cv2.CV_32F)), (0, 0), c.unit)
    cover = np.zeros((h, w), np.float32)
    for _ in range((3, 8, 16)[level]):
        y, x = divmod(int(rng.choice(h * w, p=busy.ravel().astype(np.float64) / busy.sum(dtype=np.float64))), w)
        cv2.ellipse(cover, (x, y), (int(c.unit * rng.uniform(1, 4)), int(c.unit * rng.uniform(0.7, 2))), 0, 0, 360, 1, -1)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    stir = [cv2.GaussianBlur(rng.normal(size=(h, w)).astype(np.float32), (0, 0), 3) * 30 for _ in range(2)]
    other = cv2.remap(image, xx + stir[0], yy + stir[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    soft = cv2.GaussianBlur(cover, (0, 0), 2)[..., None]
    return image * (1 - soft) + other * soft


def tone(image, rng):
    gray = image.mean(2, keepdims=True)
    image = gray + (image - gray) * rng.uniform(0.85, 1.3)
    image = (image - 128) * rng.uniform(0.92, 1.18) + 128 + rng.uniform(-10, 10)
    return 255 * np.clip(image * rng.uniform(0.95, 1.05, 3) / 255, 0, 1) ** rng.uniform(0.85, 1.2)


def to_generator_size(image, rng):
    """Cut or squeezed a little, to sides that a generator has; some pad to a square."""
    h, w = image.shape[:2]
    kind = rng.integers(5)
    if kind == 0:  # as it was
        return image
    if kind == 1:  # sides that are multiples of 64, squeezed
        side = 1024 / np.sqrt(h * w)
        size = (max(256, round(w * side / 64) * 64), max(256, round(h * side / 64) * 64))
        return cv2.resize(image, size, interpolation=cv2.INTER_AREA if side < 1 else cv2.INTER_CUBIC)
    if kind == 2:  # zoomed and shifted by a hair
        zoom = rng.uniform(0.985, 1.03)
        move = np.float32([[zoom, 0, w * ((1 - zoom) / 2 + rng.uniform(-0.01, 0.01))], [0, zoom * rng.uniform(0.985, 1.015), h * ((1 - zoom) / 2 + rng.uniform(-0.01, 0.01))]])
        return cv2.warpAffine(image, move, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    if kind == 3:  # cut to a multiple of 16
        return image[(h % 16) // 2 :, (w % 16) // 2 :][: h // 16 * 16, : w // 16 * 16].copy()
    side, colour = max(h, w), (255, 255, 255) if rng.random() < 0.6 else (0, 0, 0)  # padded to a square
    top, left = (side - h) // 2, (side - w) // 2
    square = cv2.copyMakeBorder(image, top, side - h - top, left, side - w - left, cv2.BORDER_CONSTANT, value=colour)
    return cv2.resize(square, (1024, 1024), interpolation=cv2.INTER_AREA if side > 1024 else cv2.INTER_CUBIC)


STYLES = (resynthesised, upscaled, repainted)


def redraw(image, index, rng, damage):
    """The picture drawn anew with `damage` in it, and the name of the style and of the level."""
    level, style = index % 3, STYLES[index // 3 % len(STYLES)]
    c = Canvas(image, rng)
    if rng.random() < 0.5:  # the damage is drawn with the rest
        damage(c)
    drawn = style(drift(c.image, level, rng, c), level, rng, c)
    drawn = tone(other_details(drawn, level, rng, c), rng)
    if rng.random() < 0.5:
        drawn = drawn + rng.uniform(0.3, 0.9) * (drawn - cv2.GaussianBlur(drawn, (0, 0), rng.uniform(0.8, 1.6)))
    after = Canvas(np.clip(drawn, 0, 255).astype(np.uint8), rng)
    if np.array_equal(c.image, image):
        damage(after)
    return to_generator_size(after.image, rng), f"{style.__name__}-{LEVELS[level]}"
