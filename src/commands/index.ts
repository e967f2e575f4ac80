import { commandNames, unlistedCommands, type ListedCommand } from '../kernel/vocabulary/intent.ts';
import { accounts } from './accounts/accounts.ts';
import { affirm } from './affirm/affirm.ts';
import { afford } from './afford/afford.ts';
import { agent } from './agent/agent.ts';
import { alertOff } from './alert/alert-off.ts';
import { alert } from './alert/alert.ts';
import { alerts } from './alert/alerts.ts';
import { quiet } from './alert/quiet.ts';
import { ambiguous } from './ambiguous/ambiguous.ts';
import { answer } from './answer/answer.ts';
import { balance } from './balance/balance.ts';
import { checks } from './checks/checks.ts';
import { choose } from './choose/choose.ts';
import { code } from './code/code.ts';
import type { Registry } from './command.ts';
import { confirm } from './confirm/confirm.ts';
import { contact } from './contact/contact.ts';
import { decline } from './decline/decline.ts';
import { details } from './details/details.ts';
import { dispute } from './dispute/dispute.ts';
import { help } from './help/help.ts';
import { history } from './history/history.ts';
import { holds } from './holds/holds.ts';
import { language } from './language/language.ts';
import { limits } from './limits/limits.ts';
import { loan } from './loan/loan.ts';
import { lock } from './lock/lock.ts';
import { more } from './more/more.ts';
import { pay } from './pay/pay.ts';
import { refused } from './refused/refused.ts';
import { start } from './start/start.ts';
import { stop } from './stop/stop.ts';
import { transfer } from './transfer/transfer.ts';
import { unknown } from './unknown/unknown.ts';
import { unlock } from './unlock/unlock.ts';

/** The registry of commands. Deciding, lists and references derive from it. */
export const commands: Registry = {
  accounts,
  affirm,
  afford,
  agent,
  alert,
  alert_off: alertOff,
  alerts,
  ambiguous,
  answer,
  balance,
  checks,
  choose,
  code,
  confirm,
  contact,
  decline,
  deposits: history,
  details,
  dispute,
  help,
  history,
  holds,
  language,
  limits,
  loan,
  lock,
  more,
  pay,
  quiet,
  refused,
  start,
  stop,
  transfer,
  unknown,
  unlock,
  withdrawals: history,
};

/** The listed commands, in order. */
export const listedCommands: readonly ListedCommand[] = commandNames.filter(
  (name): name is ListedCommand => !unlistedCommands.some((unlisted) => unlisted === name),
);
