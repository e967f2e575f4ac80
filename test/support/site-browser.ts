import type { createPortal } from '../../src/web/site/site.ts';

/** A browser with cookies at the real site. It follows no redirect by itself. */
export interface SiteBrowser {
  readonly cookies: Map<string, string>;
  /** All that the site sent to set cookies, line by line. */
  readonly set: string[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/**
 * @param framed the browser shows the site in a frame of another site: it says so, and sends those cookies alone that are meant for that
 */
export function createSiteBrowser(
  site: Pick<ReturnType<typeof createPortal>, 'request'>,
  publicUrl: string,
  { framed = false } = {},
): SiteBrowser {
  const cookies = new Map<string, string>();
  const set: string[] = [];
  const send = async (path: string, how: Omit<RequestInit, 'headers'>, headers: object) => {
    const response = await site.request(`${publicUrl}${path}`, {
      ...how,
      headers: {
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': framed ? 'iframe' : 'document',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      set.push(line);
      if (framed && !/; SameSite=None/i.test(line)) continue;
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      if (at === pair.length - 1) cookies.delete(name);
      else cookies.set(name, pair.slice(at + 1));
    }
    return response;
  };
  return {
    cookies,
    set,
    get: async (path, headers = {}) => send(path, {}, headers),
    post: async (path, form, headers = {}) =>
      send(
        path,
        { method: 'POST', body: new URLSearchParams(form).toString() },
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      ),
  };
}
