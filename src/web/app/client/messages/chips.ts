import type { JSX } from 'preact';
import { call, type Output } from '../api.ts';
import { h, type Part } from '../element.ts';
import { say } from '../given.ts';
import { resource } from '../resource.ts';
import { answersTo, type Message } from './message.ts';

/** The commands of this member: the institution’s words, with their own accounts in them. */
export const commands = resource(async () => (await call('listCommands', {})).commands);

/** How many suggestions there are. */
const chipsMax = 8;

/** Examples that only ask. One tap must not move money, or change anything. */
export function suggested(of: Output<'listCommands'>['commands']): readonly string[] {
  const asking = of.filter(({ reads }) => reads).flatMap(({ examples }) => examples.slice(0, 1));
  return [...new Set(asking)].slice(0, chipsMax);
}

/** What the member can answer or ask with one tap. */
export const Chips: Part<{
  readonly last: Message | undefined;
  readonly send: (text: string) => void;
}> = ({ last, send }) => {
  const answers = answersTo(last);
  if (answers.length > 0)
    return group(
      say('answers'),
      answers.map((text, index) => chip(text, index === 0 ? 'chip yes' : 'chip no', send)),
    );
  const examples = suggested(commands.value.value ?? []);
  return examples.length === 0
    ? null
    : group(
        say('suggestions'),
        examples.map((text) => chip(text, 'chip', send)),
      );
};

function group(label: string, chips: JSX.Element[]): JSX.Element {
  return h('div', { class: 'chips', role: 'group', 'aria-label': label }, ...chips);
}

function chip(text: string, kind: string, send: (text: string) => void): JSX.Element {
  return h('button', { type: 'button', class: kind, onClick: () => send(text) }, text);
}
