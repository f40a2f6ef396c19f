/** Pixels from an edge at which scrolling begins, and how far it goes in one frame at the edge itself. */
const zone = 56
const most = 16

/** Pixels to scroll in this frame for a pointer at `at` between two edges; negative towards the first. */
export function scrollSpeed(at: number, first: number, last: number): number {
  // A narrow place keeps a middle in which nothing scrolls.
  const width = Math.min(zone, (last - first) / 4)
  const near = (distance: number) => Math.ceil(Math.min(1, Math.max(0, 1 - distance / width)) * most)
  return near(last - at) - near(at - first)
}
