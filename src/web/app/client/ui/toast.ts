import { signal } from '@preact/signals';
import { h, type Part } from '../element.ts';

const said = signal('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says shortly what was done. Screen readers read it. */
export function toast(text: string): void {
  said.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    said.value = '';
  }, 3_500);
}

/** Where toasts are shown: once in the app. */
export const Toast: Part<object> = () =>
  h('p', { class: said.value === '' ? 'toast' : 'toast shown', role: 'status' }, said.value);
