const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * A browser as its owner would call it, `Firefox, Linux`: a help to recognise it, no proof, since browsers may say what they like.
 * @param device what the browser calls itself (User-Agent)
 * @returns `undefined` where nothing in it is known
 */
export function deviceName(device: string): string | undefined {
  const known = [browsers, systems].flatMap(
    (names) => names.find(([pattern]) => pattern.test(device))?.[1] ?? [],
  );
  return known.length === 0 ? undefined : known.join(', ');
}
