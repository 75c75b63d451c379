"""Generates claims with OpenCV, independent of the generator in TypeScript:
`python3 generate.py --photos LIST.txt --out DIR --seed N --count N --families altered,overlay,resent,long,collage,genuine,framed,screen,redrawn`.
LIST.txt holds one photograph a line. Writes pictures and cases.jsonl: id, family, kind, delivery, listing, buyer, truth."""

import argparse
import json
import os

import cv2
import numpy as np
from covers import COVERS
from damage import DAMAGES
from delivery import DELIVERIES, USUAL
from marks import MARKS, Canvas
from redraw import redraw
from scenes import GENUINE, framed, screen_photo

OVERLAYS = {**MARKS, **COVERS}
GENTLE = ["re-save", "chat", "crop", "scale", "screenshot", "border-caption"]
MIN_CHANGED_SHARE = 0.0015
SHAPED = ["perspective", "scan", "side-by-side", "grid-2x2", "small-in-page", "crop-40"]


def load(path, side=1000):
    image = cv2.imread(path, cv2.IMREAD_COLOR)
    shrink = min(1, side / max(image.shape[:2]))
    return cv2.resize(image, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else image


def changed(before, after):
    difference = np.abs(before.astype(int) - after).max(2)
    return (difference > 12).astype(np.uint8) * 255


def make(family, index, image, others, rng):
    """Returns listing, buyer's picture, mask or None, kind, delivery."""
    mask, listing = np.zeros(image.shape[:2], np.uint8), image
    if family == "genuine":
        buyer, kind = list(GENUINE.values())[index % len(GENUINE)](image, rng, others)
        return listing, buyer, None, kind, "none"
    if family == "framed":
        buyer, kind = framed(image, rng, others)
        return listing, buyer, None, kind, "none"
    if family == "screen":
        buyer, kind = screen_photo(image, rng, others)
        return listing, buyer, None, kind, "none"
    if family == "redrawn":
        buyer, kind = redraw(image, index, rng, list(DAMAGES.values())[int(rng.integers(len(DAMAGES)))])
        name = GENTLE[(index + index // 9) % len(GENTLE)]
        return listing, DELIVERIES[name](buyer, np.zeros(buyer.shape[:2], np.uint8), rng, others)[0], None, kind, name
    kind, buyer = "plain", image
    if family in ("altered", "shaped", "long"):
        kind = list(DAMAGES)[index % len(DAMAGES)]
        for _ in range(8):  # until it can be seen
            c = Canvas(image, rng)
            DAMAGES[kind](c)
            buyer, mask = c.image, changed(image, c.image)
            if mask.mean() > 255 * MIN_CHANGED_SHARE:
                break
    if family == "overlay":
        kind = list(OVERLAYS)[index % len(OVERLAYS)]
        c = Canvas(image, rng)
        OVERLAYS[kind](c)
        buyer = c.image
    names = {"overlay": GENTLE, "shaped": SHAPED, "resent": list(DELIVERIES)}.get(family, USUAL)
    name = names[(index + index // len(names)) % len(names)]
    if family == "long":
        name, width = "re-save", 750
        parts = [cv2.resize(p, (width, int(p.shape[0] * width / p.shape[1])), interpolation=cv2.INTER_AREA) for p in [others[0], image, *others[1:]]]
        listing = np.vstack(parts)
    buyer, mask = DELIVERIES[name](buyer, mask, rng, others)
    return listing, buyer, mask if family in ("altered", "shaped", "long") else None, kind, name


def main():
    parser = argparse.ArgumentParser()
    for name in ("photos", "out", "seed", "count", "families"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    photos = open(options.photos, encoding="utf8").read().split("\n")
    photos = [path for path in photos if path]
    os.makedirs(options.out, exist_ok=True)
    with open(os.path.join(options.out, "cases.jsonl"), "w", encoding="utf8") as lines:
        for family in options.families.split(","):
            for index in range(int(options.count)):
                rng = np.random.default_rng([int(options.seed), index, *family.encode()])
                chosen = [load(photos[k]) for k in rng.choice(len(photos), 5, replace=False)]
                listing, buyer, mask, kind, delivery = make(family, index, chosen[0], chosen[1:], rng)
                name = f"{family}-{index:03d}-{kind}-{delivery}"
                line = {"id": name, "family": family, "kind": kind, "delivery": delivery, "listing": f"{name}.l.jpg", "buyer": f"{name}.b.jpg"}
                cv2.imwrite(os.path.join(options.out, line["listing"]), listing, [cv2.IMWRITE_JPEG_QUALITY, 92])
                cv2.imwrite(os.path.join(options.out, line["buyer"]), buyer, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(60, 92))])
                if mask is not None:
                    line["truth"] = f"{name}.m.png"
                    cv2.imwrite(os.path.join(options.out, line["truth"]), mask)
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")


main()
