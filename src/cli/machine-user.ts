import { userInfo } from 'node:os';

/** Gives the name of this machine's user who runs `tmm`. One without a name is called by the number. */
export function machineUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
