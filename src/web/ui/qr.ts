import { encode } from 'uqr';
import { html, raw, type Html } from './html.ts';

/**
 * Draws a QR code as SVG without scripts and styles. It is dark on light in either theme, since
 * scanners need that.
 */
export function qr(content: string, label: string): Html {
  const { data, size } = encode(content, { border: 2 });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}">
    <path d="${raw(modules.join(''))}" />
  </svg>`;
}
