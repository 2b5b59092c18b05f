/**
 * A distance in units of what is near for either photo, so that hubs, which are near everything, count as near to less:
 * local scaling by the mean over the neighbours, as NICDM (Schnitzer et al., "Local and global scaling reduce hubs in
 * space", JMLR 2012; Jégou et al., "A contextual dissimilarity measure", 2007). Symmetric; 0 stays 0.
 * @param radiusA, radiusB `localRadius` of the two photos
 */
export function correctedDistance(distance: number, radiusA: number, radiusB: number): number {
  if (distance === 0) return 0;
  const scale = Math.sqrt(radiusA * radiusB);
  // All of a photo's neighbours are copies of it: anything else is infinitely far, but still ordered by distance.
  return distance / Math.max(scale, Number.MIN_VALUE ** 0.5);
}
