import { importsOf, type Source } from './source.ts';

/**
 * Finds circular imports, type-only ones included, by Tarjan's algorithm.
 * @returns each circle as the sorted paths of its files
 */
export function importCircles(source: Source): string[][] {
  const places = new Map<string, Place>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): Place => {
    const place: Place = { index: places.size, lowest: places.size, isOpen: true };
    places.set(file, place);
    open.push(file);
    const targets = importsOf(file, source.get(file) ?? '').filter((one) => source.has(one));
    for (const target of targets) {
      const before = places.get(target);
      if (before === undefined) place.lowest = Math.min(place.lowest, visit(target).lowest);
      else if (before.isOpen) place.lowest = Math.min(place.lowest, before.index);
      if (target === file) circles.push([file]);
    }
    if (place.lowest === place.index) close(file);
    return place;
  };
  const close = (file: string) => {
    const circle = open.splice(open.indexOf(file));
    for (const one of circle) {
      const place = places.get(one);
      if (place) place.isOpen = false;
    }
    if (circle.length > 1) circles.push(circle.toSorted());
  };
  for (const file of source.keys()) if (!places.has(file)) visit(file);
  return circles;
}

interface Place {
  readonly index: number;
  lowest: number;
  isOpen: boolean;
}
