import type { Random } from '../../src/kernel/random.ts';
import { parseTemplate, type Template } from './template.ts';

/** The values of each slot. A value is a template too, so `{period}` may hold `last {number} days`. */
export type Slots = ReadonlyMap<string, readonly Template[]>;

/** A slot within a slot's value, and so on. Deeper means that a slot holds itself. */
const depthMax = 4;

/** Parses the lines of a file: one template each. Empty lines and those that begin with `;` say nothing. */
export function parseTemplates(text: string, name: string): Template[] {
  return text.split('\n').flatMap((line, index) => {
    const said = line.trim();
    if (said === '' || said.startsWith(';')) return [];
    try {
      return [parseTemplate(said)];
    } catch (error) {
      throw new Error(`${name}:${index + 1}: ${String(error)}`, { cause: error });
    }
  });
}

/**
 * Makes up to `perLine` different sentences of each template. The same templates, slots and random numbers give the same sentences,
 * in the same order.
 */
export function expand(
  templates: readonly Template[],
  { slots, perLine, random }: { slots: Slots; perLine: number; random: Random },
): string[] {
  return templates.flatMap((template) => {
    const made = new Set<string>();
    // A template with fewer variants than `perLine` repeats itself. Twice as many tries find nearly all of them.
    for (let tries = 0; tries < perLine * 2 && made.size < perLine; tries += 1)
      made.add(sentenceOf(template, slots, random));
    return [...made].filter((sentence) => sentence !== '');
  });
}

/** Makes one sentence: each alternative and each value of a slot is equally likely. */
export function sentenceOf(template: Template, slots: Slots, random: Random): string {
  return written(template, { slots, random, depth: 0 })
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,!])/g, '')
    .trim();
}

interface Writing {
  readonly slots: Slots;
  readonly random: Random;
  readonly depth: number;
}

function written(template: Template, writing: Writing): string {
  switch (template.kind) {
    case 'text':
      return template.text;
    case 'sequence':
      return template.parts.map((part) => written(part, writing)).join('');
    case 'choice':
      return written(oneOf(template.of, writing.random), writing);
    case 'slot':
      return slotWritten(template.slot, writing);
    default:
      return template satisfies never;
  }
}

function slotWritten(slot: string, { slots, random, depth }: Writing): string {
  const values = slots.get(slot);
  if (!values || values.length === 0) throw new Error(`no values for {${slot}}`);
  if (depth >= depthMax) throw new Error(`{${slot}} holds itself`);
  return written(oneOf(values, random), { slots, random, depth: depth + 1 });
}

/** Picks one of these, each equally likely. */
export function oneOf<T>(of: readonly T[], random: Random): T {
  const picked = of[random.below(of.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
