/** Writes a figure's hyphen as the true minus, for pages. The alphabet of SMS has none. */
export function withTrueMinus(figure: string): string {
  return figure.replace('-', '−');
}
