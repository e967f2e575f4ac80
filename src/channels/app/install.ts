import type { HostedNews } from '../../messages/hosted/news.ts';
import type { InstalledChannel, InstallPorts } from '../install.ts';
import { createAppChannel, type AppChannelOptions } from './app-channel.ts';

/** What the installation gives the app. It needs the site, from whose address members open it. */
export interface AppOptions {
  readonly news: HostedNews;
  /** Lets the member’s devices know, if nobody reads it soon. */
  readonly placing?: AppChannelOptions['placing'];
}

/** Installs the app for every institution. Its members write by operations of the site, so it has no webhook. */
export function installApp(
  app: AppOptions | undefined,
  { db, keyring, world }: InstallPorts,
): InstalledChannel {
  const channel = app && createAppChannel({ db, keyring, world, ...app });
  return {
    name: 'app',
    channelOf: () => channel,
    receive: () => ({ webhooks: [], jobs: [] }),
  };
}
