"""Time of a brute-force search in eight orientations among random hashes: exclusive or, bits by table, in native code.

Run: python3 tests/bench/fingerprints/scan-with-numpy.py COUNT
"""
import sys
import time

import numpy

count = int(sys.argv[1])
generator = numpy.random.default_rng(1)
hashes = generator.integers(0, 2**16, (count, 16), dtype=numpy.uint16)
orientations = generator.integers(0, 2**16, (8, 16), dtype=numpy.uint16)
bits = numpy.array([bin(word).count("1") for word in range(2**16)], dtype=numpy.uint8)
times = []
for _ in range(3):
    start = time.perf_counter()
    for orientation in orientations:
        numpy.flatnonzero(bits[hashes ^ orientation].sum(axis=1, dtype=numpy.uint16) <= 31)
    times.append((time.perf_counter() - start) * 1000)
print(f"n = {len(times)}, median {sorted(times)[1]:.0f} ms")
