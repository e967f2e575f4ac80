import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { call, RefusedError, sentenceOf, UnreachedError, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { money } from '../format.ts';
import { given, say } from '../given.ts';
import { figureIn } from '../read-figure.ts';
import { resource } from '../resource.ts';
import { icon } from '../ui/icon.ts';
import { empty, fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { Done } from './done.ts';
import { made, unanswered } from './order.ts';
import { Review } from './review.ts';
import { Unsure } from './unsure.ts';

type Share = Output<'listShares'>['shares'][number];
type Reviewed = Output<'reviewTransfer'>;

/** What the member has chosen so far. */
interface Draft {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

/** The accounts between which money can move. */
const accounts = resource(async () =>
  (await call('listShares', {})).shares.filter(({ closed }) => !closed),
);

/** Moves money between own accounts: pick, amount, read it back, done. */
export const Move: Part<object> = () => {
  const draft = useSignal<Draft>({ from: '', to: '', amount: '' });
  const reviewed = useSignal<Reviewed | undefined>(undefined);
  const refused = useSignal<string | undefined>(undefined);
  // After a transfer the figures have changed.
  useEffect(() => void accounts.refresh(), [made.value]);
  const all = accounts.value.value;
  const again = () => {
    made.value = undefined;
    refused.value = undefined;
    draft.value = { from: '', to: '', amount: '' };
  };
  return show(Screen, {
    title: say('tab_move'),
    refresh: accounts.refresh,
    children: made.value
      ? show(Done, { made: made.value, shares: all ?? [], again })
      : unanswered.value && !reviewed.value
        ? show(Unsure, {
            of: unanswered.value,
            nameOf: (suffix) => nameOf(all ?? [], suffix),
            refused: (sentence) => {
              refused.value = unanswered.value ? undefined : sentence;
            },
          })
        : all
          ? [
              fault(refused.value),
              show(Form, { all, draft, reviewed }),
              reviewed.value
                ? show(Review, {
                    reviewed: reviewed.value,
                    close: () => {
                      reviewed.value = undefined;
                    },
                  })
                : null,
            ]
          : accounts.problem.value
            ? trouble(accounts.problem.value, () => void accounts.refresh())
            : ghost(3),
  });
};

/** Names an account as the member does, or by its suffix alone while it is not known. */
function nameOf(all: readonly Share[], suffix: string): string {
  const share = all.find((one) => one.suffix === suffix);
  return share ? `${share.nickname ?? say(`kind_${share.kind}`)} ${suffix}` : suffix;
}

/** Chooses what is likely: from the default account to the next one. */
function filledIn(draft: Draft, froms: readonly Share[], tos: readonly Share[]): Draft {
  const usual = froms.find(({ isTransferSource }) => isTransferSource) ?? froms[0];
  const from = draft.from === '' ? (usual?.suffix ?? '') : draft.from;
  const other = tos.find(({ suffix }) => suffix !== from);
  return { ...draft, from, to: draft.to === '' ? (other?.suffix ?? '') : draft.to };
}

const Form: Part<{
  readonly all: readonly Share[];
  readonly draft: Signal<Draft>;
  readonly reviewed: Signal<Reviewed | undefined>;
}> = ({ all, draft, reviewed }) => {
  const isBusy = useSignal(false);
  const problem = useSignal<Readonly<Record<string, string>>>({});
  const froms = all.filter(({ mayMoveFrom }) => mayMoveFrom);
  const tos = all.filter(({ mayMoveTo }) => mayMoveTo);
  if (froms.length === 0 || tos.length === 0 || all.length < 2)
    return empty(say('transfer_none'), say('transfer_none_text'));
  const { from, to, amount } = filledIn(draft.value, froms, tos);
  const change = (part: Partial<Draft>) => {
    problem.value = {};
    draft.value = { from, to, amount, ...part };
  };
  const review = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    const currency = all.find(({ suffix }) => suffix === from)?.currency;
    void reviewOf({ from, to, amount }, currency)
      .then((answer) => {
        if ('amount' in answer) reviewed.value = answer;
        else problem.value = answer.problems;
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  const canSwap =
    froms.some(({ suffix }) => suffix === to) && tos.some(({ suffix }) => suffix === from);
  const { amount: wrongAmount, ...otherProblems } = problem.value;
  return h(
    'form',
    { class: 'move', onSubmit: review, noValidate: true },
    h('p', { class: 'soft' }, say('move_lead')),
    amountField({ amount, problem: wrongAmount, change: (text) => change({ amount: text }) }),
    h(
      'div',
      { class: 'group sides' },
      side({
        id: 'from',
        label: say('transfer_from'),
        chosen: from,
        of: froms,
        choose: (one) => change({ from: one }),
      }),
      canSwap
        ? h(
            'button',
            {
              type: 'button',
              class: 'round swap',
              'aria-label': say('move_swap'),
              onClick: () => change({ from: to, to: from }),
            },
            icon('swap'),
          )
        : null,
      side({
        id: 'to',
        label: say('transfer_to'),
        chosen: to,
        of: tos,
        choose: (one) => change({ to: one }),
      }),
    ),
    ...Object.values(otherProblems).map(fault),
    h('button', { class: 'primary wide', disabled: isBusy.value }, say('move_review')),
  );
};

/** How nothing is written here: `0.00`, `0,00`. */
const nought = (0).toLocaleString(given.intl, { minimumFractionDigits: 2 });

/** Asks for the review. @returns it, or what is wrong with each field. Never fails. */
async function reviewOf(
  draft: Draft,
  currency: string | undefined,
): Promise<Reviewed | { readonly problems: Readonly<Record<string, string>> }> {
  if (draft.amount.trim() === '') return { problems: { amount: say('move_amount_first') } };
  try {
    return await call('reviewTransfer', { ...draft, amount: figureIn(draft.amount, currency) });
  } catch (error) {
    if (error instanceof UnreachedError) return { problems: { form: say('unreached') } };
    const fields = error instanceof RefusedError ? error.fields : {};
    return { problems: Object.keys(fields).length > 0 ? fields : { form: sentenceOf(error) } };
  }
}

function amountField(field: {
  readonly amount: string;
  readonly problem: string | undefined;
  readonly change: (text: string) => void;
}): JSX.Element {
  return h(
    'div',
    { class: 'amount' },
    h('label', { for: 'amount' }, say('transfer_amount')),
    h('input', {
      id: 'amount',
      name: 'amount',
      inputMode: 'decimal',
      autocomplete: 'off',
      placeholder: nought,
      maxLength: 30,
      value: field.amount,
      'aria-invalid': field.problem !== undefined,
      ...(field.problem === undefined ? {} : { 'aria-describedby': 'amount-fault' }),
      onInput: (event: InputEvent) => {
        if (event.currentTarget instanceof HTMLInputElement)
          field.change(event.currentTarget.value);
      },
    }),
    field.problem === undefined
      ? null
      : h('p', { class: 'fault', id: 'amount-fault', role: 'alert' }, field.problem),
  );
}

/** What the chosen account has. Apart from its name, so that no digit is ever cut off. */
function figure({ kind, ledger, available, currency }: Share): JSX.Element {
  const isLoan = kind === 'loan';
  return h(
    'p',
    { class: 'soft' },
    `${money(isLoan ? ledger : available, currency)} ${say(isLoan ? 'owed' : 'available').toLowerCase()}`,
  );
}

function side(one: {
  readonly id: string;
  readonly label: string;
  readonly chosen: string;
  readonly of: readonly Share[];
  readonly choose: (suffix: string) => void;
}): JSX.Element {
  return h(
    'div',
    { class: 'side' },
    h('label', { for: one.id }, one.label),
    h(
      'select',
      {
        id: one.id,
        name: one.id,
        value: one.chosen,
        onChange: (event: Event) => {
          if (event.currentTarget instanceof HTMLSelectElement)
            one.choose(event.currentTarget.value);
        },
      },
      ...one.of.map((share) =>
        h(
          'option',
          { value: share.suffix, selected: share.suffix === one.chosen },
          `${share.nickname ?? say(`kind_${share.kind}`)} ${share.suffix}`,
        ),
      ),
    ),
    ...one.of.filter(({ suffix }) => suffix === one.chosen).map(figure),
  );
}
