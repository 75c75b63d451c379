import { makeScene, takePhoto } from '../fixtures/make-photo.ts';
import { pictureOfRaster } from '../fixtures/picture-of-raster.ts';
import type { ListingCase } from './listing-case.ts';
import { between, seededRandom } from './seeded-random.ts';

/** How far the camera moved, at least and at most, in units of the distance to the scene; and how far it was turned, radians. */
const LEAST_STEP = 0.001;
const MOST_STEP = 0.03;
const MOST_ROLL = 0.004;
const WIDTH = 560;
const HEIGHT = 420;

/**
 * Two photographs of one made-up scene from nearly the same place, with things at several depths: the hardest honest
 * pair that needs no tripod. The camera moved sideways, nearer or both, and was hardly turned.
 */
export async function makeNearView(index: number, seed: number): Promise<ListingCase> {
  const random = seededRandom(`${seed}:near-view:${index}`);
  const scene = makeScene(Math.floor(random() * 1e6));
  const step = LEAST_STEP * (MOST_STEP / LEAST_STEP) ** random();
  const along = between(random, 0, 2 * Math.PI);
  const nearer = between(random, -4, 4) * step;
  const roll = between(random, -MOST_ROLL, MOST_ROLL);
  const camera = { x: step * Math.cos(along), y: step * Math.sin(along), roll, z: nearer };
  return {
    id: `near-view-${index}-${step.toFixed(4)}`,
    family: 'other-photo',
    kind: 'near view',
    delivery: 'none',
    listing: await pictureOfRaster(takePhoto(scene), 'listing.jpg'),
    picture: await pictureOfRaster(takePhoto(scene, camera, WIDTH, HEIGHT, 2 + index), 'buyer.jpg'),
    truth: null,
  };
}
