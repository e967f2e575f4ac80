import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { ConsoleTaskTexts } from '../../../languages/console-texts.ts';
import type { Language } from '../../../kernel/vocabulary/language.ts';
import type { TaskOutput } from '../../../operations/staff/task-schema.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { chip, type Tone } from '../ui/chip.ts';

/** The kind of a task, in words. One of a later version stays as it is. */
export function kindName(language: Language, kind: string): string {
  const texts = packs[language].console.tasks;
  const name = `kind_${kind}`;
  return isText(texts, name) ? texts[name] : kind;
}

function isText(texts: ConsoleTaskTexts, name: string): name is keyof ConsoleTaskTexts {
  return Object.hasOwn(texts, name);
}

/** What staff did with a task, in words. */
export function didText(language: Language, what: string): string {
  const texts = packs[language].console.tasks;
  const name = `did_${what}`;
  return isText(texts, name) ? texts[name] : what.replaceAll('_', ' ');
}

const tones: Readonly<Record<string, Tone>> = {
  alarm: 'bad',
  possible_error: 'mind',
  core_order: 'mind',
};

/** The kind of a task and whether an hour matters. */
export function taskChips(language: Language, task: Pick<TaskOutput, 'kind' | 'urgent'>): Html {
  const say = sayOf(packs[language].console.tasks);
  return html`${chip(kindName(language, task.kind), tones[task.kind])}
  ${task.urgent ? chip(say('urgent'), 'bad') : nothing}`;
}
