import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { h, type Part } from '../element.ts';
import { say } from '../given.ts';
import { icon } from './icon.ts';

/** A sheet from the bottom of the screen. The browser keeps the focus in it. */
export const Sheet: Part<{
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}> = ({ title, close, children }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return h(
    'dialog',
    {
      ref: dialog,
      class: 'sheet',
      'aria-label': title,
      onCancel: (event: Event) => {
        event.preventDefault();
        close();
      },
      // Outside of the sheet is its backdrop.
      onClick: (event: MouseEvent) => {
        if (event.target === dialog.current) close();
      },
    },
    h(
      'div',
      { class: 'sheet-inside' },
      h(
        'header',
        { class: 'sheet-head' },
        h('h2', null, title),
        h(
          'button',
          { type: 'button', class: 'round', 'aria-label': say('close'), onClick: close },
          icon('close'),
        ),
      ),
      children,
    ),
  );
};
