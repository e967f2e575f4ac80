import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { logoOrigin } from '../../members/logo-origin.ts';
import type { PortalEnv } from './visit.ts';

/**
 * Sets the security headers of every answer. Browsers load only our own scripts, styles, forms and
 * frames, and tell other sites no address of ours. Only the sites that an institution names frame its Messages section, and
 * nothing else. Decided in docs/decisions/2026-11-23-sign-in.md.
 * @param given `publicUrl`: the address for paths outside any institution's site; over https,
 * browsers stay on https.
 * `framed`: pages of the same origin may frame the site, as the demonstration does
 */
export function securityHeaders(given: {
  readonly publicUrl: string;
  readonly framed: boolean;
}): readonly [MiddlewareHandler, MiddlewareHandler<PortalEnv>] {
  const own = given.framed ? "'self'" : "'none'";
  return [
    secureHeaders({
      strictTransportSecurity: false,
      // With `no-referrer`, browsers would send `Origin: null` with our own forms.
      referrerPolicy: 'same-origin',
      // Set below: old browsers know no list of sites.
      xFrameOptions: false,
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      permissionsPolicy: {
        camera: [],
        microphone: [],
        geolocation: [],
        payment: [],
        usb: [],
      },
    }),
    async (context, next) => {
      await next();
      const request = context.get('request');
      const secure = (request?.publicUrl ?? given.publicUrl).startsWith('https:');
      if (secure)
        context.res.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
      const embedding = context.get('embedding');
      const ancestors = embedding ? embedding.origins.join(' ') : own;
      if (!embedding)
        context.res.headers.set('x-frame-options', given.framed ? 'SAMEORIGIN' : 'DENY');
      const logo = request?.institution.settings.logo;
      const origin = logo === undefined ? undefined : logoOrigin(logo);
      const images = ["'self'", 'data:', ...(origin === undefined ? [] : [origin])];
      context.res.headers.set(
        'content-security-policy',
        [
          "default-src 'none'",
          "script-src 'self'",
          `style-src 'self'${allowing(context.get('inlineStyle'))}`,
          `img-src ${images.join(' ')}`,
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          `frame-ancestors ${ancestors}`,
          ...(secure ? ['upgrade-insecure-requests'] : []),
        ].join('; '),
      );
      // Pages show private data, so browsers may keep only files.
      if (!context.res.headers.has('cache-control'))
        context.res.headers.set('cache-control', 'no-store');
    },
  ];
}

/** Allows these very styles inside the document. */
function allowing(style: string | undefined): string {
  if (style === undefined) return '';
  return ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
