import type { Hono } from 'hono';
import { consoleStyles } from './styles.ts';
import { serveFiles } from '../../frame/serve-files.ts';

const own = (name: string) => new URL(`../public/${name}`, import.meta.url);
const ofSite = (name: string) => new URL(`../../site/public/${name}`, import.meta.url);
const vendored = (name: string) => new URL(import.meta.resolve(name));

/** The files that browsers load besides the console's pages. */
const files: Readonly<Record<string, URL>> = {
  ...Object.fromEntries(consoleStyles.map((name) => [name, own(name)])),
  'console.js': own('console.js'),
  'inbox.js': own('inbox.js'),
  'notices.js': own('notices.js'),
  'today.js': own('today.js'),
  'icon.svg': ofSite('icon.svg'),
  'passkeys.js': ofSite('passkeys.js'),
  'vendor/simplewebauthn.js': new URL(
    '../dist/bundle/index.umd.min.js',
    vendored('@simplewebauthn/browser'),
  ),
  'vendor/uplot.js': new URL('uPlot.iife.min.js', vendored('uplot')),
  'vendor/uplot.css': new URL('uPlot.min.css', vendored('uplot')),
};

/** Serves the console's files. */
export function createConsoleFiles(): Hono {
  return serveFiles(files);
}
