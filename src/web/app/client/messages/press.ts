import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { h, show, type Part } from '../element.ts';
import { say } from '../given.ts';
import { Sheet } from '../ui/sheet.ts';
import { toast } from '../ui/toast.ts';

/** How long a finger rests until it means the message. */
const longPress = 450;

/** The text on which a finger rested. */
const pressed = signal<string | undefined>(undefined);

/** Copies a text, and says so. Browsers allow it only in a tap or a key. */
export function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast(say('copied')),
    () => toast(say('failed')),
  );
}

/** Makes a part answer a long press with what can be done with its text. */
export function useLongPress(text: string) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef(0);
  const end = () => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      end();
      from.current = event.clientY;
      timer.current = setTimeout(() => {
        navigator.vibrate?.(10);
        pressed.value = text;
      }, longPress);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerMove: (event: PointerEvent) => {
      // A finger that scrolls does not press.
      if (Math.abs(event.clientY - from.current) > 8) end();
    },
  };
}

/** What can be done with the pressed message. */
export const Pressed: Part<object> = () => {
  const text = pressed.value;
  if (text === undefined) return null;
  const close = () => {
    pressed.value = undefined;
  };
  return show(Sheet, {
    title: say('message'),
    close,
    children: [
      h('p', { class: 'pressed' }, text),
      h(
        'button',
        {
          type: 'button',
          class: 'primary wide',
          onClick: () => {
            copy(text);
            close();
          },
        },
        say('copy'),
      ),
    ],
  });
};
