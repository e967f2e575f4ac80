import type { AlertChange } from './alert-store.ts';
import type { KnownAlerts } from './rule.ts';

/** Returns a member's alerts as they are after a change. Pure. */
export function changedAlerts(alerts: KnownAlerts, change: AlertChange): KnownAlerts {
  const { rules } = alerts;
  switch (change.change) {
    case 'add': {
      const added = [...rules, { ...change.terms, number: change.number }];
      return { ...alerts, rules: added.toSorted((a, b) => a.number - b.number) };
    }
    case 'set':
      return {
        ...alerts,
        rules: rules.map((rule) =>
          rule.number === change.number ? { ...change.terms, number: rule.number } : rule,
        ),
      };
    case 'remove':
      return { ...alerts, rules: rules.filter(({ number }) => !change.numbers.includes(number)) };
    case 'quiet':
      return { ...alerts, quiet: change.quiet };
    default:
      return change satisfies never;
  }
}
