import { encodePng, type Rgb } from './png.ts';

/** The icons that phones ask for, by the name under `/app`. A maskable one keeps clear of its rim. */
export const icons = {
  'icon-180.png': { size: 180, scale: 0.8 },
  'icon-192.png': { size: 192, scale: 0.8 },
  'icon-512.png': { size: 512, scale: 0.8 },
  'icon-maskable-512.png': { size: 512, scale: 0.62 },
} as const;

export type IconName = keyof typeof icons;

/** A picture's side in samples for each pixel, so that edges are smooth. */
const samples = 4;

/**
 * Draws the icon in an institution's colors: its main color, with the mark of messages on it. It
 * fills the whole square, since phones cut their own corners and show black through holes.
 */
export function drawIcon(
  name: IconName,
  colors: { readonly main: string; readonly onMain: string },
): Uint8Array {
  const { size, scale } = icons[name];
  const main = rgbOf(colors.main);
  const onMain = rgbOf(colors.onMain);
  const total = samples * samples;
  return encodePng(size, (x, y) => {
    let light = 0;
    for (let sample = 0; sample < total; sample += 1) {
      const across = (x + ((sample % samples) + 0.5) / samples) / size;
      const down = (y + (Math.floor(sample / samples) + 0.5) / samples) / size;
      if (isMark((across - 0.5) / scale, (down - 0.5) / scale)) light += 1;
    }
    return blended(main, onMain, light / total);
  });
}

/** Tells whether a place is on the mark: a speech bubble with two lines cut out. The middle is 0, 0. */
function isMark(x: number, y: number): boolean {
  if (isNear(x, y, { from: -0.19, to: 0.19, at: -0.125 })) return false;
  if (isNear(x, y, { from: -0.19, to: 0.05, at: 0.035 })) return false;
  return isInBody(x, y) || isInTail(x, y);
}

function isInBody(x: number, y: number): boolean {
  const [halfWidth, halfHeight, middle, radius] = [0.37, 0.265, -0.045, 0.14];
  const dx = Math.max(0, Math.abs(x) - (halfWidth - radius));
  const dy = Math.max(0, Math.abs(y - middle) - (halfHeight - radius));
  return Math.hypot(dx, dy) <= radius;
}

/** The tail: a triangle below the body, left of the middle. */
function isInTail(x: number, y: number): boolean {
  const [top, tip] = [0.15, 0.37];
  if (y < top || y > tip) return false;
  const left = -0.25;
  return x >= left && x <= left + 0.24 * (1 - (y - top) / (tip - top)) + 0.012;
}

/** A line with round ends. */
function isNear(
  x: number,
  y: number,
  line: { readonly from: number; readonly to: number; readonly at: number },
): boolean {
  const nearest = Math.min(line.to, Math.max(line.from, x));
  return Math.hypot(x - nearest, y - line.at) <= 0.033;
}

function blended(under: Rgb, over: Rgb, part: number): Rgb {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * part);
  return [mix(under[0], over[0]), mix(under[1], over[1]), mix(under[2], over[2])];
}

/** Reads `#rrggbb`. */
function rgbOf(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
