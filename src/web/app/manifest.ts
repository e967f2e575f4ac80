import { appPath } from '../../kernel/app-path.ts';
import type { Shell } from './shell.ts';

/** What phones need to install the app (Web Application Manifest). */
export function manifestOf({ given, colors }: Shell): object {
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `${appPath}/${name}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: appPath,
    start_url: appPath,
    scope: appPath,
    display: 'standalone',
    orientation: 'any',
    lang: given.language,
    dir: 'ltr',
    name: `${given.portal} · ${given.institution}`,
    short_name: given.portal,
    description: given.texts.description,
    theme_color: colors.main,
    background_color: colors.main,
    categories: ['finance'],
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      { name: given.texts.tab_accounts, url: `${appPath}/accounts` },
      { name: given.texts.tab_move, url: `${appPath}/move` },
    ],
  };
}
