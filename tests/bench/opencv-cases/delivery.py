"""What happens to a picture on its way to the seller. Each takes and returns the picture and the mask of what was changed."""

import cv2
import numpy as np
from marks import Canvas, write


def jpeg(image, quality):
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], cv2.IMREAD_COLOR)


def both(image, mask, warp):
    return warp(image, cv2.INTER_AREA), warp(mask, cv2.INTER_NEAREST)


def re_save(image, mask, rng, _):
    return jpeg(image, rng.integers(45, 92)), mask


def chat(image, mask, rng, _):
    scale = min(1, 1080 / max(image.shape[:2])) * rng.uniform(0.6, 1)
    image, mask = both(jpeg(image, 70), mask, lambda m, how: cv2.resize(m, None, fx=scale, fy=scale, interpolation=how))
    return jpeg(image, rng.integers(50, 80)), mask


def crop(image, mask, rng, _, share=(0.4, 0.85)):
    h, w = image.shape[:2]
    keep = np.sqrt(rng.uniform(*share))
    ch, cw = int(h * keep), int(w * keep)
    ys, xs = np.nonzero(mask > 127)
    y, x = (int(ys.mean()), int(xs.mean())) if len(ys) else (h // 2, w // 2)
    top = int(np.clip(y - ch * rng.uniform(0.3, 0.7), 0, h - ch))
    left = int(np.clip(x - cw * rng.uniform(0.3, 0.7), 0, w - cw))
    return image[top : top + ch, left : left + cw].copy(), mask[top : top + ch, left : left + cw].copy()


def crop_40(image, mask, rng, others):
    return crop(image, mask, rng, others, (0.38, 0.42))


def scale(image, mask, rng, _):
    factor = max(rng.uniform(0.4, 1.7), 240 / min(image.shape[:2]))
    return both(image, mask, lambda m, how: cv2.resize(m, None, fx=factor, fy=factor, interpolation=how if factor < 1 or m.ndim == 2 else cv2.INTER_CUBIC))


def mirror(image, mask, rng, _):
    return image[:, ::-1].copy(), mask[:, ::-1].copy()


def tilt(image, mask, rng, _):
    h, w = image.shape[:2]
    turn = cv2.getRotationMatrix2D((w / 2, h / 2), rng.uniform(-8, 8), 1.15)
    return both(image, mask, lambda m, how: cv2.warpAffine(m, turn, (w, h), flags=how if m.ndim == 2 else cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT if m.ndim == 3 else cv2.BORDER_CONSTANT))


def tone(image, mask, rng, _):
    gamma, gain = rng.uniform(0.75, 1.3), rng.uniform(0.92, 1.08, 3)
    image = np.clip(255 * (image / 255.0) ** gamma * gain, 0, 255).astype(np.uint8)
    return jpeg(image, rng.integers(60, 90)), mask


def beauty(image, mask, rng, _):
    smooth = cv2.bilateralFilter(image, 7, 30, 5)
    return np.clip(smooth * 1.05 + 6, 0, 255).astype(np.uint8), mask


def warp_of(w, h, degrees, rng):
    """The homography of a plane that a camera with a normal lens sees turned by up to so many degrees about each axis."""
    focal = 1.2 * max(w, h)
    turn, _ = cv2.Rodrigues(np.radians(rng.uniform(-degrees, degrees, 3)))
    lens = np.array([[focal, 0, w / 2], [0, focal, h / 2], [0, 0, 1]])
    return lens @ turn @ np.linalg.inv(lens)


def perspective(image, mask, rng, _, degrees=5):
    h, w = image.shape[:2]
    matrix = warp_of(w, h, degrees, rng)
    inset = cv2.getRotationMatrix2D((w / 2, h / 2), 0, 1 + 0.03 * degrees)
    matrix = np.vstack([inset, [0, 0, 1]]) @ matrix
    return both(image, mask, lambda m, how: cv2.warpPerspective(m, matrix, (w, h), flags=how if m.ndim == 2 else cv2.INTER_CUBIC))


def scan(image, mask, rng, others):
    """A scanner app cuts out a slightly wrong quadrilateral and pulls it to a rectangle."""
    h, w = image.shape[:2]
    corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    cut = (corners + rng.uniform(-0.04, 0.04, (4, 2)) * (w, h)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(cut, corners)
    return both(image, mask, lambda m, how: cv2.warpPerspective(m, matrix.astype(np.float64), (w, h), flags=how if m.ndim == 2 else cv2.INTER_CUBIC))


def border_caption(image, mask, rng, _):
    h, w = image.shape[:2]
    side, foot = int(w * rng.uniform(0, 0.06)), int(h * rng.uniform(0.08, 0.2))
    colour = [(255, 255, 255), (0, 0, 0), (200, 230, 250)][rng.integers(3)]
    framed = cv2.copyMakeBorder(image, side, foot, side, side, cv2.BORDER_CONSTANT, value=colour)
    c = Canvas(framed, rng)
    write(c, "收到的商品", (side + 10, h + side + foot * 0.7), foot * 0.45, (0, 0, 220) if sum(colour) else (255, 255, 255))
    return c.image, cv2.copyMakeBorder(mask, side, foot, side, side, cv2.BORDER_CONSTANT, value=0)


def screenshot(image, mask, rng, _):
    w = int(rng.choice([720, 1080]))
    h = int(w * rng.uniform(1.9, 2.2))
    shown = min(w / image.shape[1], 0.75 * h / image.shape[0])
    image, mask = both(image, mask, lambda m, how: cv2.resize(m, None, fx=shown, fy=shown, interpolation=how))
    back = int(rng.choice([0, 245, 255]))
    page, cover = np.full((h, w, 3), back, np.uint8), np.zeros((h, w), np.uint8)
    top, left = (h - image.shape[0]) // 2, (w - image.shape[1]) // 2
    page[top : top + image.shape[0], left : left + image.shape[1]] = image
    cover[top : top + image.shape[0], left : left + image.shape[1]] = mask
    c = Canvas(page, rng)
    ink = (230, 230, 230) if back == 0 else (40, 40, 40)
    write(c, "09:41  中国移动", (20, 40), 26, ink)
    write(c, "查看原图   保存   更多", (w * 0.2, h - 50), 32, ink)
    return c.image, cover


def side_by_side(image, mask, rng, others):
    h, w = image.shape[:2]
    other = cv2.resize(others[0], (w, h), interpolation=cv2.INTER_AREA)
    blank, gap = np.zeros_like(mask), int(rng.choice([0, 8]))
    parts = [(image, mask), (other, blank)] if rng.random() < 0.5 else [(other, blank), (image, mask)]
    line = np.full((h, gap, 3), 255, np.uint8)
    return np.hstack([parts[0][0], line, parts[1][0]]), np.hstack([parts[0][1], line[..., 0] * 0, parts[1][1]])


def grid_2x2(image, mask, rng, others):
    h, w = image.shape[:2]
    cells = [(image, mask)] + [(cv2.resize(o, (w, h), interpolation=cv2.INTER_AREA), np.zeros_like(mask)) for o in others[:3]]
    cells = [cells[k] for k in rng.permutation(4)]
    stack = lambda part: np.vstack([np.hstack([cells[0][part], cells[1][part]]), np.hstack([cells[2][part], cells[3][part]])])
    shrink = min(1, 1440 / (2 * max(h, w)))
    return both(stack(0), stack(1), lambda m, how: cv2.resize(m, None, fx=shrink, fy=shrink, interpolation=how))


def small_in_page(image, mask, rng, others):
    """The picture as a thumbnail in a chat's screenshot."""
    shown = 0.45 * 1080 / image.shape[1]
    image, mask = both(image, mask, lambda m, how: cv2.resize(m, None, fx=shown, fy=shown, interpolation=how))
    page, cover = np.full((1920, 1080, 3), 240, np.uint8), np.zeros((1920, 1080), np.uint8)
    top, left = int(rng.integers(200, max(201, 1800 - image.shape[0]))), int(rng.choice([140, 450]))
    image, mask = image[: 1900 - top], mask[: 1900 - top]
    page[top : top + image.shape[0], left : left + image.shape[1]] = image
    cover[top : top + image.shape[0], left : left + image.shape[1]] = mask
    c = Canvas(page, rng)
    for y in (80, 150, top - 30, 1880):
        write(c, "你好，请看一下这个问题", (160, y), 34, (40, 40, 40))
    return c.image, cover


DELIVERIES = {f.__name__.replace("_", "-"): f for f in (re_save, chat, crop, crop_40, scale, mirror, tilt, tone, beauty, border_caption, screenshot, perspective, scan, side_by_side, grid_2x2, small_in_page)}
USUAL = [name for name in DELIVERIES if name not in ("perspective", "scan", "side-by-side", "grid-2x2", "small-in-page", "crop-40")]
