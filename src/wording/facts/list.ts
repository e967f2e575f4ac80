import type { ChooseOption, ShareBalance, ShareLabel } from '../reply.ts';
import type { Place } from '../fill.ts';
import { widthOf } from '../width.ts';
import { beside, figure, label, money, nameOf, type Speech } from './speech.ts';

/** The first of several forms that fits, fullest first. Each is built only when tried. */
export function firstFitting(forms: Iterable<string>): Place {
  const made: string[] = [];
  const iterator = forms[Symbol.iterator]();
  return (room) => {
    const before = made.find((form) => widthOf(form) <= room);
    if (before !== undefined) return before;
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      made.push(next.value);
      if (widthOf(next.value) <= room) return next.value;
    }
    return undefined;
  };
}

/** Shares with what is available: by name, or if room is short by suffix alone. */
export function shareFigures(shares: readonly ShareBalance[], speech: Speech): Place {
  return firstFitting(
    (function* () {
      const figures = shares.map((share) => figure(share, share.available, speech));
      const items = (name: (share: ShareLabel) => string) =>
        shares
          .map((share, index) => beside(name(share), figures[index] ?? '', speech))
          .join(speech.locale.separator);
      yield items((share) => label(share, speech));
      yield items((share) => share.suffix);
    })(),
  );
}

/** Shares by name and suffix, or if room is short by suffix alone. */
export function shareNames(
  shares: readonly (ShareLabel & { readonly isDefault?: boolean })[],
  speech: Speech,
): Place {
  return firstFitting(
    (function* () {
      const { locale } = speech;
      const mark = (share: { readonly isDefault?: boolean }) =>
        share.isDefault ? ` (${locale.defaultWord})` : '';
      yield shares
        .map((share) => `${label(share, speech)}${mark(share)}`)
        .join(speech.locale.separator);
      yield shares
        .map((share) => `${nameOf(share, speech)} ${share.suffix}`)
        .join(speech.locale.separator);
      yield shares.map((share) => share.suffix).join(speech.locale.separator);
    })(),
  );
}

/** `1 Checking 7; 2 Savings 0`. */
export function numbered(options: readonly ChooseOption[], speech: Speech): Place {
  return firstFitting(
    (function* () {
      yield numberedBy(options, speech, (share) => label(share, speech));
      yield numberedBy(options, speech, (share) => share.suffix);
    })(),
  );
}

function numberedBy(
  options: readonly ChooseOption[],
  speech: Speech,
  name: (share: ShareLabel) => string,
): string {
  return options
    .map(({ share, transfer, command }, index) => {
      if (command) return `${index + 1}) ${speech.locale.commands[command].name}`;
      const move = transfer
        ? speech.locale.move(
            money(transfer.amount, speech, transfer.from),
            name(transfer.from),
            name(transfer.to),
          )
        : '';
      return `${index + 1}) ${share ? name(share) : move}`;
    })
    .join(speech.locale.separator);
}
