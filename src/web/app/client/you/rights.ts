import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { transferDisclosures } from '../../../../kernel/vocabulary/disclosure.ts';
import { appAddress } from '../app-address.ts';
import { call, RefusedError, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { say } from '../given.ts';
import { proven, UnprovenError } from '../proof.ts';
import { resource } from '../resource.ts';
import { Agreements, type Agreed } from '../ui/agreements.ts';
import { fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { toast } from '../ui/toast.ts';
import { startFirst } from './start-first.ts';

type Address = Output<'listAddresses'>['addresses'][number];

/** The app’s own address, with its rights. */
const address = resource(async () => {
  const [{ addressId }, { addresses }] = await Promise.all([
    call('readAppAddress', {}),
    call('listAddresses', {}),
  ]);
  return { own: addresses.find(({ id }) => id === addressId) };
});

/** Whether messages here may move money. They begin without that right. */
export const Rights: Part<object> = () => {
  useEffect(() => void address.refresh(), []);
  const loaded = address.value.value;
  return show(Screen, {
    title: say('rights_title'),
    up: 'you',
    refresh: address.refresh,
    children: [
      h('p', { class: 'soft' }, say('rights_text')),
      loaded
        ? loaded.own
          ? show(Switch, { key: String(loaded.own.mayMoveMoney), own: loaded.own })
          : startFirst(say('rights_none'))
        : address.problem.value
          ? trouble(address.problem.value, () => void address.refresh())
          : ghost(1),
    ],
  });
};

const Switch: Part<{ readonly own: Address }> = ({ own }) => {
  const wanted = useSignal(own.mayMoveMoney);
  const isAsked = useSignal(false);
  const agreed = useSignal<Agreed>(new Set());
  const problem = useSignal<string | undefined>(undefined);
  const save = (mayMoveMoney: boolean) => {
    wanted.value = mayMoveMoney;
    problem.value = undefined;
    proven(async () =>
      call('setAddressRights', {
        id: own.id,
        mayMoveMoney,
        agreedTo: [...agreed.value],
        // The member’s own limits stay.
        ...(own.perTransfer === null ? {} : { perTransfer: own.perTransfer }),
        ...(own.perDay === null ? {} : { perDay: own.perDay }),
      }),
    )
      .then(async () => {
        toast(say('saved'));
        await Promise.all([address.refresh(), appAddress.refresh()]);
      })
      .catch((error: unknown) => {
        const isMissing = error instanceof RefusedError && error.code === 'disclosures_first';
        if (isMissing && !isAsked.value) isAsked.value = true;
        else {
          wanted.value = own.mayMoveMoney;
          if (!(error instanceof UnprovenError)) problem.value = sentenceOf(error);
        }
      });
  };
  return h(
    'section',
    { class: 'stack' },
    h(
      'label',
      { class: 'row switch group' },
      h('span', { class: 'row-title' }, say('rights_switch')),
      h('input', {
        type: 'checkbox',
        role: 'switch',
        checked: wanted.value,
        onChange: () => save(!wanted.value),
      }),
    ),
    isAsked.value ? show(Agreements, { kinds: transferDisclosures, agreed }) : null,
    fault(problem.value),
    isAsked.value
      ? h(
          'button',
          {
            type: 'button',
            class: 'primary wide',
            disabled: transferDisclosures.some((kind) => !agreed.value.has(kind)),
            onClick: () => save(true),
          },
          say('continue'),
        )
      : null,
  );
};
