import type { z } from 'zod';
import { readShareEntry } from '../../../../operations/books/list-entries.ts';
import { rightOf } from '../../../../operations/permissions.ts';
import { day } from '../../../ui/figures.ts';
import { html, nothing, type Html } from '../../../ui/html.ts';
import { look, refusedLook, signedIn } from '../../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../../frame/console-env.ts';
import { page } from '../../frame/page.ts';
import { action } from '../../ui/action.ts';
import { card } from '../../ui/card.ts';
import { facts } from '../../ui/facts.ts';
import { moment } from '../../ui/moment.ts';
import { fileHead } from '../file-head.ts';
import { amount, postedWords, sayBooks, sayMembers } from '../say.ts';
import { sharePath } from './share-page.ts';

type ShareEntry = z.output<typeof readShareEntry.output>;

/** An entry with its transaction: both sides, what it undoes, and what has undone it. */
export async function entryPage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const suffix = context.req.param('suffix') ?? '';
  const { done, refused } = await look(context, readShareEntry, {
    number,
    suffix,
    entry: context.req.param('entry') ?? '',
  });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayBooks(request);
  const to = sharePath(number, suffix);
  const title = say('entry', { number: done.entry.number });
  return page(context, {
    title: `${title} · ${done.name}`,
    section: 'members',
    body: html`${fileHead(request, {
        number,
        name: done.name,
        under: [{ text: suffix, href: to }, { text: title }],
      })}
      <div class="with-side">
        <div class="flow">${entryCard(request, done)}</div>
        <div class="side">${acts(request, `${to}/${done.entry.number}`, done)}</div>
      </div>`,
  });
}

function entryCard(request: SignedInRequest, { entry, transaction }: ShareEntry): Html {
  const say = sayBooks(request);
  const { language } = request;
  const { currency } = entry;
  const others = transaction?.others ?? [];
  const links = [
    ['undoes', transaction?.reversalOf],
    ['corrects', transaction?.correctionOf],
    ['undone_by', transaction?.reversedBy],
    ['corrected_by', transaction?.correctedBy],
  ] as const;
  return card({
    title: postedWords(request, entry.description),
    end: html`<span class="entry-amount"
      >${amount(language, entry.amount, { currency, signed: true })}</span
    >`,
    body: facts([
      [say('balance_after'), amount(language, entry.balance, { currency })],
      [say('effective'), day(Temporal.PlainDate.from(entry.on), language)],
      [say('posted'), moment(request, entry.postedAt)],
      [say('kind'), entry.kind],
      [say('posted_text'), html`<span class="mono">${entry.description}</span>`],
      ...others.map(
        (other) =>
          [
            say('other_side'),
            html`${other.kind} ${amount(language, other.amount, { currency, signed: true })}`,
          ] as const,
      ),
      ...(transaction
        ? [[say('transaction'), html`<span class="mono">${transaction.id}</span>`] as const]
        : []),
      ...links.flatMap(([name, id]) =>
        id === null || id === undefined
          ? []
          : [[say(name), html`<span class="mono">${id}</span>`] as const],
      ),
    ]),
  });
}

/** What can still be done with the transaction. */
function acts(request: SignedInRequest, to: string, { transaction }: ShareEntry): Html {
  if (rightOf(request.principal.roles, 'change_books') === undefined) return nothing;
  const say = sayBooks(request);
  if (!transaction || transaction.reversedBy !== null || transaction.correctedBy !== null)
    return nothing;
  return card({
    title: sayMembers(request)('acts'),
    body: html`<div class="acts">
      ${
        transaction.correctable
          ? action(request, {
              id: 'correct',
              permission: 'change_books',
              title: say('correct'),
              text: say('correct_text'),
              to: `${to}/correct`,
              fields: html`<div class="field">
                <label for="right-amount">${say('right_amount')}</label>
                <input
                  id="right-amount"
                  name="amount"
                  inputmode="decimal"
                  required
                  maxlength="20"
                  placeholder="25.00"
                />
              </div>`,
            })
          : nothing
      }
      ${action(request, {
        id: 'reverse',
        permission: 'change_books',
        title: say('reverse'),
        text: say('reverse_text'),
        to: `${to}/reverse`,
        isDangerous: true,
      })}
    </div>`,
  });
}
