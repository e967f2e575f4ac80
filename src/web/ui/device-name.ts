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
 * Names a browser as its owner would: `Firefox, Linux`. It helps to recognize the browser, but
 * proves nothing, since browsers can send any name.
 * @param device the browser's own name (User-Agent)
 * @returns `undefined` if we recognize nothing in it
 */
export function deviceName(device: string): string | undefined {
  const known = [browsers, systems].flatMap(
    (names) => names.find(([pattern]) => pattern.test(device))?.[1] ?? [],
  );
  return known.length === 0 ? undefined : known.join(', ');
}
