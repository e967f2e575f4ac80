import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { h, type Part } from '../element.ts';
import { say } from '../given.ts';
import { icon } from '../ui/icon.ts';

/** The longest text that the server takes. */
const textMax = 4_000;

/** Where the member writes. It grows with the text, up to some lines. */
export const Composer: Part<{ readonly send: (text: string) => void }> = ({ send }) => {
  const text = useSignal('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [text.value]);
  const isLong = text.value.length > textMax;
  const submit = () => {
    const said = text.value.trim();
    if (said === '' || isLong) return;
    text.value = '';
    send(said);
    field.current?.focus();
  };
  return h(
    'form',
    {
      class: 'composer',
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        submit();
      },
    },
    isLong
      ? h('p', { class: 'fault', role: 'alert' }, say('message_long', { most: String(textMax) }))
      : null,
    h(
      'div',
      { class: 'composer-field' },
      h('textarea', {
        ref: field,
        rows: 1,
        value: text.value,
        'aria-label': say('message'),
        placeholder: say('message'),
        enterkeyhint: 'send',
        autocomplete: 'off',
        autocapitalize: 'sentences',
        onInput: (event: InputEvent) => {
          if (event.currentTarget instanceof HTMLTextAreaElement)
            text.value = event.currentTarget.value;
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          submit();
        },
      }),
      h(
        'button',
        {
          class: 'send',
          'aria-label': say('send'),
          disabled: text.value.trim() === '' || isLong,
          // The keyboard stays open.
          onPointerDown: (event: PointerEvent) => event.preventDefault(),
        },
        icon('send'),
      ),
    ),
  );
};
