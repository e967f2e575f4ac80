import type { Finding } from '../kernel/finding.ts';
import type { Institution } from '../members/institution.ts';
import type { InstalledChannel, InstallPorts } from './install.ts';
import { installApp, type AppOptions } from './app/install.ts';
import { installSms, type SmsOptions } from './sms/install.ts';
import { fictionalNumbers } from './sms/fictional-numbers.ts';
import { optOutProblems } from './sms/opt-out-problems.ts';
import type { XOptions } from './x/account.ts';
import { installX } from './x/install.ts';

/** The installation's options for each carrier. A carrier that is absent is not offered. */
export interface ChannelOptions extends SmsOptions {
  readonly x?: XOptions | undefined;
  readonly app?: AppOptions | undefined;
}

/** Installs every channel folder: the only place that lists them. */
export function installChannels(
  options: ChannelOptions,
  ports: InstallPorts,
): readonly InstalledChannel[] {
  return [installX(options.x, ports), installSms(options, ports), installApp(options.app, ports)];
}

/** What prevents serving these institutions' channels as set up: a sentence each, with what to do. */
export function channelProblems(
  institutions: readonly Institution[],
  options: ChannelOptions,
): string[] {
  return optOutProblems(institutions, options);
}

/** What works in these institutions' channels, but not for members. */
export function channelFindings(institutions: readonly Institution[]): Finding[] {
  return fictionalNumbers(institutions);
}
