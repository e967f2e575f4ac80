import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { ConsoleEnv } from './console-env.ts';

/**
 * Sets the security headers of every answer of the console. Nothing may frame it. Browsers load only
 * our own files and keep no page.
 */
export function consoleHeaders(): [MiddlewareHandler, MiddlewareHandler<ConsoleEnv>] {
  return [
    secureHeaders({
      strictTransportSecurity: false,
      // With `no-referrer`, browsers would send `Origin: null` with our own forms.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    }),
    async (context, next) => {
      await next();
      const secure = context.get('request')?.consoleUrl.startsWith('https:') ?? false;
      const { headers } = context.res;
      if (secure) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
      headers.set(
        'content-security-policy',
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          ...(secure ? ['upgrade-insecure-requests'] : []),
        ].join('; '),
      );
      if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    },
  ];
}
