"""Compares a buyer's pictures with a shop's by OpenCV alone, as a native peer of the check listing-match.

Usage: opencv_listing.py PICTURE... -- LISTING...   prints one JSON object, times in milliseconds of each picture.
Each picture is decoded, brought to 1.1 megapixels, described by ORB and by SIFT, matched with each listing picture by
ratio, and laid over it by RANSAC. It says nothing of what was changed, which the check does in the same time.
"""
import json
import resource
import sys
import time

import cv2
import numpy

WORKING_PIXELS = 1_100_000
KEYPOINTS = 2500
RATIO = 0.8


def milliseconds_of(work):
    start = time.perf_counter()
    result = work()
    return result, 1000 * (time.perf_counter() - start)


def at_working_size(path):
    image = cv2.imread(path, cv2.IMREAD_COLOR)
    height, width = image.shape[:2]
    scale = min(1, (WORKING_PIXELS / (width * height)) ** 0.5)
    return cv2.cvtColor(
        cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA),
        cv2.COLOR_BGR2GRAY,
    )


def compare(detector, norm, gray, listing):
    points, descriptors = detector.detectAndCompute(gray, None)
    inliers = 0
    for listing_points, listing_descriptors in listing:
        if descriptors is None or listing_descriptors is None:
            continue
        pairs = cv2.BFMatcher(norm).knnMatch(descriptors, listing_descriptors, k=2)
        good = [pair[0] for pair in pairs if len(pair) == 2 and pair[0].distance < RATIO * pair[1].distance]
        if len(good) < 4:
            continue
        copy = numpy.float32([points[match.queryIdx].pt for match in good])
        source = numpy.float32([listing_points[match.trainIdx].pt for match in good])
        _, mask = cv2.findHomography(source, copy, cv2.RANSAC, 3)
        inliers = max(inliers, 0 if mask is None else int(mask.sum()))
    return inliers


def main():
    middle = sys.argv.index("--")
    pictures, listing_paths = sys.argv[1:middle], sys.argv[middle + 1 :]
    decoded = [milliseconds_of(lambda path=path: at_working_size(path)) for path in pictures]
    listing = [at_working_size(path) for path in listing_paths]
    hashed = [milliseconds_of(lambda gray=gray: cv2.img_hash.pHash(gray)) for gray, _ in decoded]
    answer = {"decode": [elapsed for _, elapsed in decoded], "hash": [elapsed for _, elapsed in hashed], "version": cv2.__version__}
    methods = {
        "orb": (cv2.ORB_create(KEYPOINTS), cv2.NORM_HAMMING),
        "sift": (cv2.SIFT_create(KEYPOINTS), cv2.NORM_L2),
    }
    for name, (detector, norm) in methods.items():
        described = [detector.detectAndCompute(gray, None) for gray in listing]
        compared = [
            milliseconds_of(lambda gray=gray: compare(detector, norm, gray, described)) for gray, _ in decoded
        ]
        answer[name] = [elapsed for _, elapsed in compared]
        answer[name + "Inliers"] = [inliers for inliers, _ in compared]
    answer["peakBytes"] = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(answer))


main()
