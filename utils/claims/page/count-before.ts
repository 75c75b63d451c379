/** How many of some places, in rising order, stand before another; found by halving. */
export function countBefore(places: readonly { readonly at: number }[], before: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as { at: number }).at < before) low = middle + 1;
    else high = middle;
  }
  return low;
}
