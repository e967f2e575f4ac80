import { shownDescription } from './posted.ts';
import type { AffordReply } from '../reply.ts';
import type { Place } from '../fill.ts';
import type { Facts } from './chosen.ts';
import { firstFitting } from './list.ts';
import { beside, day, label, money, type Speech } from './speech.ts';

export function affordFacts(reply: AffordReply, speech: Speech): Facts {
  const { share, available, amount } = reply;
  const sum = (figure: bigint) => money(figure, speech, share);
  const places = { share: label(share, speech), suffix: share.suffix };
  if (reply.verdict === 'unknown')
    return { key: 'afford.unknown', places: { ...places, available: sum(available) } };
  const { room, isPayday, dues, verdict } = reply;
  const said = day(reply.day, speech);
  const when = { day: isPayday ? speech.locale.payday(said) : said };
  const counted = {
    dues: namedDues(reply, speech),
    total: `${totalOf(reply, speech)}${comingIn(reply, speech)}`,
  };
  const isFree = dues.length === 0;
  if (verdict === 'room' || amount === undefined) {
    if (room <= 0n)
      return {
        key: 'afford.nothing',
        places: { ...places, ...when, ...counted, available: sum(available) },
      };
    return isFree
      ? { key: 'afford.free', places: { ...places, ...when, room: sum(room) } }
      : { key: 'afford', places: { ...places, ...when, ...counted, room: sum(room) } };
  }
  const asked = { ...places, amount: sum(amount) };
  if (verdict === 'yes') {
    const left = sum(room - amount);
    return isFree
      ? { key: 'afford.yes.free', places: { ...asked, ...when, left } }
      : { key: 'afford.yes', places: { ...asked, ...when, ...counted, left } };
  }
  const short = sum(amount - room);
  return isFree || room >= available
    ? {
        key: 'afford.no.now',
        places: { ...asked, available: sum(available), short: sum(amount - available) },
      }
    : { key: 'afford.no', places: { ...asked, ...when, ...counted, short } };
}

type Known = Exclude<AffordReply, { readonly verdict: 'unknown' }>;

/** `3 known payments, $412.00`. */
function totalOf({ dues, share }: Known, speech: Speech): string {
  const total = dues.reduce((sum, { amount }) => sum + amount, 0n);
  return speech.locale.knownPayments(dues.length, money(total, speech, share));
}

/** `a check $142.50; River Mobile $35.00`: the largest first, as many as fit. */
function namedDues(reply: Known, speech: Speech): Place {
  const { locale, clean } = speech;
  const { dues, share } = reply;
  const largest = dues.toSorted((a, b) => (a.amount > b.amount ? -1 : 1));
  const named = (count: number, width: number) => {
    const items = largest.slice(0, count).map(({ description, isCheck, loan, amount }) => {
      const full = loan
        ? label(loan, speech)
        : isCheck
          ? locale.aCheck
          : shownDescription(description, speech);
      const name = clean.shorten(full, width);
      return beside(name, money(amount, speech, share), speech);
    });
    const more = dues.length - count;
    return [items.join(locale.separator), ...(more > 0 ? [locale.andMore(more)] : [])].join(' ');
  };
  return firstFitting(
    (function* () {
      for (let count = Math.min(dues.length, 5); count >= 1; count -= 1)
        for (const width of [24, 12]) yield `${named(count, width)}${comingIn(reply, speech)}`;
    })(),
  );
}

function comingIn({ income, share }: Known, speech: Speech): string {
  return income > 0n ? speech.locale.comingIn(money(income, speech, share)) : '';
}
